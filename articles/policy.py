"""Who may do what to which article: the one module that every door asks.

Roles give Django permissions (`newsroom/roles.py`); the rules here add the object:
whose article, which language, who translated it.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Model

from .models import Article, Assignment, Edition, Language, Quote


def may_view(user: AbstractUser, model: type[Model] = Article) -> bool:
    """The whole desk reads all of a kind of record, or none of it."""
    name = f"{model._meta.app_label}.%s_{model._meta.model_name}"
    return user.is_active and (
        user.has_perm(name % "view") or user.has_perm(name % "change")
    )


def editable_languages(user: AbstractUser, article: Article | None) -> set[str]:
    """The languages whose working words `user` may write; None: a new article."""
    if not user.has_perm("articles.change_article"):
        return set()
    if article is None or owns(user, article):
        return set(Language.values)
    if user.has_perm("articles.change_any_article"):
        return set(Language.values)
    if user.has_perm("articles.translate_article"):
        return set(Language.values) - {article.original_language}
    return set()


def owns(user: AbstractUser, article: Article) -> bool:
    if article.created_by_id == user.pk:
        return True
    return any(byline.author.user_id == user.pk for byline in article.bylines.all())


def wrote(user: AbstractUser, edition: Edition) -> bool:
    """Whether `user` made this edition: its translator, or the original's author."""
    if edition.origin == Edition.Origin.ORIGINAL:
        return owns(user, edition.article)
    return edition.translator_id == user.pk


def may_change(user: AbstractUser, article: Article | None) -> bool:
    return bool(editable_languages(user, article))


def may_change_facts_of(user: AbstractUser, article: Article | None) -> bool:
    """Kind, bylines, matches, lead picture: what both languages share."""
    return editable_languages(user, article) == set(Language.values)


def may_change_record(user: AbstractUser, model: type[Model]) -> bool:
    """What a quote, post or photo is; who may not still writes its translations."""
    return user.has_perm(f"{model._meta.app_label}.add_{model._meta.model_name}")


def may_withhold(user: AbstractUser) -> bool:
    """Taking a club post from readers, and giving it back: who publishes decides."""
    return user.has_perm("articles.publish_edition")


def may_write(user: AbstractUser, edition: Edition) -> bool:
    """The words of the edition, and opening the edition itself."""
    return edition.language in editable_languages(user, edition.article)


def may_submit(user: AbstractUser, edition: Edition) -> bool:
    return may_write(user, edition) and user.has_perm("articles.submit_edition")


def may_approve(user: AbstractUser, edition: Edition) -> bool:
    """A second pair of eyes: never those of who wrote or translated it."""
    if not user.has_perm("articles.approve_edition"):
        return False
    return edition.translator_id != user.pk and not wrote(user, edition)


def may_publish(user: AbstractUser, edition: Edition) -> bool:
    return user.has_perm("articles.publish_edition")


def may_readdress(user: AbstractUser, edition: Edition) -> bool:
    """Its slug: who writes it until it was published, then who passes it."""
    if user.has_perm("articles.approve_edition"):
        return True
    return edition.first_published_at is None and may_write(user, edition)


def may_embargo(user: AbstractUser, edition: Edition) -> bool:
    """Embargo, origin and translator: what an agreement or a desk decides."""
    return user.has_perm("articles.approve_edition")


def may_hand(user: AbstractUser, edition: Edition) -> bool:
    """Giving a translation to someone: who has it, or passes editions."""
    return edition.translator_id == user.pk or user.has_perm("articles.approve_edition")


def may_adapt(user: AbstractUser, edition: Edition) -> bool:
    """Freeing a translation from its source, or binding it again: its translator, or
    who writes the language and passes editions."""
    return may_write(user, edition) and may_hand(user, edition)


def translators(article: Article, language: str) -> list[AbstractUser]:
    """The active members of the desk who may write `language` of `article`."""
    members = get_user_model().objects.with_perm("articles.change_article")
    return [user for user in members if language in editable_languages(user, article)]


def may_share(user: AbstractUser, article: Article, language: str) -> bool:
    """Showing unpublished words to someone without an account: who writes them."""
    return language in editable_languages(user, article)


def may_restore(user: AbstractUser, record: Model, part: str) -> bool:
    """Bringing back words of `record`: of a language, or "said", word for word."""
    if isinstance(record, Article):
        return part in editable_languages(user, record)
    name = f"{record._meta.app_label}.change_{record._meta.model_name}"
    may_change = user.has_perm(name)
    return may_change and (part != "said" or may_change_record(user, type(record)))


def may_check_quote(user: AbstractUser, quote: Quote) -> bool:
    """Comparing the words with their source, and disputing them."""
    return user.has_perm("articles.check_quote")


def may_translate_record(user: AbstractUser, model: type[Model]) -> bool:
    """What a quote, post or photo says in the other language, for every article."""
    return user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")


def may_approve_quote(user: AbstractUser, quote: Quote) -> bool:
    """A second pair of ears: never those of who took the words down."""
    return user.has_perm("articles.approve_quote") and quote.taken_by_id != user.pk


def may_correct_quote(user: AbstractUser, quote: Quote) -> bool:
    """Words once approved, one's own too: readers read them meanwhile."""
    return user.has_perm("articles.approve_quote")


def may_look_again(user: AbstractUser, edition: Edition) -> bool:
    """Saying that published words are still right, whoever wrote them."""
    return user.has_perm("articles.approve_edition")


def may_dismiss(user: AbstractUser, article: Article, language: str) -> bool:
    """Answering what a check says of the words: who writes them, or passes them."""
    if user.has_perm("articles.approve_edition"):
        return True
    return language in editable_languages(user, article)


def approvable_languages(user: AbstractUser) -> set[str]:
    """Passing editions is not bound to a language."""
    return set(Language.values) if user.has_perm("articles.approve_edition") else set()


def may_assign(user: AbstractUser, article: Article) -> bool:
    """Giving work on a story: who works on it in some language, or passes editions."""
    return may_change(user, article) or bool(approvable_languages(user))


def may_take(user: AbstractUser, assignment: Assignment) -> bool:
    return assignment.to_id == user.pk


def may_finish(user: AbstractUser, assignment: Assignment) -> bool:
    """Saying it is done, or giving it on: who has it, gave it, or passes editions."""
    whose = user.pk in (assignment.to_id, assignment.by_id)
    return whose or bool(approvable_languages(user))


def may_see_front(user: AbstractUser) -> bool:
    """The front of a moment to come, with what is scheduled and under embargo."""
    return may_view(user, Edition)

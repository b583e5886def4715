"""Who may do what to which article: the one module that every door asks.

Roles give Django permissions (`newsroom/roles.py`); the rules here add the object:
whose article, which language, in what state, who translated it.
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


def languages(user: AbstractUser) -> set[str]:
    """Those in which `user` writes, passes and publishes; none chosen is all."""
    chosen = {code for code in Language if user.has_perm(f"articles.work_in_{code}")}
    return chosen or set(Language.values)


def passes(user: AbstractUser, language: str) -> bool:
    """Whether the editions of `language` are theirs to pass, whoever wrote them."""
    return user.has_perm("articles.approve_edition") and language in languages(user)


def editable_languages(user: AbstractUser, article: Article | None) -> set[str]:
    """The languages whose working words `user` may write; None: a new article.

    Words that were passed stay as they were read until they are published or sent
    back: then only who passes may change them.
    """
    found = languages_of(user, article)
    if not found or article is None or user.has_perm("articles.approve_edition"):
        return found
    return found - passed_languages(article)


def languages_of(user: AbstractUser, article: Article | None) -> set[str]:
    """Those of `article` that are theirs to write, in whatever state they are."""
    if not user.has_perm("articles.change_article"):
        return set()
    if article is None or owns(user, article):
        return languages(user)
    if user.has_perm("articles.change_any_article"):
        return languages(user)
    if user.has_perm("articles.translate_article"):
        return languages(user) - {article.original_language}
    return set()


def passed_languages(article):
    ready = Edition.Status.READY
    return {one.language for one in article.editions.all() if one.status == ready}


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
    if article is None:
        return may_change(user, article)
    if not (user.has_perm("articles.change_any_article") or owns(user, article)):
        return False
    return article.original_language in editable_languages(user, article)


def may_change_record(user: AbstractUser, model: type[Model]) -> bool:
    """What a quote, post or photo is; who may not still writes its translations."""
    return user.has_perm(f"{model._meta.app_label}.add_{model._meta.model_name}")


def may_withhold(user: AbstractUser) -> bool:
    """Taking a post or a picture from readers, giving a post back: who publishes."""
    return user.has_perm("articles.publish_edition")


def may_write(user: AbstractUser, edition: Edition) -> bool:
    """The words of the edition, and opening the edition itself."""
    return edition.language in editable_languages(user, edition.article)


def may_submit(user: AbstractUser, edition: Edition) -> bool:
    return may_write(user, edition) and user.has_perm("articles.submit_edition")


def may_approve(user: AbstractUser, edition: Edition) -> bool:
    """A second pair of eyes: never those of who wrote or translated it."""
    if not passes(user, edition.language):
        return False
    return edition.translator_id != user.pk and not wrote(user, edition)


def may_publish(user: AbstractUser, edition: Edition) -> bool:
    may = user.has_perm("articles.publish_edition")
    return may and edition.language in languages(user)


def may_readdress(user: AbstractUser, edition: Edition) -> bool:
    """Its slug: who writes it until it was published, then who passes it."""
    if passes(user, edition.language):
        return True
    return edition.first_published_at is None and may_write(user, edition)


def may_embargo(user: AbstractUser, edition: Edition) -> bool:
    """Until when it is kept from readers: who decides when they see it."""
    return may_publish(user, edition)


def may_settle(user: AbstractUser, edition: Edition) -> bool:
    """Its origin and its translator."""
    return passes(user, edition.language)


def may_hand(user: AbstractUser, edition: Edition) -> bool:
    """Giving a translation to someone: who has it, or passes editions."""
    return edition.translator_id == user.pk or passes(user, edition.language)


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
    return language in languages_of(user, article)


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


def may_translate_record(user: AbstractUser, model: type[Model], language: str) -> bool:
    """What a quote, post or photo says in `language`, for every article."""
    may = user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")
    return may and language in languages(user)


def may_approve_quote(user: AbstractUser, quote: Quote) -> bool:
    """A second pair of ears: never those of who took the words down."""
    return user.has_perm("articles.approve_quote") and quote.taken_by_id != user.pk


def may_correct_quote(user: AbstractUser, quote: Quote) -> bool:
    """Words once approved, one's own too: readers read them meanwhile."""
    return user.has_perm("articles.approve_quote")


def may_look_again(user: AbstractUser, edition: Edition) -> bool:
    """Saying that published words are still right, whoever wrote them."""
    return passes(user, edition.language)


def may_dismiss(user: AbstractUser, article: Article, language: str) -> bool:
    """Answering what a check says of the words: who writes them, or passes them."""
    return passes(user, language) or language in editable_languages(user, article)


def approvable_languages(user: AbstractUser) -> set[str]:
    return {code for code in Language.values if passes(user, code)}


def may_assign(user: AbstractUser, article: Article) -> bool:
    """Giving work on a story: who works on it in some language, or passes editions."""
    return bool(languages_of(user, article) or approvable_languages(user))


def may_take(user: AbstractUser, assignment: Assignment) -> bool:
    return assignment.to_id == user.pk


def may_finish(user: AbstractUser, assignment: Assignment) -> bool:
    """Saying it is done, or giving it on: who has it, gave it, or passes editions."""
    whose = user.pk in (assignment.to_id, assignment.by_id)
    return whose or bool(approvable_languages(user))


def may_see_front(user: AbstractUser) -> bool:
    """The front of a moment to come, with what is scheduled and under embargo."""
    return may_view(user, Edition)

"""Who may do what to which article: the one module that every door asks.

Roles give Django permissions (`newsroom/roles.py`); the rules here add the object:
whose article, which language, who translated it.
"""

from django.contrib.auth.models import AbstractUser

from .models import Article, Edition, Language


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


def owns(user, article) -> bool:
    if article.created_by_id == user.pk:
        return True
    return any(byline.author.user_id == user.pk for byline in article.bylines.all())


def may_change(user: AbstractUser, article: Article | None) -> bool:
    return bool(editable_languages(user, article))


def may_change_facts_of(user: AbstractUser, article: Article | None) -> bool:
    """Kind, bylines, matches, lead picture: what both languages share."""
    return editable_languages(user, article) == set(Language.values)


def may_submit(user: AbstractUser, edition: Edition) -> bool:
    writes = edition.language in editable_languages(user, edition.article)
    return writes and user.has_perm("articles.submit_edition")


def may_approve(user: AbstractUser, edition: Edition) -> bool:
    """A translation needs a second pair of eyes, whoever made it."""
    return edition.translator_id != user.pk and user.has_perm(
        "articles.approve_edition"
    )


def may_publish(user: AbstractUser, edition: Edition) -> bool:
    return user.has_perm("articles.publish_edition")

"""What concerns a person, by e-mail, if they want it and the desk can send.

Goes out after the commit, and holds the title, a name and a link: the words of an
unpublished story stay on the desk.
"""

import logging
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from .embargo import moment
from .models import Assignment, Mention, Preference

LONGEST = 120
logger = logging.getLogger(__name__)


def is_configured() -> bool:
    return bool(settings.EMAIL_URL)


def preference(person: AbstractUser) -> Preference:
    """Theirs, or what stands for it until they choose."""
    return Preference.objects.filter(person=person).first() or Preference(person=person)


def of_mention(mention: Mention):
    after_commit(mention.person, said_of_mention, mention)


def of_assignment(assignment: Assignment):
    after_commit(assignment.to, said_of_assignment, assignment)


def after_commit(person, said, about):
    if is_configured() and person.email and preference(person).wants_mail:
        send_it = partial(send, person, said, about)
        transaction.on_commit(send_it, robust=True)


def send(person, said, about):
    """A server that does not answer loses an e-mail and nothing else."""
    with override(preference(person).language):
        subject, text = said(about)
    try:
        EmailMessage(one_line(subject), text, to=[person.email]).send()
    except (OSError, SMTPException, ValueError, ImproperlyConfigured) as error:
        logger.warning("An e-mail was not sent: %s", one_line(str(error)))


def said_of_mention(mention):
    words = {"who": name(mention.by), "title": one_line(mention.title)}
    subject = _("%(who)s mentions you: %(title)s") % words
    text = _("%(who)s mentions you in a note about “%(title)s”.") % words
    return subject, f"{text}\n\n{link(mention)}\n"


def said_of_assignment(assignment):
    words = {"who": name(assignment.by), "title": one_line(assignment.title)}
    subject = _("%(who)s gives you a story: %(title)s") % words
    text = _("%(who)s gives you work on “%(title)s”.") % words
    if assignment.due_at:
        due = _("It is due on %(when)s.") % {"when": moment(assignment.due_at)}
        text = f"{text}\n{due}"
    return subject, f"{text}\n\n{link(assignment)}\n"


def link(about):
    return f"{settings.SITE_URL}{about.get_absolute_url()}"


def name(person):
    return one_line(person.get_full_name() or person.get_username())


def one_line(text):
    return " ".join(text.splitlines())[:LONGEST]

"""One-time links by which staff choose their own password; nobody else ever sees it, and no mail is needed.

The link travels in the query, which no log writes down; a signed token ends it after three days or its first use.
"""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from config.models import AccountChange
from config.staff_login import page

IN_SESSION = "invitation"
DAYS = settings.PASSWORD_RESET_TIMEOUT // 86_400


def new_link(person: User) -> str:
    """A path with a query; valid until used, until the next log-in, or for DAYS days."""
    link = f"{person.pk}-{default_token_generator.make_token(person)}"
    return f"{reverse('admin:welcome')}?{urlencode({'link': link})}"


def invited(link: str) -> User | None:
    """The active staff member whose link this is, if it still works."""
    key, _, token = link.partition("-")
    person = (
        User.objects.filter(pk=int(key), is_active=True, is_staff=True).first() if key.isdecimal() else None
    )
    return person if person and default_token_generator.check_token(person, token) else None


@never_cache
@csrf_protect
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Choose a password. The link is first moved into the session, so that no later request carries it."""
    if "link" in request.GET:
        request.session[IN_SESSION] = request.GET["link"]
        return redirect("admin:welcome")
    person: Any = invited(request.session.get(IN_SESSION, ""))
    if person is None:
        return page(request, "admin/invitation_over.html", title="This link no longer works", status=410)
    form = SetPasswordForm(person, request.POST or None)
    if not form.is_valid():
        return page(request, "admin/welcome.html", title="Choose your password", form=form, person=person)
    with transaction.atomic():
        AccountChange.record(person, person, "password chosen with a one-time link")
        form.save()
    request.session.flush()
    messages.success(request, "Your password is set. Log in with it now.")
    return redirect("admin:login")

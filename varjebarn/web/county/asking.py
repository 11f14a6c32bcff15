"""A page that is one form: a heading, what it is about, the fields, and the way back."""

from django.http import HttpRequest, HttpResponse

from varjebarn.web.county.parts import Link
from varjebarn.web.shared.forms import BaseForm, answer


def ask(
    request: HttpRequest,
    form: BaseForm,
    *,
    heading: str,
    send: str,
    back: Link,
    about: str = "",
    lead: str = "",
) -> HttpResponse:
    """Show a form: `about` is the name of the thing, in Swedish; `lead` says what will happen."""
    context = {"heading": heading, "send": send, "back": back, "about": about, "lead": lead}
    return answer(request, "county/one_form.html", context, form=form)

"""The log-in form: allauth's own, in our clothes."""

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django.utils.translation import gettext_lazy as _

from varjebarn.web.shared.forms import dress


class LoginForm(AllauthLoginForm):  # type: ignore[misc]  # allauth has no types
    """`ACCOUNT_FORMS = {"login": "varjebarn.web.public.forms.LoginForm"}`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what to write, and keep the placeholder texts away: they vanish when one types."""
        super().__init__(*args, **kwargs)
        dress(self)
        for name, label, missing in (
            ("login", _("E-post"), _("Skriv din e-postadress")),
            ("password", _("Lösenord"), _("Skriv ditt lösenord")),
        ):
            field = self.fields[name]
            field.label = label
            field.help_text = ""
            field.error_messages["required"] = missing
            field.widget.attrs.pop("placeholder", None)
        self.fields.pop("remember", None)

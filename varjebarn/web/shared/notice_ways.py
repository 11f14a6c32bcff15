"""The form where somebody chooses how to hear that there is something new; for the family and the contact."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.people.reasons import Reason
from varjebarn.people.rules import may_choose_notice
from varjebarn.people.ways import NoticeWay
from varjebarn.web.shared.forms import BaseForm, OneOf, ShortText
from varjebarn.web.shared.reasons import sentence

WAYS: dict[NoticeWay, Promise] = {
    NoticeWay.MAIL: _("Med mejl"),
    NoticeWay.SMS: _("Med sms"),
    NoticeWay.PAPER: _("På papper"),
    NoticeWay.CONTACT: _("Genom den vi har kontakt med"),
    NoticeWay.NONE: _("Inte alls. Jag tittar själv."),
}
HINTS: dict[str, Any] = {
    NoticeWay.MAIL.value: _("Det står bara att du har ett nytt meddelande, inte vad."),
    NoticeWay.SMS.value: _("Det står bara att du har ett nytt meddelande, inte vad."),
    NoticeWay.PAPER.value: _("De skriver ut det och ger dig det."),
    NoticeWay.CONTACT.value: _("Någon ringer eller säger till när ni ses."),
}


class WayForm(BaseForm):
    """The way, and where to; what is missing is said at its field."""

    way = OneOf(
        label=_("Hur vill du få veta att det finns något nytt?"),
        choices=[(way.value, words) for way, words in WAYS.items()],
        hints=HINTS,
        missing=_("Välj ett sätt"),
    )
    mail = ShortText(label=_("E-post"), help_text=_("Bara om du vill ha mejl."), required=False)
    telephone = ShortText(
        label=_("Mobilnummer"), help_text=_("Bara om du vill ha sms."), required=False
    )

    def __init__(self, *args: Any, chosen: NoticeWay | None, address: str, **kwargs: Any) -> None:
        """Show what is chosen now."""
        super().__init__(*args, **kwargs)
        if chosen is not None:
            self.fields["way"].initial = chosen.value
        self.fields["mail"].initial = address if chosen is NoticeWay.MAIL else ""
        self.fields["telephone"].initial = address if chosen is NoticeWay.SMS else ""
        self.fields["mail"].widget.attrs |= {"type": "email", "autocomplete": "email"}
        self.fields["telephone"].widget.attrs |= {"inputmode": "tel", "autocomplete": "tel"}

    def clean(self) -> dict[str, Any]:
        """Let the rule say what is missing."""
        data = super().clean() or {}
        if data.get("way"):
            decision = may_choose_notice(way=self.chosen(), address=self.address(), by_family=True)
            if isinstance(decision.reason, Reason):
                where = "mail" if decision.reason is Reason.MAIL_ADDRESS_NEEDED else "telephone"
                self.add_error(where, sentence(decision.reason))
        return data

    def chosen(self) -> NoticeWay:
        """Give the way."""
        return NoticeWay(self.cleaned_data["way"])

    def address(self) -> str:
        """Give where to; nothing for the ways that need no address."""
        where = {NoticeWay.MAIL: "mail", NoticeWay.SMS: "telephone"}.get(self.chosen(), "")
        return str(self.cleaned_data.get(where, ""))

"""Forms about what is kept from guardians."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.withholding import OF_WHEREABOUTS, Kind, Reach, Why, Wish
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, SomeOf
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.offering import offer

WHYS = {
    Why.HARM: _("Barnet kan lida betydande men (OSL 12:3)"),
    Why.WHO_TOLD: _("Det säger vem som har berättat, och den kan råka illa ut (OSL 25:7, 26:5)"),
    Why.PROTECTS_ANOTHER: _("Det skyddar någon annan: den andra föräldern, ett syskon (OSL 12:1)"),
    Why.INVESTIGATION: _("En utredning om brott kan skadas (OSL 18 och 35 kap.)"),
    Why.LVU: _("Beslut om hemlig vistelseort enligt 14 § LVU: omprövas var tredje månad"),
    Why.SHELTER: _("Skyddat boende (lag 2024:79): omprövas var sjätte månad"),
}
ALL, BUT_CHILD = Reach.GUARDIANS.value, Reach.ALL_BUT_CHILD.value

FIELDS = {
    Reason.WITHHOLDING_NEEDS_REASON: "reason",
    Reason.WITHHOLDING_NEEDS_SOMEBODY: "whom",
    Reason.WITHHOLDING_NOT_A_GUARDIAN: "whom",
    Reason.WHEREABOUTS_NAME_THE_GUARDIANS: "whom",
    Reason.WITHHOLDING_NEEDS_ITS_PROVISION: "why",
}


class HideForm(BaseForm):
    """From whom, on which provision, why, and when it is looked at again."""

    whom = SomeOf(label=_("Dölj för vem?"), missing=_("Välj vem det ska döljas för"))
    why = OneOf(label=_("Med vilket stöd?"), missing=_("Välj ett stöd"))
    reason = LongText(
        label=_("Varför?"),
        help_text=_("Skälet syns för er som är med barnet, och aldrig för familjen."),
        missing=_("Skriv varför"),
        rows=3,
    )
    review_on = Day(label=_("När ska det omprövas?"), missing=_("Skriv en dag"))

    def __init__(
        self, *args: Any, kind: Kind, guardians: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer the guardians on the file, and the provisions that can apply."""
        super().__init__(*args, **kwargs)
        self.kind = kind
        is_place = kind is Kind.WHEREABOUTS
        others = [
            (ALL, _("Alla vårdnadshavare, också de som kommer till")),
            (BUT_CHILD, _("Alla utom barnet: också andra verksamheter")),
        ]
        offer(self, "whom", [*guardians, *([] if is_place else others)])
        offer(
            self,
            "why",
            [
                (why.value, words)
                for why, words in WHYS.items()
                if (why in OF_WHEREABOUTS) == is_place
            ],
        )

    def wish(self) -> Wish:
        """Give what was wished for; the widest choice counts."""
        said = self.cleaned_data
        wide = next((one for one in (BUT_CHILD, ALL) if one in said["whom"]), None)
        return Wish(
            kind=self.kind,
            reach=Reach(wide) if wide else Reach.PERSONS,
            why=Why(said["why"]),
            reason=said["reason"],
            review_on=said["review_on"],
            persons=frozenset() if wide else frozenset(map(UUID, said["whom"])),
        )

    def refuse(self, reason: Any) -> None:
        """Say a rule's no at its field."""
        self.add_error(FIELDS.get(reason, "review_on"), sentence(reason))


class ReviewForm(BaseForm):
    """Kept on until another day, or let go; why, in both cases."""

    sometimes = frozenset({"review_on"})
    outcome = OneOf(
        label=_("Vad kom du fram till?"),
        choices=[
            ("keep", _("Det ska hållas tillbaka längre")),
            ("lift", _("Det ska inte hållas tillbaka längre")),
        ],
    )
    reason = LongText(
        label=_("Varför?"),
        help_text=_("Skälet syns för er som är med barnet, och aldrig för familjen."),
        missing=_("Skriv varför"),
        rows=3,
    )
    review_on = Day(
        label=_("Om det hålls tillbaka: när ska det omprövas nästa gång?"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the next day when it is kept on."""
        said: dict[str, Any] = super().clean() or {}
        if (
            said.get("outcome") == "keep"
            and not said.get("review_on")
            and "review_on" not in self.errors
        ):
            self.add_error("review_on", _now("Skriv en dag"))
        return said

    def refuse(self, reason: Any) -> None:
        """Say a rule's no at its field."""
        self.add_error(FIELDS.get(reason, "review_on"), sentence(reason))

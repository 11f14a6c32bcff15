"""Forms of what departs from the rule in a consent: who judged, what stands in, and why."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.departing import MaturityWords, StandInWords
from varjebarn.disclosure.matters import SUPPORT_MEASURES
from varjebarn.disclosure.policy import Answer
from varjebarn.disclosure.queries import AnswerLine
from varjebarn.web.shared.forms import BaseForm, Day, LongText, OneOf, ShortText
from varjebarn.web.staff.offering import offer

MATURE, HARM = "mature", "harm"


class AssessForm(BaseForm):
    """That the child decides alone: what it is about, what was seen, by whom, when and why."""

    sometimes = frozenset({"understands", "harm_if_told", "second_person"})

    ground = OneOf(
        label=_("Varför kan barnet bestämma själv?"),
        choices=[
            (MATURE, _("Barnet är moget nog i den här frågan")),
            (HARM, _("Det skulle skada den unga att berätta för en vårdnadshavare")),
        ],
        missing=_("Välj varför"),
    )
    matter = ShortText(
        label=_("Vilken fråga gäller det?"),
        help_text=_("Till exempel: att skolsköterskan får veta vad vi gör i skolan."),
        missing=_("Skriv vilken fråga det gäller"),
    )
    understands = LongText(
        label=_("Vad förstår barnet om det som delas och vad det kan leda till?"),
        help_text=_("Vid mognad. Skriv gärna barnets egna ord."),
        required=False,
        rows=3,
    )
    harm_if_told = LongText(
        label=_("Vad skulle kunna hända om en vårdnadshavare fick veta?"),
        help_text=_("Vid skada. Vårdnadshavare ser aldrig det här."),
        required=False,
        rows=3,
    )
    why = LongText(
        label=_("Vad bygger bedömningen på?"),
        missing=_("Skriv vad bedömningen bygger på"),
        rows=3,
    )
    assessed_by = ShortText(
        label=_("Vem har bedömt?"),
        help_text=_("Namn och yrke."),
        missing=_("Skriv vem som har bedömt"),
    )
    second_person = ShortText(
        label=_("Vem mer har bedömt?"),
        help_text=_("Vid mognad behövs två personer."),
        required=False,
    )
    assessed_on = Day(label=_("När gjordes bedömningen?"), missing=_("Skriv vilken dag"))

    def __init__(self, *args: Any, on: date, by: str, counts_harm: bool, **kwargs: Any) -> None:
        """Suggest today and who writes; offer harm only at the ages where it counts."""
        super().__init__(*args, **kwargs)
        self.fields["assessed_on"].initial = on
        self.fields["assessed_by"].initial = by
        if not counts_harm:
            offer(self, "ground", [(MATURE, _("Barnet är moget nog i den här frågan"))])
            self.fields["ground"].initial = MATURE
            del self.fields["harm_if_told"]

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen ground needs, at its field."""
        data = super().clean() or {}
        if data.get("ground") == MATURE:
            if not data.get("understands", "").strip():
                self.add_error("understands", _("Skriv vad barnet förstår"))
            if not data.get("second_person", "").strip():
                self.add_error("second_person", _("Skriv vem mer som har bedömt"))
        if data.get("ground") == HARM and not data.get("harm_if_told", "").strip():
            self.add_error("harm_if_told", _("Skriv vad som skulle kunna hända"))
        return data

    def words(self) -> MaturityWords:
        """Give what was written, and of the two grounds the chosen one only."""
        data = self.cleaned_data
        is_harm = data["ground"] == HARM
        return MaturityWords(
            matter=data["matter"],
            why=data["why"],
            assessed_by=data["assessed_by"],
            assessed_on=data["assessed_on"],
            understands="" if is_harm else data["understands"],
            harm_if_told=data["harm_if_told"] if is_harm else "",
            second_person=data["second_person"],
        )


class StandInForm(BaseForm):
    """What stands in for one guardian's answer: a hindrance, or socialnämnden's decision."""

    sometimes = frozenset(
        {"reason", "cannot_wait", "not_intrusive", "decision_reference", "decided_on"}
    )

    person = OneOf(label=_("Vems svar gäller det?"), missing=_("Välj vems svar det gäller"))
    kind = OneOf(
        label=_("Vad är det som ersätter svaret?"),
        choices=[
            (Answer.HINDERED.value, _("Vårdnadshavaren är förhindrad")),
            (Answer.DECISION_6_13A.value, _("Socialnämnden har beslutat")),
        ],
        hints={
            Answer.HINDERED.value: _(
                "Frånvaro, sjukdom eller annat, och frågan kan inte vänta utan olägenhet. "
                "Bara det minsta som behövs (6 kap. 13 § andra stycket föräldrabalken)."
            ),
            Answer.DECISION_6_13A.value: _(
                "Beslutet gäller den insats som frågan handlar om och ingen annan "
                "(6 kap. 13 a § föräldrabalken)."
            ),
        },
        missing=_("Välj vad som ersätter svaret"),
    )
    reason = LongText(
        label=_("Varför är vårdnadshavaren förhindrad?"),
        help_text=_("Vid hinder. Den som har sagt nej är inte förhindrad."),
        required=False,
        rows=2,
    )
    cannot_wait = LongText(
        label=_("Varför kan det inte vänta?"), help_text=_("Vid hinder."), required=False, rows=2
    )
    not_intrusive = LongText(
        label=_("Varför är det här det minsta som behövs?"),
        help_text=_(
            "Vid hinder. Ett ingripande beslut för barnets framtid går inte den här vägen."
        ),
        required=False,
        rows=2,
    )
    decision_reference = ShortText(
        label=_("Beslutets nummer"),
        help_text=_("Vid beslut. Till exempel SN 2026/17."),
        required=False,
    )
    decided_on = Day(label=_("Beslutets dag"), help_text=_("Vid beslut."), required=False)

    def __init__(
        self, *args: Any, people: Sequence[AnswerLine], matter: str, **kwargs: Any
    ) -> None:
        """Offer the guardians, and a decision only where the matter is such a measure."""
        super().__init__(*args, **kwargs)
        self.people = [one for one in people if one.capacity == "guardian"]
        offer(self, "person", [(str(n), one.name) for n, one in enumerate(self.people)])
        if matter not in SUPPORT_MEASURES:
            choices = [(Answer.HINDERED.value, _("Vårdnadshavaren är förhindrad"))]
            offer(self, "kind", choices)
            self.fields["kind"].initial = Answer.HINDERED.value
            del self.fields["decision_reference"], self.fields["decided_on"]

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen one needs, at its field."""
        data = super().clean() or {}
        needed = {
            Answer.HINDERED.value: ("reason", "cannot_wait", "not_intrusive"),
            Answer.DECISION_6_13A.value: ("decision_reference", "decided_on"),
        }.get(data.get("kind", ""), ())
        for name in needed:
            if not str(data.get(name) or "").strip():
                self.add_error(name, _("Det här behövs för att svaret ska kunna ersättas"))
        return data

    def consenter(self) -> int:
        """Give whose answer it is about."""
        return self.people[int(self.cleaned_data["person"])].consenter_id

    def words(self) -> StandInWords:
        """Give what was written, and of the two kinds the chosen one only."""
        data = self.cleaned_data
        if data["kind"] == Answer.DECISION_6_13A.value:
            return StandInWords(
                kind=Answer.DECISION_6_13A,
                decision_reference=data["decision_reference"],
                decided_on=data["decided_on"],
            )
        return StandInWords(
            kind=Answer.HINDERED,
            reason=data["reason"],
            cannot_wait=data["cannot_wait"],
            not_intrusive=data["not_intrusive"],
        )

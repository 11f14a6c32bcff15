"""What the decider fills in before sharing: the ground's sentences, and whom to tell."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from varjebarn.disclosure import commands
from varjebarn.disclosure.catalogue import Told
from varjebarn.disclosure.coach import Option
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.letters import TOLD
from varjebarn.disclosure.queries import SharingAdvice, SharingWish
from varjebarn.kernel.actors import Actor
from varjebarn.web.staff.ground_form import GroundForms, ground_forms
from varjebarn.web.staff.model import language
from varjebarn.web.staff.sharing import pages
from varjebarn.web.staff.sharing.forms import TellForm
from varjebarn.web.staff.sharing.offer import Offer

WRITTEN_IN = "sv"  # what is decided is written in the authority's language


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """The forms of step three, with what they decide about."""

    option: Option
    wish: SharingWish
    to_name: str
    grounds: GroundForms
    tell: TellForm | None
    telling_grounds: GroundForms

    @property
    def is_valid(self) -> bool:
        """Whether everything that is asked says something."""
        told = self.tell is None or self.tell.is_valid()
        return self.grounds.is_valid and told and self.telling_grounds.is_valid

    @property
    def ground_names(self) -> frozenset[str]:
        """Name the sentences' fields as the page sends them."""
        return self.grounds.names | self.telling_grounds.names

    def share(self, actor: Actor, child: Any, found: SharingAdvice) -> None:
        """Share it, and tell those who are told."""
        option = self.option
        commands.share(
            actor,
            child,
            ground=option.ground.code,
            duty=option.duty.code if option.duty else "",
            document=self.wish.document,
            to=self.wish.to,
            answers=self.grounds.said()[option.ground.code],
            secrecy_shown={found.protected.mark},
            telling=self._telling(),
            consent=found.consents[option.consent] if option.consent else None,
            holds_offence_data=self.wish.holds_offence_data,
        )

    def _telling(self) -> commands.Telling:
        if self.tell is None:
            return commands.Telling(answers={})
        data = self.tell.cleaned_data
        return commands.Telling(
            to=[one.to for one in self.tell.people()],
            words=data["told_words"],
            answers=self.telling_grounds.said(),
            untold_reason=data["untold_reason"],
        )


def deciding(
    request: HttpRequest,
    offered: Offer,
    option: Option,
    wish: SharingWish,
    to_name: str,
    called: str,
) -> Deciding:
    """Make the forms; what was not sent along shows what is suggested."""
    ground, duty = option.ground.code, option.duty.code if option.duty else ""
    suggested = suggested_answers(wish.document.kind, ground, WRITTEN_IN, duty=duty)
    is_told = option.told is Told.TOLD
    words = pages.told_words(option, wish.document, to_name, called, WRITTEN_IN)
    sent = request.POST if "told_words" in request.POST else None
    asked = _capacities(offered) if is_told else []
    return Deciding(
        option=option,
        wish=wish,
        to_name=to_name,
        grounds=ground_forms(request.POST, {ground: suggested}, language()),
        tell=TellForm(sent, family=offered.family, words=words) if is_told else None,
        telling_grounds=ground_forms(
            request.POST,
            {one: suggested_answers(TOLD, one, WRITTEN_IN) for one in asked},
            language(),
        ),
    )


def _capacities(offered: Offer) -> list[str]:
    """Give the grounds that somebody in the family can be told on."""
    reached = {one.to.capacity for one in offered.family.values() if not one.why_not}
    return [
        ground
        for ground, capacity in (("SELF", "child"), ("GUARDIAN", "guardian"))
        if capacity in reached
    ]

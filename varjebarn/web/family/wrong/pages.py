"""What the reader has said is wrong, beside what it is about, with what the unit answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.disclosure.beside import OBJECTION, WHOLE
from varjebarn.disclosure.queries import Written
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.documents.items import items
from varjebarn.web.family import given as g
from varjebarn.web.family.given import Given

ANSWER = "objection_answer"
LONGEST = 80
TITLES: dict[str, Promise] = {
    "why": gettext_lazy("Varför det finns en plan: %(words)s"),
    "note": gettext_lazy("Det någon har lagt till: %(words)s"),
    "need": gettext_lazy("Det som behövs: %(words)s"),
    "goal": gettext_lazy("Målet: %(words)s"),
    "action": gettext_lazy("Det som ska göras: %(words)s"),
    "view": gettext_lazy("Det någon har sagt: %(words)s"),
    "wheel": gettext_lazy("Det någon har sett: %(words)s"),
}
OUTCOMES: dict[str, Promise] = {
    "corrected": gettext_lazy("Det rättas"),
    "partly": gettext_lazy("En del rättas"),
    "kept": gettext_lazy("Det står kvar som det är, med dina ord bredvid"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWrong:
    """One objection in the reader's own words, and its answer if it has one."""

    about: str
    words: str
    sent_at: datetime
    outcome: str
    answer: str
    answered_by: str
    answered_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the things of one copy, by key; and where one says that one is wrong."""

    ref: UUID
    said: Mapping[str, tuple[SaidWrong, ...]]

    def link(self, item: str) -> str:
        """Give the address where one says it of one thing."""
        return reverse("family:say-wrong", args=[self.ref]) + (f"?om={item}" if item else "")


def beside(
    copy: Given, about: Iterable[Given], written: Iterable[Written], *, named: Iterable[Given] = ()
) -> Beside:
    """Gather what the reader has said of this copy, or of another copy of the same thing."""
    refs = {copy.ref} | {one.ref for one in (*about, *named)}
    lines = said_wrong([one for one in written if one.reply_to in refs], about)
    found: dict[str, list[SaidWrong]] = {}
    for item, line in lines:
        found.setdefault(item, []).append(line)
    return Beside(ref=copy.ref, said={item: tuple(all_) for item, all_ in found.items()})


def said_wrong(written: Iterable[Written], copies: Iterable[Given]) -> list[tuple[str, SaidWrong]]:
    """Give each objection that has been sent with its item, the latest first, and its answer."""
    answers = [copy.body["parts"][ANSWER] for copy in copies if copy.kind == ANSWER]
    return [
        (str(one.body["item"]), _said(one, answers))
        for one in written
        if one.kind == OBJECTION and one.sent_at is not None
    ]


def choices(copy: Given, chosen: str = "") -> list[tuple[str, str]]:
    """Name what the copy shows, the whole first; or, of what the reader came from, that and the whole."""
    found = [(WHOLE, _("Allt tillsammans"))]
    if copy.kind == g.PLAN:
        found += [
            (item.key, str(TITLES[item.kind]) % {"words": _short(item.words)})
            for item in items(PlanDocument.from_json(copy.body))
            if item.words.strip()
        ]
    near = [one for one in found if one[0] in {chosen, WHOLE}]
    return near[::-1] if len(near) > 1 else found


def title(copy: Given) -> str:
    """Say what the copy is."""
    if copy.kind == g.PLAN:
        return _("Planen, version %(version)s") % {"version": copy.version}
    return _("Det som kom från %(unit)s") % {"unit": copy.sender}


def _said(one: Written, answers: Sequence[Mapping[str, Any]]) -> SaidWrong:
    if one.sent_at is None:
        raise ValueError("what has not been sent has been said to nobody")
    body = one.body
    answer: Mapping[str, Any] = next(
        (
            found
            for found in answers
            if (found["delivery"], found["item"], found["objection"])
            == (str(one.reply_to), body["item"], body["words"])
        ),
        {},
    )
    return SaidWrong(
        about=str(body["about"]),
        words=str(body["words"]),
        sent_at=one.sent_at,
        outcome=str(OUTCOMES.get(str(answer.get("outcome", "")), "")),
        answer=str(answer.get("words", "")),
        answered_by=", ".join(filter(None, (answer.get("author", ""), answer.get("unit", "")))),
        answered_on=date.fromisoformat(answer["on"]) if answer else None,
    )


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"

"""The first page in words: for each child what is new, then the ways on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.disclosure.letters import LETTERS
from varjebarn.disclosure.queries import MyConsent, Written
from varjebarn.disclosure.standing import reminder
from varjebarn.web.family import given as g
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import WORDS
from varjebarn.web.family.letters.pages import heading
from varjebarn.web.family.wrong.pages import ANSWER
from varjebarn.web.shared.days import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """Something that waits to be read or answered."""

    icon: str
    heading: str
    text: str
    link: str
    link_text: str
    arrived: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way on."""

    icon: str
    link: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPart:
    """What there is about one child. `called` is empty when the reader is that child."""

    key: str
    called: str
    news: tuple[New, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """The first page of a child or a guardian. Without children there is nothing to show."""

    is_child: bool
    children: tuple[ChildPart, ...]
    ways: tuple[Way, ...]


def first_page(
    copies: Sequence[Given],
    consents: Sequence[MyConsent],
    written: Sequence[Written],
    *,
    on: date,
) -> FirstPage:
    """Put together what has been given, what is asked and what has been answered."""
    if not copies:
        return FirstPage(is_child=False, children=(), ways=())
    waiting = {line.ref for line in consents if line.what == "asked" and line.valid_to > on}
    ending = {line.ref: line.valid_to for line in consents if _ends(line, on)}
    sent = {line.reply_to for line in written if line.sent_at and line.kind in WORDS}
    begun = {line.reply_to for line in written if line.sent_at is None}
    plans = g.newest_plans(copies)
    people = {plan.subject: (plan.called, plan.born) for plan in plans}
    parts: dict[tuple[str, str], list[New]] = {}
    for copy in copies:
        who = people.get(copy.subject, (copy.called, copy.born))
        news = parts.setdefault(who, []) if who != ("", "") else []
        found = _new(copy, plans, waiting=waiting, sent=sent, begun=begun)
        if found is None and copy.kind == g.REQUEST and copy.subject in ending:
            found = _ending(copy, ending[copy.subject])
        if found is not None:
            news.append(found)
    is_child = all(copy.is_child for copy in copies)
    return FirstPage(
        is_child=is_child,
        children=tuple(
            ChildPart(key=f"barn-{number}", called="" if is_child else who[0], news=tuple(news))
            for number, (who, news) in enumerate(parts.items(), start=1)
        ),
        ways=_ways(plans, is_child=is_child, has_letters=any(c.kind in LETTERS for c in copies)),
    )


def _new(
    copy: Given,
    plans: Iterable[Given],
    *,
    waiting: set[UUID],
    sent: set[UUID],
    begun: set[UUID],
) -> New | None:
    if copy.kind == g.REQUEST and copy.subject in waiting:
        return _request(copy, is_begun=copy.ref in begun)
    if copy.kind == g.QUESTION and copy.ref not in sent:
        return _question(copy, is_begun=copy.ref in begun)
    if copy.kind in LETTERS | {ANSWER} and not copy.is_opened:
        return _letter(copy) if copy.kind in LETTERS else _answer(copy)
    if copy in plans and not copy.is_opened:
        return _plan(copy)
    if copy.kind == g.CONTRIBUTION and not copy.is_opened:
        return _contribution(copy, plans)
    return None


def _request(copy: Given, *, is_begun: bool) -> New:
    asked = copy.body["parts"]["request"]
    names = {"name": asked["asked_by"], "unit": copy.sender, "child": copy.called}
    text = (
        _("%(name)s på %(unit)s undrar om vuxna som hjälper dig får berätta saker för varandra.")
        if copy.is_child
        else _("%(name)s på %(unit)s frågar vilka som får dela det som handlar om %(child)s.")
    )
    return New(
        icon="speech",
        heading=_("En fråga till dig") if copy.is_child else _("En fråga om samtycke"),
        text=text % names,
        link=reverse("family:request", args=[copy.ref]),
        link_text=_("Fortsätt där du var") if is_begun else _("Läs frågan"),
        arrived=copy.arrived,
    )


def _ends(line: MyConsent, on: date) -> bool:
    return line.what == "given" and reminder(line.valid_to, on=on) is not None


def _ending(copy: Given, ends: date) -> New:
    last_day = day_in_words(ends - timedelta(days=1))
    return New(
        icon="calendar",
        heading=_("Ditt ja slutar snart"),
        text=_("Sista dagen är %(day)s. Du behöver inte göra något.") % {"day": last_day},
        link=reverse("family:consents"),
        link_text=_("Se vad du har sagt ja till"),
        arrived=copy.arrived,
    )


def _question(copy: Given, *, is_begun: bool) -> New:
    asked = copy.body["parts"]["request"]
    names = {"name": asked["asked_by"], "unit": copy.sender, "child": copy.called}
    text = (
        _("%(name)s på %(unit)s vill veta hur du har det.")
        if copy.is_child
        else _("%(name)s på %(unit)s vill höra hur du ser på hur %(child)s har det.")
    )
    return New(
        icon="pencil",
        heading=_("Berätta med dina egna ord"),
        text=text % names,
        link=reverse("family:question", args=[copy.ref]),
        link_text=_("Fortsätt där du var") if is_begun else _("Till frågorna"),
        arrived=copy.arrived,
    )


def _plan(copy: Given) -> New:
    return New(
        icon="leaf",
        heading=_("Din plan är ny") if copy.is_child else _("En ny version av planen"),
        text=(
            _("Här står vad som ska hända och vilka som hjälper dig.")
            if copy.is_child
            else _("Version %(version)d. Här står målen, vem som gör vad och när ni ses igen.")
            % {"version": copy.version or 1}
        ),
        link=reverse("family:plan", args=[copy.ref]),
        link_text=_("Läs din plan") if copy.is_child else _("Läs planen"),
        arrived=copy.arrived,
    )


def _letter(copy: Given) -> New:
    return New(
        icon="speech",
        heading=heading(copy),
        text=_("%(unit)s har skrivit till dig.") % {"unit": copy.sender},
        link=reverse("family:letter", args=[copy.ref]),
        link_text=_("Läs meddelandet"),
        arrived=copy.arrived,
    )


def _answer(copy: Given) -> New:
    return New(
        icon="speech",
        heading=_("Svar på det du sa inte stämmer"),
        text=_("%(unit)s har skrivit till dig.") % {"unit": copy.sender},
        link=reverse("family:wrong"),
        link_text=_("Läs svaret"),
        arrived=copy.arrived,
    )


def _contribution(copy: Given, plans: Iterable[Given]) -> New | None:
    plan = next((plan for plan in plans if plan.subject == copy.subject), None)
    if plan is None or plan.arrived > copy.arrived:
        return None  # The newer version says it all.
    return New(
        icon="people",
        heading=_("Något nytt i din plan") if copy.is_child else _("Något nytt i planen"),
        text=_("%(unit)s har berättat hur det går.") % {"unit": copy.sender},
        link=reverse("family:plan", args=[plan.ref]),
        link_text=_("Läs din plan") if copy.is_child else _("Läs planen"),
        arrived=copy.arrived,
    )


def _ways(plans: Sequence[Given], *, is_child: bool, has_letters: bool) -> tuple[Way, ...]:
    letters = Way(
        icon="speech",
        link=reverse("family:letters"),
        heading=_("Meddelanden"),
        text=_("Det som någon har skrivit till dig."),
    )
    plan = (
        reverse("family:plan", args=[plans[0].ref]) if len(plans) == 1 else reverse("family:plans")
    )
    return (
        Way(
            icon="leaf",
            link=plan,
            heading=_("Min plan") if is_child else _("Planen"),
            text=_("Det som ska hända.") if is_child else _("Målen, och vem som gör vad."),
        ),
        Way(
            icon="pencil",
            link=reverse("family:words"),
            heading=_("Mina ord"),
            text=_("Det jag har berättat."),
        ),
        Way(
            icon="works",
            link=reverse("family:consents"),
            heading=_("Det vi har sagt ja till"),
            text=_("Vilka som får veta vad."),
        ),
        Way(
            icon="eye",
            link=reverse("family:readings"),
            heading=_("Vem har läst?"),
            text=_("Vilka som har läst, och när."),
        ),
        *((letters,) if has_letters else ()),
        Way(
            icon="phone",
            link=reverse("family:notices"),
            heading=_("Så får du veta"),
            text=_("Hur du får höra att det finns något nytt."),
        ),
    )

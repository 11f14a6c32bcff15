"""Where a person of the cast has something to do, found by looking as that person.

A place is a name; the address behind it differs from one demo to the next.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from varjebarn.database.accounts import person_of
from varjebarn.database.acting import acting_as, assignments, close_login, open_login
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.kernel.actors import Actor, Kind
from varjebarn.organisations.cast import cast
from varjebarn.people.queries import my_children, open_child
from varjebarn.plan.queries import copies
from varjebarn.steering.queries import county_overview
from varjebarn.wellbeing.queries import my_signals

ALVA = "child"
TEACHER = "teacher"
FAMILY_FIRST, STAFF_FIRST, REGISTER = "/familj/", "/personal/", "/register/"
FIRST = {"keeper": REGISTER, "process-leader": "/lanet/", "log-reviewer": "/personal/logg/"}


def person(slug: str) -> UUID:
    """Find the person of a slug; nobody, if there is no such slug or no world yet."""
    member = cast().get(slug)
    found = person_of(member.email) if member else None
    if found is None:
        raise Http404
    return found


@contextmanager
def looking_as(slug: str) -> Iterator[Actor]:
    """Act as somebody of the cast for a moment, by a login that ends again."""
    token, chosen = open_eyes(slug)
    try:
        with acting_as(token, chosen) as actor:
            yield actor
    finally:
        close_login(token)


def open_eyes(slug: str) -> tuple[str, UUID | None]:
    """Open a login of somebody's; give its token and what they act under."""
    kind = cast()[slug].kind if slug in cast() else Kind.STAFF
    token = open_login(person(slug), kind)
    return token, assignments(token)[0].assignment if kind is Kind.STAFF else None


def first_page(slug: str) -> str:
    """Say where somebody lands who has chosen nothing."""
    member = cast()[slug]
    return FIRST.get(slug, FAMILY_FIRST if member.kind is Kind.FAMILY else STAFF_FIRST)


def address(slug: str, place: str) -> str:
    """Find the address of a place, as the person sees it; their first page if it isn't there.

    What an outsider is to be refused is found through the teacher's eyes.
    """
    if place in COUNTY:
        return COUNTY[place]()
    find = PLACES.get(place)
    if find is None:
        return first_page(slug)
    with looking_as(TEACHER if place in BORROWED else slug) as actor:
        return find(actor) or first_page(slug)


def _file(actor: Actor) -> UUID | None:
    """Find Alva among the acting person's children."""
    name = cast()[ALVA].name
    return next((line.file for line in my_children(actor) if line.name == name), None)


def _of_file(name: str) -> Callable[[Actor], str]:
    def find(actor: Actor) -> str:
        file = _file(actor)
        return reverse(f"staff:{name}", args=[file]) if file else ""

    return find


def _signal(actor: Actor) -> str:
    given = cast()[ALVA].given
    line = next((one for one in my_signals(actor) if one.child_name == given), None)
    return reverse("staff:signal", args=[line.signal]) if line else ""


def _copy(actor: Actor) -> str:
    """Find the newest copy of Alva's plan in a unit that does not lead it."""
    file = _file(actor)
    held = copies(actor, open_child(actor, file)) if file else []
    line = next((one for one in held if one.kind == "plan_version"), None)
    return reverse("staff:delivery", args=[line.delivery]) if line else ""


def _family_plan(actor: Actor) -> str:
    line = next(iter(family_deliveries(actor, kind="plan_version")), None)
    return reverse("family:plan", args=[line.public_id]) if line else ""


PLACES: dict[str, Callable[[Actor], str]] = {
    "signal": _signal,
    "child": _of_file("child"),
    "consents": _of_file("consents"),
    "plan": _of_file("child_plan"),
    "copy": _copy,
    "family-plan": _family_plan,
    "my-consents": lambda _actor: reverse("family:consents"),
    "my-words": lambda _actor: reverse("family:words"),
    "readings": lambda _actor: reverse("family:readings"),
    "hidden-plan": _of_file("child_plan"),
}
BORROWED = frozenset({"hidden-plan"})


def _decision() -> str:
    found = next(iter(county_overview(timezone.localdate()).model_decisions), None)
    return reverse("county:decision", args=[found.id]) if found else reverse("county:overview")


COUNTY: dict[str, Callable[[], str]] = {
    "county": lambda: reverse("county:overview"),
    "decision": _decision,
}

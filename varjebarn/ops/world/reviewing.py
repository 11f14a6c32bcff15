"""What the school's head and its log reviewer have in hand: somebody is away, and two readings to review."""

from datetime import date

from varjebarn.audit.commands import draw_extra
from varjebarn.ops.world.logins import People, unit
from varjebarn.ops.world.sharing import SCHOOL, ahead
from varjebarn.organisations.commands import assign
from varjebarn.organisations.queries import workplaces
from varjebarn.organisations.reference import first_keeper
from varjebarn.people.commands import begin_leave, break_glass, involve, mend_glass
from varjebarn.people.queries import my_children, open_child

AWAY = "Ingrid Blom"
AT = "Björkskolan"
STAYS_AWAY = 12
HAPPENED = "Stella kom inte hem med klassens buss. Jag behövde numret hem, och Ulf svarade inte."


def tell_leave(people: People, on: date) -> None:
    """Let Ingrid be away for some days, and Mia stand in for her with Hampus."""
    place = unit(*SCHOOL).unit
    given, _, family = AWAY.partition(" ")
    with people.acting_person(first_keeper(place)) as keeper:
        ingrid = assign(
            keeper,
            given_name=given,
            family_name=family,
            title="Specialpedagog",
            duties=("professional",),
            workplace=next(one.public_id for one in workplaces(keeper) if one.name == AT),
        ).person
    with people.acting("principal") as lena:
        files = {line.name: line.file for line in my_children(lena)}
        involve(
            lena,
            open_child(lena, files["Hampus Öberg"]),
            person=ingrid,
            role="team",
            reason="Träffar Hampus två gånger i veckan",
        )
        begin_leave(
            lena,
            person=ingrid,
            substitute=people.persons["lead"],
            first_day=on,
            last_day=ahead(on, STAYS_AWAY),
        )


def tell_reviews(people: People) -> None:
    """Let a sample be drawn of what has been read, and Tor open a file in an emergency after it."""
    with people.acting("log-reviewer") as inga:
        draw_extra(inga)
    with people.acting("principal") as lena:
        stella = next(line.file for line in my_children(lena) if line.name == "Stella Brink")
    with people.acting("teacher") as tor:
        break_glass(tor, file=stella, reason=HAPPENED, kind="reach")
    with people.acting("teacher") as tor:
        mend_glass(tor, open_child(tor, stella))

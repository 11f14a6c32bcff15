"""Two whom Signe meets: Yusuf, who has a substitute guardian, and Tilda, who has just turned eighteen.

Gunnar is in a guardian's place for Yusuf, and his yes ends soon, so Signe is reminded to ask again.
Tilda decides for herself now: she alone is asked, and has not answered yet.
"""

from datetime import date

from varjebarn.disclosure.commands import register_substitute
from varjebarn.disclosure.substitutes import WHOLE, SubstituteKind, SubstituteWords
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world import sharing
from varjebarn.ops.world.children import born
from varjebarn.ops.world.hiring import E_IDENTIFICATION
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.neighbours import guardian_of
from varjebarn.ops.world.sharing import MEDICAL, SCHOOL, SOCIAL, YES, ahead
from varjebarn.people.commands import family_person, note_follow_up, open_file, register_guardian
from varjebarn.people.queries import open_child

ENDS = 10
"""Days until Gunnar's yes ends."""


def open_yusuf(people: People, on: date) -> None:
    """Open Yusuf's file: he came alone, and a god man decides in a guardian's place."""
    with people.acting("social-worker") as signe:
        gunnar = guardian_of(
            signe, value="yusuf-god-man", given="Gunnar", family="Ek", relation="God man"
        )
        yusuf = open_file(
            signe,
            given_name="Yusuf",
            family_name="Noori",
            born=born(11, on),
            reason="Placerad i familjehem, kom till Sverige utan föräldrar",
        )
        register_substitute(
            signe,
            yusuf,
            words=SubstituteWords(
                kind=SubstituteKind.GOD_MAN,
                name=gunnar.name,
                matters=WHOLE,
                source=f"Överförmyndarnämndens beslut {ahead(on, -90):%Y-%m-%d}",
                has_login=True,
                replaces=0,
                first=ahead(on, -90),
            ),
            person_ref=gunnar.person,
            replaces=(),
        )
        sharing.ask(
            signe,
            yusuf,
            purpose="Att Yusuf ska få en bra start i skolan",
            circle={
                SOCIAL: sharing.ALL_PARTS,
                SCHOOL: frozenset({"why", "goals", "actions"}),
            },
            last_day=ahead(on, ENDS),
        )
        note_follow_up(signe, yusuf, on=ahead(on, ENDS))
        file = yusuf.public_id
    people.persons["yusuf-god-man"] = gunnar.person
    with people.acting_person(gunnar.person, Kind.FAMILY) as god_man:
        sharing.answer(god_man, {SOCIAL: YES, SCHOOL: YES})
    with people.acting("social-worker") as signe:
        child = open_child(signe, file)
        sharing.heard(signe, child, {SCHOOL: YES}, said_on=ahead(on, -1))


def open_tilda(people: People, on: date) -> None:
    """Open Tilda's file: she turned eighteen a few days ago, so her mother is not asked any more."""
    with people.acting("social-worker") as signe:
        mother = guardian_of(
            signe, value="tilda-guardian", given="Anneli", family="Ros", relation="Mamma"
        )
        herself = family_person(
            signe, system=E_IDENTIFICATION, value="tilda", given_name="Tilda", family_name="Ros"
        )
        people.persons |= {"tilda": herself, "tilda-guardian": mother.person}
        tilda = open_file(
            signe,
            given_name="Tilda",
            family_name="Ros",
            born=born(18, on, day=4),
            reason="Stöd i eget boende. Fyllde 18 och frågas själv",
            person_ref=herself,
        )
        register_guardian(
            signe,
            tilda,
            person_ref=mother.person,
            name=mother.name,
            relation=mother.relation,
            custody=True,
            source=f"Folkbokföringen {ahead(on, -30):%Y-%m-%d}",
        )
        sharing.ask(
            signe,
            tilda,
            purpose="Att Tilda ska ha kvar sitt stöd nu när hon är vuxen",
            circle={
                SOCIAL: sharing.ALL_PARTS,
                MEDICAL: frozenset({"why", "goals", "actions"}),
            },
            last_day=ahead(on, 180),
        )
        note_follow_up(signe, tilda, on=ahead(on, 13))

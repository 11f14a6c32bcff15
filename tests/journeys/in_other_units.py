"""The school nurse and the social worker, each behind a secrecy of their own."""

from tests.journeys import told
from tests.journeys.stage import Person, Stage


def take_in(person: Person, *, into: str) -> None:
    """Take in what has just been opened, if it waits for it."""
    if person.main.get_by_role("link", name="Ta emot", exact=True).count():
        person.follow("Ta emot", within=person.main)
        person.main.get_by_label(into).first.check()
        person.tick("Jag själv")
        person.press("Ta emot")


def when_the_school_nurse_adds_her_part(stage: Stage) -> None:
    noor = stage.person("nurse")
    noor.follow("Inbjudan till planen: Alva")
    take_in(noor, into="Den akt ni redan har om barnet")
    noor.sees(told.WHY)
    noor.misses(told.SCARED, told.CRIES)
    noor.follow("Bidra till planen", within=noor.main)
    noor.write("Till planen som helhet", told.NURSES_OFFER)
    noor.choose("Var på hjulet?", "Må bra")
    noor.write("Det som är svårt", told.BELLY)
    noor.press("Skicka bidraget")
    noor.sees("Ditt bidrag är skickat.")


def when_the_social_worker_answers_that_hers_has_begun(stage: Stage) -> None:
    signe = stage.person("social-worker")
    signe.sees("Väntar på att tas emot")
    signe.follow("Barnets plan, version 1: Alva")
    take_in(signe, into="En ny akt")
    signe.sees("Mottagen.", told.SUPPORT, told.WANTS_FRIEND)
    signe.follow("Bidra till planen", within=signe.main)
    signe.choose("Hur går det?", "Påbörjad")
    signe.write("Något att berätta?", told.BEGUN)
    signe.press("Skicka bidraget")
    signe.sees("Ditt bidrag är skickat.")


def then_the_nurses_copy_lacks_what_she_was_not_given(stage: Stage) -> None:
    noor = stage.person("nurse")
    noor.home()
    noor.follow("Barnets plan, version 1: Alva")
    noor.sees(told.CALM, told.TALKS)
    noor.misses("Det Alva säger", told.WANTS_FRIEND, told.SCARED)


def then_the_social_worker_is_told_that_it_has_ended(stage: Stage) -> None:
    signe = stage.person("social-worker")
    signe.home()
    signe.misses("version 2")
    signe.follow("Alva Lund", within=signe.region("Mina barn"))
    signe.sees("Samtycket är slut")
    signe.misses("version 2")
    signe.follow("version 1", within=signe.main)
    signe.sees("Samtycket är slut", "ni behåller det ni fått", told.SUPPORT)
    signe.misses(told.MORE)


def then_the_nurse_gets_the_next_version(stage: Stage) -> None:
    noor = stage.person("nurse")
    noor.home()
    noor.follow("Barnets plan, version 2: Alva")
    noor.sees(told.MORE)
    noor.misses(told.WANTS_FRIEND)

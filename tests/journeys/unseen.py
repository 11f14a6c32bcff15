"""All that somebody in the family can see, so that it can be held against itself after something they aren't told."""

import psycopg

from tests.journeys.stage import Person

PAGES = ("", "vem-har-last/", "meddelanden/", "besked/", "plan/", "samtycken/", "varfor/")
OF_READINGS = ("", "vem-har-last/")
WRITTEN = (
    "SELECT (SELECT count(*) FROM audit_familyline WHERE act = 'delivery.read'), (SELECT count(*) FROM disclosure_familydelivery), "
    "(SELECT count(*) FROM people_outboxrow), (SELECT count(*) FROM people_familyaccess)"
)
READ = (
    "SELECT count(*) FROM audit_event e JOIN disclosure_delivery d ON d.public_id = e.object "
    "WHERE d.ground = %s AND e.act = 'delivery.read' AND e.unit_id = d.unit_id"
)


def all_that(reader: Person, *names: str) -> dict[str, object]:
    """Give the words of every page of a family member's as they are now: lines, counts and notices.

    Of the two that tell of readings, how often they name somebody: the sender's own are always told.
    """
    seen: dict[str, object] = {}
    for page in PAGES:
        reader.arrive(f"/familj/{page}")
        words = reader.page.locator("body").inner_text()
        seen[page] = [words.count(name) for name in names] if page in OF_READINGS else words
    return seen


def written(owner: psycopg.Connection) -> object:
    """Count what the database holds for families of what is given, whether a page shows it or not."""
    return owner.execute(WRITTEN).fetchone()


def read_on(owner: psycopg.Connection, ground: str) -> int:
    """Count the logged readings, at the recipients, of what was given on a ground."""
    found = owner.execute(READ, [ground]).fetchone()
    assert found is not None
    return int(found[0])


def decide(sender: Person, ground: str) -> None:
    """From what has been chosen to share, to that it is shared, on a ground; every box gets a sentence."""
    sender.press("Se vad som gäller")
    sender.main.get_by_label(ground).check()
    sender.press("Se vad mottagaren får")
    sender.sees("Vad familjen får veta")
    for box in sender.main.get_by_role("textbox").all():
        if box.is_visible() and not box.input_value():
            box.fill("Prövat i dag, och det väger tyngre.")
    for point in sender.main.get_by_label("Punkt 3", exact=True).all():
        point.check()
    sender.press("Dela nu")
    sender.sees("Utlämnat från er verksamhet")

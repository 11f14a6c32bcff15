"""Signe of the social services on her phone, Tove's parents on theirs, and the child health centre."""

from varjebarn.organisations.cast import PASSWORD

from tests.journeys.stage import DESK, FAMILY_DOOR, PHONE, STAFF_DOOR, UUID, Person, Stage
from tests.world.another_contact import INTAKE, address

SIGNE, SANNA, FATHER = "social-worker", "bvc-nurse", "guardian-without-custody"
CENTRE = "Barnhälsovård, Region Kronoberg"
TOVE = "Tove Wester"
FEW_WORDS = "Säger få ord för sin ålder."
SEEKS_COMFORT = "Söker tröst hos sin pappa."
ANSWER = "Vi ses på BVC nästa vecka och följer talet."
LEAST = 15
OUTSIDERS = ("outsider", "outsider-elsewhere", "police")


def comes(stage: Stage, slug: str, screen: dict[str, int], door: str) -> Person:
    """Somebody comes through a door, the first time with a password."""
    if slug not in stage.persons:
        stage.persons[slug] = found = stage.somebody(screen)
        found.arrive("/")
        found.follow(door)
        found.write("E-post", address(slug))
        found.write("Lösenord", PASSWORD)
        found.press("Logga in")
    return stage.persons[slug]


def signe(stage: Stage) -> Person:
    return comes(stage, SIGNE, PHONE, STAFF_DOOR)


def when_she_notices_something_about_a_two_year_old(stage: Stage) -> None:
    person = signe(stage)
    person.follow(TOVE)
    person.follow("Uppmärksamma")
    for area, label, words in (
        ("Utvecklas", "Det som är svårt", FEW_WORDS),
        ("Omvårdad", "Det som fungerar", SEEKS_COMFORT),
    ):
        person.write(label, words, within=person.unfold(area))
    person.press("Spara och gå vidare")


def when_she_asks_whether_the_centre_may_be_told(stage: Stage) -> None:
    person = signe(stage)
    person.sees(
        "När barnet är 2 år är det sjuksköterska på barnavårdscentralen (BVC).",
        "Det är en annan verksamhet, så familjen får frågan först",
        "Linnea Falk",
        "Jonas Wester",
    )
    person.misses("Sanna Holm")
    person.press("Fråga familjen")
    person.sees("Välj en verksamhet")
    person.tick(CENTRE)
    person.press("Fråga familjen")
    person.sees("Frågan är skickad till familjen.", f"Familjen är frågad om {CENTRE} får veta.")


def when_a_parent_answers(stage: Stage, slug: str, *, word: str) -> None:
    parent = comes(stage, slug, PHONE, FAMILY_DOOR)
    parent.home()
    parent.sees("En fråga om samtycke")
    parent.follow("Läs frågan")
    parent.sees(
        f"Får vi berätta om Tove för {CENTRE}?",
        "Signe Falkenberg",
        f"{CENTRE} får inte veta något, inte heller att någon har frågat.",
        "Tove får samma hjälp som annars.",
    )
    parent.misses(FEW_WORDS)
    parent.follow("Gå vidare och svara")
    parent.tick(word, within=parent.group(f"Får vi berätta för {CENTRE}?"))
    parent.press("Nästa")
    parent.sees(f"{CENTRE}: {word}")
    parent.press("Skicka mina svar")
    parent.sees("Dina svar är skickade.")


def to_the_signal(stage: Stage) -> Person:
    person = signe(stage)
    person.home()
    person.follow("Tove", within=person.region("Det jag har uppmärksammat"))
    return person


def then_one_yes_is_not_enough(stage: Stage) -> None:
    person = to_the_signal(stage)
    person.sees(f"Familjen är frågad om {CENTRE} får veta.")
    assert person.main.get_by_role("link", name="Skicka", exact=True).count() == 0


def when_she_sends_it(stage: Stage) -> None:
    person = to_the_signal(stage)
    person.sees(f"Familjen har sagt ja till att {CENTRE} får veta.")
    person.follow("Skicka", within=person.main)
    person.press("Skicka")
    person.sees("Skickat till den andra verksamheten.", f"Skickat till {CENTRE}.")
    person.misses("Sanna Holm")


def when_the_intake_files_it_and_names_who_takes_it(stage: Stage) -> None:
    berit = comes(stage, INTAKE, DESK, STAFF_DOOR)
    berit.sees("Väntar på att tas emot")
    berit.follow(f"Något som uppmärksammats: {TOVE}")
    berit.sees("Avsändaren vet inte om ni känner barnet, förrän ni har tagit emot.", FEW_WORDS)
    berit.follow("Ta emot", within=berit.main)
    berit.press("Ta emot")
    berit.sees("Välj en akt, eller en ny", "Välj vem som tar hand om det")
    berit.main.get_by_label(f"{TOVE}, ").first.check()
    berit.tick("Sanna Holm, BVC-sjuksköterska (barnensbästa-ansvarig)")
    berit.press("Ta emot")
    berit.sees("Mottagen. Avsändaren ser att ni har tagit emot.")
    berit.misses(TOVE)


def then_she_learns_who_the_contact_is(stage: Stage) -> None:
    person = to_the_signal(stage)
    person.sees(f"Sanna Holm, BVC-sjuksköterska, tar hand om det på {CENTRE}.")


def when_the_contact_judges_by_the_tree_and_answers(stage: Stage) -> None:
    sanna = stage.person(SANNA)
    sanna.follow(TOVE, within=sanna.region("Mina barn"))
    sanna.follow("Något som uppmärksammats", within=sanna.main)
    sanna.sees(FEW_WORDS, SEEKS_COMFORT, "Signe Falkenberg, Socialtjänst barn och unga")
    sanna.press("Lägg in i akten och bedöm")
    sanna.press("Spara bedömningen")
    sanna.sees("Skriv ett svar till den som uppmärksammade")
    sanna.tick("Ja", within=sanna.group("Räcker det som den egna verksamheten kan göra?"))
    sanna.write("Till den som uppmärksammade", ANSWER)
    sanna.press("Spara bedömningen")
    sanna.sees("Skicka nu svaret till den som uppmärksammade.", ANSWER)
    sanna.press("Skicka svaret")
    sanna.sees("Svaret är skickat till Socialtjänst barn och unga", ANSWER)


def then_she_reads_what_became_of_it(stage: Stage) -> None:
    person = signe(stage)
    person.home()
    person.sees("Svar om det som uppmärksammats")
    person = to_the_signal(stage)
    person.sees(ANSWER, "Verksamheten hjälper själv", "Sanna Holm, bvc-sjuksköterska")
    person.home()
    person.misses("Svar om det som uppmärksammats")


def then_the_intake_is_out_of_it_again(stage: Stage) -> None:
    berit = stage.persons[INTAKE]
    own = sorted(path for path in berit.read if UUID.search(path))
    assert own, "Berit has been at its pages"
    answers = {path: berit.context.request.get(path).status for path in own}
    assert answers == dict.fromkeys(own, 404)


def then_outsiders_find_nothing_at_any_address(stage: Stage) -> None:
    told_it = list(stage.persons.values())
    read = sorted({path for one in told_it for path in one.read if UUID.search(path)})
    sent = sorted({path for one in told_it for path in one.sent if UUID.search(path)})
    assert len(read) >= LEAST, "there is something to find"
    for slug in OUTSIDERS:
        outsider = stage.person(slug)
        answers = {path: outsider.context.request.get(path).status for path in read}
        assert answers == dict.fromkeys(read, 404), slug
        proof = outsider.page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
        posted = {
            path: outsider.context.request.post(
                path,
                form={"csrfmiddlewaretoken": proof or ""},
                headers={"Referer": stage.site + path},
            ).status
            for path in sent
        }
        assert {*posted.values()} == {404}, (slug, posted)
        assert TOVE not in outsider.context.request.get("/personal/").text()

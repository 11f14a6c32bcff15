"""What the teacher and the principal do and see."""

import re
from datetime import date, timedelta
from pathlib import Path

from tests.journeys.traveller import Traveller

TODAY = date.today()
CRIES, ALONE, READS = (
    "Gråter när hon ska ut på rast.",
    "Säger att ingen vill leka.",
    "Läser gärna högt.",
)
THANKS = "Tack. Vi frågar Alva och Karin om att göra en plan."
WALK, TALK, HOME = "Gå med Alva ut på rasten", "Samtal med Alva om magen", "Stöd till Karin hemma"
GOAL, GOAL_TWO = "Alva går ut på rast utan att vara rädd", "Alva har någon att leka med"
WHY = "Alva är ledsen på rasterna. Vi vill att hon ska känna sig trygg."
ALL_PARTS = (
    "why", "wheel", "child_view", "guardian_view", "goals", "actions", "team", "disagreement",
)  # fmt: skip
NURSE_PARTS = ("why", "wheel", "goals", "actions", "team")


def alva(who: Traveller) -> None:
    """Open Alva's page from the day's page."""
    who.open("/personal/")
    who.follow("Alva Lund")


def when_the_teacher_notices_and_hands_it_on(tor: Traveller) -> None:
    alva(tor)
    tor.follow("Uppmärksamma")
    tor.write("Det som är svårt", CRIES, within=tor.unfold("Trygg"))
    included = tor.unfold("Delaktig")
    tor.write("Det som är svårt", ALONE, within=included)
    tor.choose("Barnet", within=included)
    tor.write("Det som fungerar", READS, within=tor.unfold("Utvecklas"))
    tor.press("Spara och gå vidare")
    assert tor.reads("rektor")
    tor.choose("Lena Strand, Rektor")
    tor.press("Lämna")
    assert tor.reads(CRIES)


def when_the_principal_judges_together_and_asks(lena: Traveller) -> None:
    lena.open("/personal/")
    assert lena.reads("Alva Lund")
    lena.follow("Alva Lund")
    lena.follow("Bedöm det som uppmärksammats")
    for question, answer in (("egna verksamheten", "Nej"), ("annan verksamhet", "Nej")):
        lena.choose(answer, within=group(lena, question))
    lena.choose("Ja", within=group(lena, "två eller flera"))
    lena.page.locator("textarea[name=to_author]").fill(THANKS)
    lena.press("Spara bedömningen")
    for unit, parts in (
        ("Elevhälsans medicinska insats", NURSE_PARTS),
        ("Socialtjänst barn och unga", ALL_PARTS),
        ("Lokalpolisområde Växjö", ("actions",)),
    ):
        row = lena.unfold(unit)
        for part in parts:
            row.locator(f"input[type=checkbox][value={part}]").check()
    lena.press("Se frågan som familjen ser den")
    assert lena.reads("Lokalpolisområde Växjö")
    lena.press("Skicka frågan")


def group(who: Traveller, words: str):
    """Give the group of radio buttons whose question holds some words."""
    legend = who.page.locator("legend", has_text=words)
    return who.page.locator("fieldset", has=legend).last


def when_the_principal_asks_the_child(lena: Traveller) -> None:
    alva(lena)
    lena.follow("Fråga Alva")
    for one in ("safe", "included", "achieving"):
        lena.page.locator(f"input[type=checkbox][value={one}]").check()
    lena.page.locator("textarea[name=why]").fill("Vi vill veta hur du har det.")
    lena.press("Skicka frågorna")


def when_the_principal_begins_the_plan_and_invites(lena: Traveller) -> None:
    alva(lena)
    lena.follow("Barnets ord")
    lena.press("Ta in svaret, ord för ord")
    lena.follow("Planen")
    lena.write("Varför behövs en plan?", WHY)
    lena.write("När följer ni upp?", (TODAY + timedelta(days=60)).isoformat())
    lena.press("Börja planen")
    lena.follow("Bjud in")
    lena.page.locator("textarea").first.fill("Vad har ni sett, och vad kan ni göra?")
    for box in lena.page.get_by_role("checkbox").all():
        box.check()
    lena.press("Skicka inbjudan")


def when_the_principal_makes_the_plan_and_sends_it(lena: Traveller) -> None:
    alva(lena)
    lena.follow("Planen")
    assert lena.reads("Ont i magen på morgnarna")  # the nurse's part, with its source
    for need, goal in (("Trygghet när rasten börjar", GOAL), ("Att få vara med", GOAL_TWO)):
        lena.follow("Nytt behov och mål")
        lena.write("Vad behöver barnet?", need)
        lena.write("Vad vill vi uppnå?", goal)
        lena.page.locator("form.vb-form button[type=submit]").first.click()
        lena.page.wait_for_load_state()
    for what, unit, whose in (
        (WALK, "Skola", GOAL),
        (TALK, "Elevhälsans medicinska insats", GOAL),
        (HOME, "Socialtjänst barn och unga", GOAL_TWO),
    ):
        lena.follow("Ny insats")
        pick(lena, "Vad hör det till?", whose)
        lena.write("Vad ska göras?", what)
        pick(lena, "Vilka gör det?", unit)
        lena.write("Klart senast", (TODAY + timedelta(days=30)).isoformat())
        lena.page.locator("form.vb-form button[type=submit]").first.click()
        lena.page.wait_for_load_state()
    send(lena)


def pick(who: Traveller, label: str, words: str) -> None:
    """Pick the first choice in a list that holds some words."""
    box = who.page.get_by_label(label)
    value = box.locator("option", has_text=words).first.get_attribute("value")
    box.select_option(value)


def send(lena: Traveller) -> None:
    lena.follow(re.compile("Vilka får vad"))
    assert lena.reads("Lokalpolisområde Växjö, Polismyndigheten Får inte")
    assert lena.reads("Jonas Wester, förälder Får inte")
    lena.press("Skicka planen")


def then_the_teacher_knows_what_became_of_it(tor: Traveller) -> None:
    tor.open("/personal/")
    tor.page.locator('a[href*="/personal/signal/"]').first.click()
    tor.page.wait_for_load_state()
    tor.look()
    assert tor.reads(THANKS)


def then_the_lead_sees_the_answer_at_once(lena: Traveller) -> None:
    alva(lena)
    lena.follow("Planen")
    assert lena.reads("Första samtalet är gjort.")
    assert lena.reads("Påbörjad")


def when_the_principal_sends_the_next_version(lena: Traveller, pictures: Path | None) -> None:
    alva(lena)
    lena.follow("Planen")
    assert lena.reads("Ingår inte längre i delningen") or lena.reads(
        "ingår inte längre i delningen"
    )
    send(lena)
    if pictures:
        lena.picture(pictures / "plan.png", from_heading="Det Alva säger", height=1500)

"""The teacher on his phone, and the principal, who is the child's contact and holds the plan."""

from tests.journeys import told
from tests.journeys.stage import Person, Stage

ALVA = "Alva Lund"
EVERY_PART = (
    "Varför det finns en plan",
    "Hjulet: vad som fungerar och vad som är svårt",
    "Barnets egna ord",
    "Vårdnadshavarnas ord",
    "Behov och mål",
    "Vem som gör vad",
    "Vilka som är med",
    "Om någon tycker annorlunda",
)
NURSES_PARTS = tuple(EVERY_PART[number] for number in (0, 1, 4, 5, 6))


def gets_a_copy(lead: Person, who: str) -> bool:
    """What the list says before the plan is sent."""
    return "Får inte" not in lead.row(who).inner_text()


def when_the_teacher_notices_two_challenges_and_a_strength(stage: Stage) -> None:
    tor = stage.person("teacher")
    tor.follow(ALVA)
    tor.follow("Uppmärksamma")
    for area, label, words in (
        ("Trygg", "Det som är svårt", told.CRIES),
        ("Delaktig", "Det som är svårt", told.ALONE),
        ("Utvecklas", "Det som fungerar", told.READS),
    ):
        folded = tor.unfold(area)
        tor.write(label, words, within=folded)
        if words == told.ALONE:
            tor.tick("Det barnet har sagt", within=folded)
    tor.press("Spara och gå vidare")


def when_he_hands_it_to_the_contact(stage: Stage) -> None:
    tor = stage.person("teacher")
    tor.sees("Lämna till barnensbästa-ansvarig", "När barnet är 7 år är det", "Lena Strand")
    tor.press("Lämna")
    tor.sees("Lämnat till Lena Strand", told.CRIES, told.READS)


def when_the_principal_judges_that_several_act_together(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.follow(ALVA)
    lena.follow("Bedöm det som uppmärksammats")
    lena.sees(told.CRIES, told.ALONE, told.READS)
    for question, answer in (
        ("Räcker det som den egna verksamheten kan göra?", "Nej"),
        ("Hör det helt till en annan verksamhet?", "Nej"),
        ("Behöver två eller flera göra något tillsammans?", "Ja"),
    ):
        lena.tick(answer, within=lena.group(question))
    lena.write("Till den som uppmärksammade", told.ANSWER_TO_TOR)
    lena.press("Spara bedömningen")


def when_she_asks_for_consent(stage: Stage) -> None:
    lena = stage.person("principal")
    for unit, parts in (
        (told.MEDICAL, NURSES_PARTS),
        (told.SOCIAL, EVERY_PART),
        (told.POLICE, ("Vem som gör vad",)),
    ):
        folded = lena.unfold(unit)
        for part in parts:
            lena.tick(part, within=folded)
    lena.write("Till och med vilken dag?", told.ahead(200))
    lena.press("Se frågan som familjen ser den")
    lena.sees("Får de här dela med varandra om Alva?", "Karin Lund", told.POLICE)
    lena.misses("Jonas Wester")
    lena.press("Skicka frågan")
    lena.sees("Frågan om samtycke är skickad till familjen.")


def when_she_asks_the_child_three_questions(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.tab("Barnets ord")
    lena.follow("Fråga Alva")
    for area in ("Trygg", "Delaktig", "Utvecklas"):
        lena.tick(area)
    lena.press("Skicka frågorna")
    lena.sees("Frågorna är skickade till barnet.")


def when_she_takes_in_the_childs_words(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.home()
    lena.follow(ALVA)
    lena.tab("Barnets ord")
    lena.sees(told.SCARED, told.WANTS_FRIEND, told.LIKES_READING)
    lena.press("Ta in svaret, ord för ord")
    lena.sees("Orden finns nu bland barnets ord, precis som de skrevs.", told.WANTS_FRIEND)


def when_she_begins_a_plan_and_invites_the_nurse(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.tab("Planen")
    lena.write("Varför behövs en plan?", told.WHY)
    lena.write("När följer ni upp?", told.ahead(60))
    lena.press("Börja planen")
    lena.follow("Bjud in")
    lena.main.get_by_label(told.SOCIAL).uncheck()
    lena.write("Vad undrar ni om de kan göra?", "Har du sett något om hur Alva mår?")
    lena.press("Skicka inbjudan")
    lena.sees("Inbjudan är skickad.")


def when_she_writes_two_goals_and_three_actions(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.home()
    lena.follow(ALVA)
    lena.tab("Planen")
    lena.sees(told.BELLY, told.NURSES_OFFER)
    for need, area, goal in (
        ("Att känna sig trygg på rasten", "Trygg", told.CALM),
        ("Att få vara med i leken", "Delaktig", told.FRIENDS),
    ):
        lena.follow("Nytt behov och mål")
        lena.write("Vad behöver barnet?", need)
        lena.choose("Var på hjulet?", area)
        lena.write("Vad vill vi uppnå?", goal)
        lena.press("Spara")
    for words, goal, unit, who in (
        (told.WALK, told.CALM, told.SCHOOL, "Tor Ekman"),
        (told.TALKS, told.CALM, told.MEDICAL, "Noor Haddad"),
        (told.SUPPORT, told.FRIENDS, told.SOCIAL, "Signe Falkenberg"),
    ):
        lena.follow("Ny insats")
        about = lena.main.get_by_label("Vad hör det till?")
        about.select_option(about.locator("option").filter(has_text=goal).get_attribute("value"))
        lena.write("Vad ska göras?", words)
        lena.choose("Vilka gör det?", unit)
        lena.write("Vem där?", who)
        lena.write("Klart senast", told.ahead(30))
        lena.press("Spara")
    lena.sees(told.CALM, told.FRIENDS, told.WALK, told.TALKS, told.SUPPORT)


def when_she_publishes(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.follow("Vilka får vad? Skicka planen")
    for who in (told.MEDICAL, told.SOCIAL, "Karin Lund, vårdnadshavare", "Alva, barnet"):
        assert gets_a_copy(lena, who), who
    for who in (told.POLICE, "Jonas Wester, förälder"):
        assert not gets_a_copy(lena, who), who
    lena.press("Skicka planen")
    lena.sees("Planen är skickad.", "Senast skickad: version 1")
    lena.take_picture("plan", of="Behov och mål")


def then_the_teacher_is_told_what_became_of_it(stage: Stage) -> None:
    tor = stage.person("teacher")
    tor.home()
    tor.sees(told.ANSWER_TO_TOR)
    tor.follow("Alva", within=tor.region("Det jag har uppmärksammat"))
    tor.sees("Vad blev det av det?", told.ANSWER_TO_TOR)
    tor.tab("Planen")
    tor.sees(told.WALK, "Tor Ekman")


def then_the_lead_sees_at_once_that_it_has_begun(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.home()
    lena.sees("Bidrag till planen")
    lena.follow(ALVA)
    lena.tab("Planen")
    lena.sees("Påbörjad", told.BEGUN)


def when_she_tells_what_came_of_it_and_publishes_again(stage: Stage) -> None:
    lena = stage.person("principal")
    lena.tab("Barnets ord")
    lena.follow("Vad ledde det till?")
    lena.write("Vad ledde det till?", told.CAME_OF_IT)
    lena.press("Spara")
    lena.sees(told.CAME_OF_IT)
    lena.tab("Planen")
    lena.follow(f"Ändra läget för: {told.WALK}")
    lena.choose("Hur går det?", "Pågår")
    lena.write("Något att berätta?", told.MORE)
    lena.press("Spara")
    lena.follow("Vilka får vad? Skicka planen")
    assert gets_a_copy(lena, told.MEDICAL)
    assert not gets_a_copy(lena, told.SOCIAL)
    lena.press("Skicka planen")
    lena.sees("Senast skickad: version 2", told.MORE)

"""The guardian and the child, each on a phone."""

from tests.journeys import told
from tests.journeys.stage import Stage


def when_the_guardian_reads_what_the_question_means(stage: Stage) -> None:
    karin = stage.person("guardian")
    karin.sees("En fråga om samtycke")
    karin.follow("Läs frågan")
    karin.sees(
        "Får de som hjälper Alva dela uppgifter med varandra?",
        "Om du säger nej",
        "Alva får samma hjälp som annars.",
        "Ett nej är inget skäl till oro.",
        "Sedan slutar ditt ja att gälla av sig självt.",
    )
    karin.misses(told.CRIES)


def when_she_says_yes_to_three_and_no_to_the_police(stage: Stage) -> None:
    karin = stage.person("guardian")
    karin.follow("Gå vidare och svara")
    for unit in (told.SCHOOL, told.MEDICAL, told.SOCIAL):
        karin.tick("Ja", within=karin.group(unit))
    karin.press("Nästa")
    karin.sees(f"Välj ett svar för {told.POLICE}")
    karin.tick("Nej", within=karin.group(told.POLICE))
    karin.press("Nästa")
    karin.sees(f"{told.SOCIAL}: Ja", f"{told.POLICE}: Nej")
    karin.press("Skicka mina svar")
    karin.sees("Dina svar är skickade.")


def when_the_child_answers_in_faces_and_words(stage: Stage) -> None:
    alva = stage.person("child")
    alva.follow("Till frågorna")
    alva.sees("Lena Strand", "Det är", told.SCHOOL, told.SOCIAL, "Karin Lund")
    alva.misses("Lokalpolisområde", "Jonas Wester")
    alva.follow("Börja")
    for face, words in (
        ("Dåligt", told.SCARED),
        ("Jättebra", told.LIKES_READING),
        ("Sådär", told.WANTS_FRIEND),
    ):
        alva.sees("Det här ser:", told.SCHOOL)
        alva.main.get_by_role("radio", name=face, exact=True).check()
        alva.main.get_by_role("textbox").fill(words)
        alva.press("Nästa")
    while alva.main.get_by_role("button", name="Jag vill inte svara nu").count():
        alva.press("Jag vill inte svara nu")
    alva.sees("Så här svarar du", told.SCARED, told.WANTS_FRIEND, told.LIKES_READING)
    alva.press("Skicka mina ord")
    alva.sees("Dina ord är skickade.")


def then_the_guardian_reads_the_plan_in_her_view(stage: Stage) -> None:
    karin = stage.person("guardian")
    karin.home()
    karin.follow("Planen", within=karin.page.get_by_role("navigation", name="Huvudmeny"))
    karin.sees("Målen, och vem som gör vad", told.CALM, told.FRIENDS, told.WALK, told.SUPPORT)
    karin.sees("Har börjat", told.BEGUN)


def then_the_child_reads_the_plan_in_hers(stage: Stage) -> None:
    alva = stage.person("child")
    alva.home()
    alva.follow("Planen", within=alva.page.get_by_role("navigation", name="Huvudmeny"))
    alva.sees("Min plan", "Det här är viktigt för mig", told.WANTS_FRIEND, "Tor Ekman", told.WALK)
    alva.misses("Målen, och vem som gör vad")


def then_both_see_who_has_read(stage: Stage) -> None:
    for slug in ("guardian", "child"):
        reader = stage.person(slug)
        menu = reader.page.get_by_role("navigation", name="Huvudmeny")
        reader.follow("Vem har läst?", within=menu)
        reader.sees(told.SCHOOL, told.MEDICAL, told.SOCIAL, "kl.", "öppnade sin kopia av")
        reader.misses("Lokalpolisområde", "Granat")
    stage.person("guardian").take_picture("vem-har-last", of="Vem har läst?")


def when_the_guardian_withdraws_for_social_services(stage: Stage) -> None:
    karin = stage.person("guardian")
    menu = karin.page.get_by_role("navigation", name="Huvudmeny")
    karin.follow("Det vi har sagt ja till", within=menu)
    karin.follow(f"Ta tillbaka mitt ja för {told.SOCIAL}")
    karin.sees("Det de redan har fått finns kvar hos dem.", "Du behöver inte säga varför.")
    karin.press("Ja, ta tillbaka mitt ja")
    karin.sees("Nu skickas inget nytt dit.", "Du har tagit tillbaka ditt ja")


def then_the_guardian_reads_what_has_happened_since(stage: Stage) -> None:
    karin = stage.person("guardian")
    karin.home()
    karin.sees("En ny version av planen")
    karin.follow("Läs planen", within=karin.main)
    karin.sees("Version 2", told.MORE, told.BEGUN, "Har börjat")

"""Those who have no business here, and the one who reviews the log."""

import re

from tests.journeys.stage import UUID, Stage

OUTSIDERS = ("police", "outsider", "outsider-elsewhere")
OTHER_FAMILY = ("guardian-without-custody", "teen", "guardian-of-teen")
LEAST = 40
STEPS = (
    ("Tor Ekman", "uppmärksammade något"),
    ("Tor Ekman", "lämnade vidare det som uppmärksammats"),
    ("Lena Strand", "bedömde det som uppmärksammats"),
    ("Lena Strand", "frågade om samtycke"),
    ("Lena Strand", "frågade barnet"),
    ("Lena Strand", "tog in barnets eller vårdnadshavarens ord"),
    ("Lena Strand", "började planen"),
    ("Lena Strand", "bjöd in till planen"),
    ("Lena Strand", "skrev ett mål"),
    ("Lena Strand", "planerade en insats"),
    ("Lena Strand", "skickade planen"),
    ("Tor Ekman", "öppnade planen"),
    ("Lena Strand", "skrev vad orden ledde till"),
    ("Lena Strand", "ändrade en insats"),
)


def then_outsiders_find_nothing_at_any_address(stage: Stage) -> None:
    told = list(stage.persons.values())
    read = sorted({path for one in told for path in one.read if UUID.search(path)})
    sent = sorted({path for one in told for path in one.sent if UUID.search(path)})
    assert len(read) >= LEAST, "the story has been told, so there is something to find"
    assert {path.split("/")[1] for path in read} == {"personal", "familj"}
    for slug in (*OUTSIDERS, *OTHER_FAMILY):
        outsider = stage.person(slug)
        answers = {path: outsider.context.request.get(path).status for path in read}
        assert answers == dict.fromkeys(read, 404), slug
        proof = outsider.page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
        answers = {
            path: outsider.context.request.post(
                path,
                form={"csrfmiddlewaretoken": proof or ""},
                headers={"Referer": stage.site + path},
            ).status
            for path in sent
        }
        assert {*answers.values()} == {404}, (slug, answers)


def then_outsiders_see_nothing_in_lists_counts_and_log(stage: Stage) -> None:
    for slug in OUTSIDERS:
        outsider = stage.person(slug)
        seen, waiting = set(), ["/personal/", "/", "/lanet/", "/personal/logg/", "/register/"]
        while waiting:
            path = waiting.pop()
            seen.add(path)
            answer = outsider.context.request.get(path)
            text = answer.text()
            assert "Alva " not in re.sub("<[^>]+>", " ", text).replace("Alvesta", ""), (slug, path)
            if answer.ok:
                found = re.findall(r'href="(/(?:personal|lanet|register)/[^"#]*)"', text)
                waiting += [path for path in found if path not in {*seen, *waiting}]
        assert outsider.context.request.get("/personal/logg/").status == 404, slug


def then_the_log_reviewer_sees_every_step(stage: Stage) -> None:
    inga = stage.person("log-reviewer")
    inga.follow("Vem har läst")
    lines: list[str] = []
    while True:
        lines += inga.main.get_by_role("row").all_inner_texts()
        if not inga.main.get_by_role("link", name="Visa äldre").count():
            break
        inga.follow("Visa äldre")
    lines = [line for line in lines if "Alva Lund" in line]
    for who, act in STEPS:
        assert any(who in line and act in line for line in lines), (who, act)
    for act, times in (("skrev ett mål", 2), ("planerade en insats", 3), ("skickade planen", 2)):
        assert sum(act in line for line in lines) == times, act
    for event in ("samtycke togs tillbaka", "svar kom från familjen", "kopia kom"):
        assert any(event in line for line in lines), event
    for name in ("Ulf Granat", "Pål Rask", "Ulla Brandt"):
        assert not any(name in line for line in lines), (
            f"{name} did nothing about Alva in this unit"
        )

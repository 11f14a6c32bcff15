"""A draft process plan is published, the members get mail, it is decided, and in force for everybody."""

from collections.abc import Iterator

import psycopg
import pytest
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Browser

from varjebarn.ops.notices.letters import send_letters
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast
from varjebarn.steering import commands, queries
from varjebarn.steering.queries import documents as reading

from tests.journeys.stage import PHONE, Stage
from tests.world.cluster import Databases, current
from tests.world.documents_story import SECRET, build
from tests.world.postbox import Postbox, mail_server
from tests.world.serving import serving

pytestmark = pytest.mark.world.with_args(build)

SMTP = "django.core.mail.backends.smtp.EmailBackend"
WRITTEN = "## Vart vi är på väg\n\nVi möts varje månad.\n\n- Barnen berättar först"


@pytest.fixture
def stage(databases: Databases, own_database: str, browser: Browser) -> Iterator[Stage]:
    with serving(databases, own_database) as site:
        made = Stage(site=site, browser=browser, javascript=True, pictures=False)
        yield made
        made.leave()


@pytest.fixture
def mail(owner: psycopg.Connection) -> Iterator[Postbox]:
    owner.execute("DELETE FROM steering_letter")  # those of the world's making
    with (
        mail_server() as box,
        override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port),
    ):
        yield box


def decided(people: People, world: dict[str, object]) -> None:
    """Hold today's meeting and decide what stands on its agenda."""
    today = timezone.localdate()
    with people.acting("process-leader") as petra:
        meeting = queries.open_meeting(world["todays"])  # type: ignore[arg-type] # a uuid
        present = queries.seats_on(meeting.body.public_id, today)
        commands.hold_meeting(petra, meeting, present=present, today=today)
        item = reading.open_version(world["drafted"], 2).item  # type: ignore[arg-type] # as above
        assert item is not None
        commands.record_decision(
            petra, queries.open_item(item.public_id), wording="Processplanen antas."
        )


def test_a_process_plan_is_published_decided_and_in_force(
    stage: Stage,
    people: People,
    world: dict[str, object],
    mail: Postbox,
    databases: Databases,
) -> None:
    lena = stage.somebody(PHONE)
    lena.log_in("principal")
    lena.arrive("/lanet/dokument/")
    lena.follow("Processplan")
    lena.sees("Utkast", SECRET)
    lena.follow("Skriv vidare")
    lena.write("Texten", WRITTEN)
    lena.write("Vad är nytt?", "Vi möts oftare.")
    lena.press("Spara utkastet")
    lena.sees("Utkastet är sparat.", "Barnen berättar först")
    nobody = stage.somebody(PHONE)
    nobody.arrive("/lanet/dokument/")
    nobody.misses("Processplan")

    petra = stage.person("process-leader")
    petra.arrive("/lanet/dokument/")
    petra.follow("Processplan")
    petra.follow("Publicera utkastet")
    petra.sees("Det ställs på dagordningen", "Innehållet står inte i brevet")
    petra.press("Publicera")
    petra.sees("Förslaget är publicerat", "Beslut föreslås")
    assert send_letters(databases.addresses(current()).notify) == 2
    assert cast()["principal"].email in mail.recipients
    assert "Barnen berättar" not in mail.letters[0].get_payload()
    path = mail.letters[0].get_payload().split("Läs det här:\n")[1].splitlines()[0]
    lena.arrive(path[path.index("/lanet/") :])
    lena.sees("Förslag", "Vi möts varje månad.")
    petra.follow("Mötet")
    petra.sees("Processplan", "Beslutsärende")

    decided(people, world)
    petra.arrive(f"/lanet/dokument/{world['drafted']}/")
    petra.sees("Beslutad, gäller inte än")
    petra.follow("För in beslutet")
    petra.press("Låt versionen gälla")
    petra.sees("Beslutet är infört.", "Gäller från")

    nobody.arrive("/lanet/om/")
    nobody.follow("Processplan", within=nobody.region("Dokument som gäller"))
    nobody.sees("Gäller", "Vi möts varje månad.", "Vi möts oftare.")
    nobody.misses(SECRET)
    petra.arrive(f"/lanet/dokument/{world['adopted']}/")
    petra.sees("Kontaktvägar")
    lena.arrive(f"/lanet/dokument/{world['adopted']}/")
    lena.sees("Kontaktvägar", "Sen")
    lena.arrive(f"/lanet/dokument/{world['adopted']}/andrat/1/2/")
    lena.sees("[nytt:", "1 stycke är ändrat")
    lena.arrive("/lanet/hinder/inkomna/")
    lena.sees("Det finns ingen tid i schemat för möten.")
    assert stage.said == [], "nothing in the console, and no report of the CSP"

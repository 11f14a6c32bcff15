"""What every test can ask for, and what holds for the whole run.

Which database:
- `database`: the worker's own copy of the template. For tests that only read, or that clean up.
- `fresh_database`: a copy for this module alone. For modules that write.
  With `pytestmark = pytest.mark.world.with_args(build)` it is a copy of what `build()` made, once a run,
  through the commands; `world` is what `build` answered.
- `own_database`: a copy for one test alone.
- `owner`: a superuser's connection to the same database, to look behind both walls.
- `people` and `alva`: the cast of that world, and the key of Alva's file; `enter("teacher")`: act in straight SQL.
- `connect_as("vb_app")`: a bare connection as one role, for tests of the second wall.
- `site`: the address of the real server, with that database behind it; `browser`: a Chromium.

No test has an outer transaction, and every one runs as `vb_app`.
"""

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, sync_playwright

from varjebarn.kernel.actors import Kind
from varjebarn.ops import setup
from varjebarn.ops.binaries import NoPostgres
from varjebarn.ops.roles import SetUpRefused

from tests.world import browser as chromium_browser
from tests.world.cluster import Databases, current, pointed_at, served

DATABASES = pytest.StashKey[Databases | None]()
LEAVING = pytest.StashKey[ExitStack]()
WITHOUT_DATABASE = "tests/rules"

hypothesis_settings.register_profile("ordinary", max_examples=100, deadline=None)
SLOW = ("/journeys/", "/attacks/", "test_machine", "test_setup")
hypothesis_settings.register_profile("long", max_examples=5000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="thousands of examples, and slow tests")
    parser.addoption("--postgres", type=int, metavar="VERSION", help="on a server of this version")
    parser.addoption("--pictures", action="store_true", help="take the README's pictures anew")
    parser.addoption("--steps", type=int, metavar="NUMBER", help="how far the random walks go")
    parser.addoption("--figures", metavar="FILE", help="write there what the figures' tests count")


def pytest_configure(config: pytest.Config) -> None:
    """Start the server in the controller; learn of it in a worker; then start Django."""
    hypothesis_settings.load_profile("long" if config.option.long else "ordinary")
    leaving = config.stash[LEAVING] = ExitStack()
    if hasattr(config, "workerinput"):
        told = config.workerinput["databases"]
        databases = Databases.from_json(told) if told else None
    else:
        major = config.option.postgres
        databases = start_server(leaving, major) if needs_database(config) else None
    config.stash[DATABASES] = databases
    start_django(databases, worker(config))


def start_server(leaving: ExitStack, major: int | None) -> Databases:
    try:
        return leaving.enter_context(served(major))
    except (NoPostgres, SetUpRefused) as absence:
        raise pytest.UsageError(str(absence)) from None


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[LEAVING].close()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Tell a worker of pytest-xdist about the server."""
    databases = node.config.stash[DATABASES]  # type: ignore[attr-defined] # xdist's own object
    node.workerinput["databases"] = databases.to_json() if databases else ""  # type: ignore[attr-defined]


def needs_database(config: pytest.Config) -> bool:
    """Rules are pure: whoever runs them alone need not wait for a server."""
    paths = [str(word) for word in config.args]
    return not config.option.collectonly and not all(
        WITHOUT_DATABASE in path.replace(os.sep, "/") for path in paths
    )


def worker(config: pytest.Config) -> str:
    return str(getattr(config, "workerinput", {"workerid": "main"})["workerid"])


def start_django(databases: Databases | None, worker_name: str) -> None:
    """Start Django as the running system is started: with two addresses and no more."""
    import django  # noqa: PLC0415 - after the environment is set

    name = f"{databases.prefix}_{worker_name}" if databases else ""
    urls = databases.addresses(name).for_running() if databases else {}
    environment = setup.found_environment(urls)
    os.environ.clear()
    os.environ.update(environment | {"VARJEBARN_DEMO": "1"})
    django.setup()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not any(folder in item.nodeid for folder in SLOW))  # else at random
    if config.option.long:
        return
    late = [item for item in items if item.get_closest_marker("long")]
    journeys = [item for item in late if "/journeys/" in item.nodeid]
    # A journey that is told in the long run is no skipped one: in CI those have failed.
    items[:] = [item for item in items if item not in journeys]
    config.hook.pytest_deselected(items=journeys)
    for item in late:
        item.add_marker(pytest.mark.skip(reason="runs with --long"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI a journey that was skipped has failed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined] # pluggy's own object
    if report.skipped and "/journeys/" in item.nodeid and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Take down what a test has counted, for `run.py figures`: `figure("G1", tried=9, bad=0)`."""

    def take(name: str, **counted: float | str) -> None:
        path = request.config.option.figures
        if path:
            line = json.dumps({"figure": name, "test": request.node.nodeid, **counted})
            with open(path, "a", encoding="utf-8") as file:  # noqa: PTH123 - one short line, appended whole
                file.write(line + "\n")

    return take


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> Databases:
    found = request.config.stash[DATABASES]
    assert found is not None, "this test needs a database, but the run began without one"
    return found


@pytest.fixture(scope="session")
def database(databases: Databases, request: pytest.FixtureRequest) -> Iterator[str]:
    with databases.copy(worker(request.config)) as name:
        yield name
        close_connections()


@pytest.fixture(scope="module")
def made(databases: Databases, request: pytest.FixtureRequest) -> tuple[str, dict[str, object]]:
    """The template of this module's world, and what its builder answered."""
    marker = request.node.get_closest_marker("world")
    return databases.made_once(marker.args[0]) if marker else (databases.template, {})


@pytest.fixture(scope="module")
def world(made: tuple[str, dict[str, object]], fresh_database: str) -> dict[str, object]:
    return made[1]


@pytest.fixture(scope="module")
def people(world):
    """Everybody of the cast, who can log in and act."""
    from tests.world.cast import people_of  # noqa: PLC0415 - needs Django

    return people_of(world)


@pytest.fixture(scope="module")
def alva(world: dict[str, object]) -> UUID:
    """The key of Alva's file in the school, in a world that has her."""
    return UUID(str(world["alva"]))


@pytest.fixture
def enter(connect_as, people) -> Callable[[str], psycopg.Connection]:
    """Act as somebody of the cast, in a transaction that is open until the test ends it."""
    from varjebarn.database.acting import assignments, open_login  # noqa: PLC0415 - needs Django

    from tests.world.cast import kind_of  # noqa: PLC0415 - as above

    def act(slug: str) -> psycopg.Connection:
        kind = kind_of(slug)
        token = open_login(people.persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        connection = connect_as("vb_app")
        connection.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return connection

    return act


@pytest.fixture(scope="module")
def fresh_database(
    databases: Databases, made: tuple[str, dict[str, object]], request: pytest.FixtureRequest
) -> Iterator[str]:
    name = f"{worker(request.config)}_{request.node.path.stem}"
    with databases.copy(name, template=made[0]) as copy, pointed_at(copy):
        yield copy


@pytest.fixture
def own_database(
    databases: Databases, made: tuple[str, dict[str, object]], fresh_database: str
) -> Iterator[str]:
    """For a test that changes what the next one leans on: a copy of the module's world."""
    name = f"own_{uuid4().hex[:8]}"
    with databases.copy(name, template=made[0]) as copy, pointed_at(copy):
        yield copy


@pytest.fixture
def owner(databases: Databases, database: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(databases.owner_url(current()), autocommit=True) as connection:
        yield connection


@pytest.fixture
def connect_as(
    databases: Databases, database: str
) -> Iterator[Callable[[str], psycopg.Connection]]:
    with ExitStack() as leaving:

        def connect(role: str) -> psycopg.Connection:
            url = getattr(databases.addresses(current()), role.removeprefix("vb_"))
            return leaving.enter_context(psycopg.connect(url))

        yield connect


@pytest.fixture(scope="module")
def site(databases: Databases, fresh_database: str) -> Iterator[str]:
    from varjebarn.ops.demo import server  # noqa: PLC0415 - only journeys start a server

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    urls = databases.addresses(fresh_database).for_running()
    with server(port, setup.found_environment(urls) | {"VARJEBARN_DEMO": "1"}):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; it is installed if it can be. In CI its absence is a failure."""
    found = chromium_browser.find_or_install()
    if found is None:
        pytest.skip(chromium_browser.HOW_TO_GET_ONE)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium for the whole run; each test opens a context of its own."""
    # Playwright keeps a loop running in this thread; builders use Django's connections beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=chromium, args=list(chromium_browser.FLAGS)
        )
        yield found
        found.close()


def close_connections() -> None:
    from django.db import connections  # noqa: PLC0415 - after django.setup()

    connections.close_all()

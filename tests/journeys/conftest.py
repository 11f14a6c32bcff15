"""For every journey: a copy of the world, the real server, and nobody there yet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.world.cluster import Databases


@pytest.fixture
def javascript() -> bool:
    """Whether the browsers run scripts: they do, where a journey is not told in both ways."""
    return True


@pytest.fixture
def stage(
    databases: Databases,
    own_database: str,
    browser: Browser,
    pytestconfig: pytest.Config,
    *,
    javascript: bool,
) -> Iterator["Stage"]:  # noqa: F821 - imported when Django is ready
    """A stage of its own for each telling; everybody leaves it afterwards."""
    from tests.journeys.stage import Stage  # noqa: PLC0415 - needs Django
    from tests.world.serving import serving  # noqa: PLC0415 - as above

    with serving(databases, own_database) as site:
        pictures = bool(pytestconfig.getoption("--pictures"))
        found = Stage(site=site, browser=browser, javascript=javascript, pictures=pictures)
        yield found
        found.leave()

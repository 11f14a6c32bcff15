"""The people of a journey, each in a browser of their own."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.traveller import Traveller


@pytest.fixture
def travellers(
    browser: Browser,
    site: str,
    javascript: bool,  # noqa: FBT001 - a fixture comes by its name
) -> Iterator[Callable[[str], Traveller]]:
    """Meet somebody; the first time they log in."""
    met: dict[str, Traveller] = {}

    def meet(slug: str) -> Traveller:
        if slug not in met:
            met[slug] = Traveller(browser, site, slug, javascript).log_in()
        return met[slug]

    meet.met = met  # type: ignore[attr-defined] # who has been met, for the last step
    yield meet
    for traveller in met.values():
        traveller.context.close()

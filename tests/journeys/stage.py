"""Where a journey is played: a site, a browser, and persons who come and go by clicking.

Each person has a browser context of their own. On every page that somebody comes to, the stage sees
to what must hold everywhere: no sideways scroll; with JavaScript, nothing that axe finds, and not a
word in the console. It remembers who has been at which address.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from varjebarn.ops import places
from varjebarn.organisations.cast import PASSWORD, cast

from tests.world import axe

WAYS = (
    pytest.param(True, id="with scripts"),
    pytest.param(False, id="without scripts", marks=pytest.mark.long),
)
"""How a journey is told: with scripts always, without them in the long run. Alva's is told both ways always."""
PHONE = {"width": 375, "height": 812}
DESK = {"width": 1280, "height": 900}
ON_A_PHONE_FIRST = (
    pytest.param(PHONE, id="375"),
    pytest.param(DESK, id="1280", marks=pytest.mark.long),
)
AT_A_DESK_FIRST = (
    pytest.param(DESK, id="1280"),
    pytest.param(PHONE, id="375", marks=pytest.mark.long),
)
"""On which screen a journey is told always, and on which in the long run."""
ON_A_PHONE = {
    "teacher",
    "child",
    "guardian",
    "teen",
    "guardian-without-custody",
    "guardian-of-teen",
}
WITH_NEWS = {"child", "guardian"}
DOORS = dict.fromkeys(("child", "teen"), "Jag är barn eller ung")
FAMILY_DOOR, STAFF_DOOR = "Jag är förälder", "Jag arbetar med barn"
PATIENCE = 6_000  # milliseconds
ALLOWED = "the server responded with a status of 422"  # the browser's own note
REPORT = """addEventListener("securitypolicyviolation",
  event => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));"""
UUID = re.compile(r"/[0-9a-f]{8}-[0-9a-f-]{27}/")
TIMES = 2
PICTURES = places.ROOT / "docs" / "pictures"


@dataclass(slots=True)
class Stage:
    """One telling of a story, with or without JavaScript."""

    site: str
    browser: Browser
    javascript: bool
    pictures: bool
    said: list[str] = field(default_factory=list)
    persons: dict[str, "Person"] = field(default_factory=dict)
    kinds: Counter[tuple[str, int]] = field(default_factory=Counter)

    def person(self, slug: str) -> "Person":
        """Somebody of the cast, who logs in the first time."""
        if slug not in self.persons:
            self.persons[slug] = found = self.somebody(PHONE if slug in ON_A_PHONE else DESK)
            found.log_in(slug)
        return self.persons[slug]

    def somebody(self, screen: dict[str, int]) -> "Person":
        """Somebody who has not logged in."""
        context = self.browser.new_context(
            java_script_enabled=self.javascript,
            viewport={"width": screen["width"], "height": screen["height"]},
            locale="sv-SE",
            base_url=self.site,
        )
        context.set_default_timeout(PATIENCE)
        if self.javascript:
            context.add_init_script(REPORT)
        page = context.new_page()
        page.on("console", lambda message: self._hear(message))  # noqa: PLW0108 - a method of a slotted class can't be marked by Playwright
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))
        return Person(stage=self, context=context, page=page, width=screen["width"])

    def is_new(self, url: str, width: int) -> bool:
        """Whether axe has still to see this kind of page: it does twice, first empty, then full."""
        kind = (UUID.sub("/…/", _path(url)), width)
        self.kinds[kind] += 1
        return self.javascript and self.kinds[kind] <= TIMES

    def _hear(self, message: ConsoleMessage) -> None:
        if ALLOWED not in message.text:
            self.said.append(f"{message.location.get('url')}: {message.text}")

    def leave(self) -> None:
        """Close every browser, saying where each person stood: it tells where a story stopped."""
        for slug, person in self.persons.items():
            print(f"{slug} was last at {person.page.url}: {person.page.title()}")  # noqa: T201
            person.context.close()


@dataclass(slots=True)
class Person:
    """A person in front of a browser. Everything is found by its role, label or text."""

    stage: Stage
    context: BrowserContext
    page: Page
    width: int
    read: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def log_in(self, slug: str) -> None:
        """Through the first page and the right door, with the password."""
        family = DOORS.get(slug, FAMILY_DOOR)
        self.arrive("/")
        self.follow(STAFF_DOOR if cast()[slug].unit else family)
        self.write("E-post", cast()[slug].email)
        self.write("Lösenord", PASSWORD)
        self.press("Logga in")
        self.sees(
            "Hej" if cast()[slug].unit or slug in WITH_NEWS else "Det finns inget här för dig"
        )

    def arrive(self, path: str) -> None:
        self._go(lambda: self.page.goto(path))

    def follow(self, name: str, *, within: Locator | None = None) -> None:
        """Click a link that leads to another page; the first one, if several say the same."""
        link = (within or self.page).get_by_role("link", name=name).first
        self._go(link.click)

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """Click a button that sends a form."""
        button = (within or self.page).get_by_role("button", name=name, exact=True).first
        with self.page.expect_request(lambda request: request.method == "POST") as sending:
            self._go(button.click)
        self.sent.add(_path(sending.value.url))

    def home(self) -> None:
        """Back to the beginning by the main menu."""
        menu = self.page.get_by_role("navigation", name="Huvudmeny")
        self.follow("Min dag" if "/personal/" in self.page.url else "Start", within=menu)

    def tab(self, name: str) -> None:
        """To one of a child's pages."""
        self.follow(name, within=self.page.get_by_role("navigation", name=re.compile("Sidor om")))

    def write(self, label: str, text: str, *, within: Locator | None = None) -> None:
        (within or self.main).get_by_label(label).first.fill(text)

    def choose(self, label: str, option: str) -> None:
        self.main.get_by_label(label).first.select_option(label=option)

    def tick(self, label: str, *, within: Locator | None = None) -> None:
        (within or self.main).get_by_label(label, exact=True).check()

    def group(self, name: str) -> Locator:
        """The fields under a heading that begins with these words."""
        return self.main.get_by_role("group", name=re.compile(f"^{re.escape(name)}"))

    def region(self, name: str) -> Locator:
        return self.main.get_by_role("region", name=name)

    def unfold(self, name: str) -> Locator:
        """Open what is folded under a heading."""
        summary = self.page.locator("summary").filter(
            has_text=re.compile(rf"^\s*{re.escape(name)}\s*$")
        )
        folded = self.main.locator("details").filter(has=summary)
        if folded.get_attribute("open") is None:
            folded.locator("summary").click()
        return folded

    def row(self, text: str) -> Locator:
        """The innermost item of a list that says something."""
        return self.main.get_by_role("listitem").filter(has_text=text).last

    def sees(self, *texts: str) -> None:
        for text in texts:
            expect(self.main).to_contain_text(text)

    def misses(self, *texts: str) -> None:
        for text in texts:
            expect(self.main).not_to_contain_text(text)

    def is_accessible(self) -> None:
        """Look with axe at a step that has the same address as the one before."""
        if self.stage.javascript:
            assert axe.faults(self.page) == []

    def take_picture(self, name: str, *, of: str = "") -> None:
        """For the README, with `--pictures` alone, so that a test run changes no file."""
        if self.stage.javascript and self.stage.pictures:
            PICTURES.mkdir(exist_ok=True)
            heading = self.main.get_by_role("heading", name=of) if of else self.page.locator("body")
            box = heading.first.bounding_box()
            assert box is not None
            self.page.screenshot(
                path=PICTURES / f"{name}.png",
                full_page=True,
                animations="disabled",
                clip={
                    "x": 0,
                    "y": max(0, box["y"] - 24),
                    "width": self.width,
                    "height": DESK["height"],
                },
            )

    def _go(self, step: Callable[[], object]) -> None:
        with self.page.expect_event("load"):
            step()
        self._look()

    def _look(self) -> None:
        self.read.add(_path(self.page.url))
        wide = self.page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= self.width, f"{self.page.url} is {wide} wide on a screen of {self.width}"
        if self.stage.is_new(self.page.url, self.width):
            assert axe.faults(self.page) == [], self.page.url


def _path(url: str) -> str:
    return urlsplit(url).path

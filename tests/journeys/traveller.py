"""Somebody of the cast in a browser of their own, who looks at every page for what must never be wrong."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response

from varjebarn.organisations.cast import PASSWORD, cast

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE, DESK = (375, 812), (1280, 900)
ONLY_THE_BROWSERS_OWN = re.compile(r"the server responded with a status of (422|409|404)")


@dataclass(slots=True)
class Traveller:
    """One person's browser: where they have been, and everything the browser had to say."""

    browser: Browser
    site: str
    slug: str
    javascript: bool
    visited: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        """Open the browser: a phone for the family and the teacher, a desk for the rest."""
        is_phone = not cast()[self.slug].unit or self.slug == "teacher"
        width, height = PHONE if is_phone else DESK
        self.context = self.browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=self.javascript,
            locale="sv-SE",
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def log_in(self) -> "Traveller":
        """Log in by the door for staff or for the family, with the password."""
        member = cast()[self.slug]
        door = "/personal/" if member.unit else "/familj/"
        self.page.goto(f"{self.site}/konto/login/?next={door}")
        self.page.get_by_label("E-post").fill(member.email)
        self.page.get_by_label("Lösenord").fill(PASSWORD)
        self.press("Logga in")
        return self

    def open(self, address: str) -> Response:
        """Go to an address of the site, and look."""
        response = self.page.goto(f"{self.site}{address}")
        assert response is not None
        if response.ok:
            self.look()
        return response

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """Press a button by its words."""
        (within or self.page).get_by_role("button", name=name, exact=True).first.click()
        self.page.wait_for_load_state()
        self.look()

    def follow(self, name: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Follow a link by its words."""
        (within or self.page).get_by_role(
            "link", name=name, exact=isinstance(name, str)
        ).first.click()
        self.page.wait_for_load_state()
        self.look()

    def unfold(self, words: str) -> Locator:
        """Open a row that is folded, and give what it holds."""
        row = self.page.locator("details", has=self.page.locator("summary", has_text=words)).first
        if row.get_attribute("open") is None:
            row.locator("summary").click()
        return row

    def write(self, label: str, text: str, *, within: Locator | None = None) -> None:
        """Write in a field by its label."""
        (within or self.page).get_by_label(label).first.fill(text)

    def choose(self, label: str, *, within: Locator | None = None) -> None:
        """Choose a radio button or a box by its label."""
        (within or self.page).get_by_label(label).first.check()

    def reads(self, words: str) -> bool:
        """Whether the words stand on the page, however they are broken into lines."""
        shown = " ".join(self.page.locator("body").inner_text().split())
        return words in shown

    @property
    def address(self) -> str:
        """Where one is, without what follows a question mark."""
        return urlsplit(self.page.url).path

    def look(self) -> None:
        """Remember the page; no sideways scroll; and with scripts, nothing that axe finds wrong."""
        if self.address not in self.visited:
            self.visited.append(self.address)
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            self.faults.append(f"{self.address} scrolls {wide} px sideways")
        if self.javascript:
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
            found = self.page.evaluate(
                "tags => axe.run({runOnly: {type: 'tag', values: tags}}).then(r => r.violations.map("
                "v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))",
                TAGS,
            )
            self.faults += [f"{self.address} {fault}" for fault in found]

    def picture(self, path: Path, *, from_heading: str, height: int) -> None:
        """Take a picture of the page from a heading on."""
        box = self.page.get_by_role("heading", name=from_heading).first.bounding_box()
        assert box is not None
        width = self.page.evaluate("innerWidth")
        top = max(box["y"] + self.page.evaluate("scrollY") - 24, 0)
        clip = {"x": 0.0, "y": top, "width": float(width), "height": float(height)}
        self.page.screenshot(path=path, full_page=True, clip=clip)  # type: ignore[arg-type] # a dict of its form

    def complaints(self) -> list[str]:
        """Everything that was wrong: what axe found, and what the browser said by itself."""
        said = [text for text in self.said if not ONLY_THE_BROWSERS_OWN.search(text)]
        return [f"{self.slug}: {words}" for words in [*self.faults, *said]]

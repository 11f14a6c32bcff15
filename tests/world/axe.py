"""Accessibility by axe-core, put into a page from outside, so that the page's own CSP stands."""

from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
RUN = """async tags => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags},
    resultTypes: ["violations"]});
  return found.violations.flatMap(fault => fault.nodes.map(
    node => `${fault.id}: ${fault.help} – ${node.html.slice(0, 160)}`));
}"""


@cache
def source() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the page as it stands now, one line a place."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(source())
    return list(page.evaluate(RUN, list(TAGS)))

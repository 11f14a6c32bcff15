"""Going through every form of the service: whose page has which, and sending them filled in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.http import HttpResponseBase
from django.urls import get_resolver

from varjebarn.organisations.cast import cast

from tests.attacks.addresses import all_addresses
from tests.attacks.forms import Form, forms_in
from tests.attacks.trying import Crew, Try, rightful
from tests.world.browsing import browser_of

WRITERS = ("principal", "teacher", "guardian", "child", "nurse")
"""Who writes most of what there is; with --long it is everybody of the cast."""
LEFT_ALONE = ("/konto/", "/demo/")  # logging in and out, and starting over
LAST = re.compile(r"avsluta|ta-tillbaka|avboj|stang|lamna|ta-emot|skicka")
"""What ends something is sent after everything else, or there would be nothing to send."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A form on somebody's page."""

    slug: str
    address: str
    form: Form

    @property
    def name(self) -> tuple[str, str, tuple[str, ...]]:
        """Who, where in the service, and with which fields: two of a kind are one."""
        where = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", urlsplit(self.target).path)
        return self.slug, where, tuple(sorted({*self.form.values, *self.form.typed}))

    @property
    def target(self) -> str:
        return urljoin(self.address, self.form.action)


@dataclass(slots=True, kw_only=True)
class Sent:
    """What came of sending forms."""

    accepted: int = 0
    tried: int = 0
    texts: int = 0
    faults: list[str] = field(default_factory=list)


def pages(party: Crew, *, each: int = 1) -> Iterator[tuple[str, str, str]]:
    """Give every page that somebody of the cast may see, so many of a kind: who, address, text."""
    every = list(all_addresses(get_resolver().url_patterns))
    for slug in [one for one in cast() if one in party.people.persons]:
        browser = party.browsers.setdefault(slug, browser_of(party.people, slug))
        for address in every:
            plain = f"/{address.route}"
            if not address.parameters and not plain.startswith(LEFT_ALONE):
                answer = browser.get(plain)
                if is_page(answer):
                    yield slug, plain, text_of(answer)
    for one in rightful(party, [a for a in every if a.about], most=each):
        yield from _page(party, one)
    if "process-leader" in party.people.persons:
        yield from _steerings(party)


def _page(party: Crew, one: Try) -> Iterator[tuple[str, str, str]]:
    path = one.address.of(one.first, party.found, party.draw)
    answer = party.get(one, path)
    if is_page(answer):
        yield one.slug, path, text_of(answer)


def _steerings(party: Crew) -> Iterator[tuple[str, str, str]]:
    """The county's pages are found by their links."""
    slug = "process-leader"
    browser = party.browsers.setdefault(slug, browser_of(party.people, slug))
    seen, todo = set(), ["/lanet/"]
    while todo:
        path = todo.pop()
        seen.add(path)
        answer = browser.get(path)
        if not is_page(answer):
            continue
        text = text_of(answer)
        yield slug, path, text
        links = {
            urlsplit(urljoin(path, link)).path for link in re.findall(r'href="([^"#]+)"', text)
        }
        todo += [one for one in links if one.startswith("/lanet/") and one not in seen | set(todo)]


def is_page(answer: HttpResponseBase) -> bool:
    """Whether a browser reads it as a page; in a file or a calendar a tag is text like any other."""
    is_html = str(answer.get("Content-Type", "")).startswith("text/html")
    return answer.status_code == 200 and (is_html or answer["X-Content-Type-Options"] != "nosniff")


def text_of(answer: HttpResponseBase) -> str:
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined] # Django's own
    return body.decode(errors="replace")


def all_forms(party: Crew) -> list[Found]:
    """Give one form of each kind that everybody of the cast can send, endings last."""
    found: dict[object, Found] = {}
    for slug, address, text in pages(party):
        for form in forms_in(text, address):
            one = Found(slug=slug, address=address, form=form)
            if not one.target.startswith(LEFT_ALONE):
                found.setdefault(one.name, one)
    typed = [one for one in found.values() if one.form.typed]
    party.draw.shuffle(typed)
    rest = [one for one in found.values() if not one.form.typed]
    return sorted([*typed, *rest], key=lambda one: bool(LAST.search(one.target)))


def send(
    party: Crew, one: Found, say: Callable[[str], str], sent: Sent, **more: object
) -> HttpResponseBase:
    """Open the page anew, as a person would, and send its form filled in."""
    browser = party.browsers[one.slug]
    page = browser.get(one.address)
    fresh = forms_in(text_of(page), one.address) if page.status_code == 200 else []
    form = next((f for f in fresh if f.action == one.form.action), one.form)
    answer = browser.post(one.target, {**form.filled(say), **more})
    sent.tried += 1
    sent.texts += len(form.typed)
    sent.accepted += answer.status_code == 302
    if answer.status_code >= 500:
        sent.faults.append(f"{one.slug} {one.target}: {answer.status_code}")
    return answer

"""The same plan through somebody else's eyes: their own page, fetched inside the server.

The request runs the whole stack as that person, by a login that ends again: nothing is worked
around. Of the answer only the words are kept: no forms, buttons or links, and no ids.
"""

from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpRequest, HttpResponseBase

from varjebarn.database.acting import close_login
from varjebarn.organisations.cast import Member, cast
from varjebarn.web.demo.places import address, open_eyes
from varjebarn.web.login.tokens import FAMILY

MOST_STEPS = 3
DROPPED = frozenset(
    {"form", "button", "input", "textarea", "select", "dialog", "script", "nav", "style"}
)
TOOLS = frozenset({"ds-button", "vb-child-bar"})
VOID = frozenset({"input", "br", "hr", "img", "wbr", "source"})
KEPT_ATTRIBUTES = frozenset(
    {
        "class", "lang", "aria-hidden", "aria-label", "role", "open", "datetime", "d", "viewbox",
        "width", "height", "fill", "stroke", "cx", "cy", "r", "x", "y", "x1", "x2", "y1", "y2",
        "transform", "points", "text-anchor", "dominant-baseline", "focusable", "colspan", "scope",
    }
)  # fmt: skip
PREFIX = "data-"
HEADINGS = {"h1": "h3", "h2": "h4", "h3": "h5", "h4": "h6", "h5": "h6"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some text, or a tag that begins or ends; the template writes and escapes both."""

    text: str = ""
    tag: str = ""
    ends: bool = False
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """What somebody sees at a place."""

    who: Member
    is_there: bool
    pieces: tuple["Piece", ...]


def see(request: HttpRequest, slug: str, place: str) -> Glimpse:
    """Fetch a place as somebody of the cast sees it now."""
    there = address(slug, place)
    token, chosen = open_eyes(slug)
    cookies = {
        settings.TOKEN_COOKIE: token,
        settings.ASSIGNMENT_COOKIE: str(chosen) if chosen else FAMILY,
        settings.LANGUAGE_COOKIE_NAME: request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""),
    }
    try:
        response = _fetch(request, there, cookies)
    finally:
        close_login(token)
    content = getattr(response, "content", b"").decode()
    return Glimpse(
        who=cast()[slug],
        is_there=response.status_code == HTTPStatus.OK,
        pieces=inert(content),
    )


@cache
def _stack() -> WSGIHandler:
    return WSGIHandler()


def _fetch(request: HttpRequest, there: str, cookies: dict[str, str]) -> HttpResponseBase:
    """Ask our own stack, and follow it when it leads on."""
    for _ in range(MOST_STEPS):
        parts = urlsplit(there)
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": request.get_host(),
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in cookies.items() if value),
            "wsgi.url_scheme": request.scheme,
            "wsgi.input": BytesIO(),
        }
        response = _stack().get_response(WSGIRequest(environ))
        if response.status_code not in {HTTPStatus.FOUND, HTTPStatus.MOVED_PERMANENTLY}:
            break
        there = response.headers["Location"]
    return response


def inert(page: str) -> tuple[Piece, ...]:
    """Keep the words of a page's main part, with nothing to click."""
    reader = _Main()
    reader.feed(page)
    return tuple(reader.kept)


class _Main(HTMLParser):
    """Copies what stands in <main>: tags without ids, links as words, headings two steps down."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[Piece] = []
        self.depth = 0  # inside main
        self.dropping = 0  # inside something dropped

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.depth += 1
        elif self.depth and (self.dropping or tag in DROPPED or _is_tool(attrs)):
            self.dropping += tag not in VOID
        elif self.depth:
            kept = tuple(
                (_case(name), value or "")
                for name, value in attrs
                if (name in KEPT_ATTRIBUTES or name.startswith(PREFIX))
                and not (tag == "a" and name == "class")
            )
            self.kept.append(Piece(tag=_other(tag), attributes=kept))

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.depth -= 1
        elif self.depth and tag not in VOID:
            if self.dropping:
                self.dropping -= 1
            else:
                self.kept.append(Piece(tag=_other(tag), ends=True))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.dropping:
            self.kept.append(Piece(text=data))


def _is_tool(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether something looks like a button or leads on, whatever its tag: it would promise a click."""
    classes = {word for name, value in attrs if name == "class" for word in (value or "").split()}
    return not TOOLS.isdisjoint(classes)


def _other(tag: str) -> str:
    return "span" if tag == "a" else HEADINGS.get(tag, tag)


def _case(name: str) -> str:
    """Give back the capital that the parser takes away."""
    return "viewBox" if name == "viewbox" else name

"""A browser's least: one kept connection, cookies, and the fields of a page's form."""

import http.client
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http import HTTPStatus
from typing import Self
from urllib.parse import urlencode

from varjebarn.organisations.cast import PASSWORD, cast

HOST = "127.0.0.1"
LOGIN = "/konto/login/"


class NotAsExpected(Exception):  # noqa: N818 - what was asked for is not what came
    """A page does not show what it should: its time would mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, and how long it took from the request's first byte to the answer's last."""

    status: int
    location: str
    body: str
    milliseconds: float

    def must(self, *, status: HTTPStatus, holds: str = "", leads_to: str = "") -> Self:
        """Stop the bench if the answer is another than it should be."""
        if self.status != status or holds not in self.body or leads_to not in self.location:
            raise NotAsExpected(f"{self.status} {self.location}: wanted {status} {holds}{leads_to}")
        return self


@dataclass(slots=True)
class Client:
    """One person at one screen."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        """Open the connection, which is kept."""
        self.connect()

    def connect(self) -> None:
        """Open a connection, or a new one: the server closes one that was silent for long."""
        self.connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        self.connection.connect()

    def log_in(self, slug: str) -> Self:
        """Log in with e-mail and password, as one of the cast."""
        fields = self.fields(LOGIN)
        fields |= {"login": cast()[slug].email, "password": PASSWORD}
        self.post(LOGIN, fields).must(status=HTTPStatus.FOUND)
        return self

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def fields(self, path: str) -> dict[str, str]:
        """Answer what the form with most fields on a page would send if nothing were changed."""
        reader = _Forms()
        reader.feed(self.get(path).must(status=HTTPStatus.OK).body)
        return max(reader.forms, key=len)

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        origin = f"https://{HOST}:{self.port}"
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-Forwarded-Proto": "https",
            "Accept-Language": "sv",
        }
        if body is not None:
            headers |= {
                "Origin": origin,
                "Referer": f"{origin}{path}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
        begun = time.perf_counter()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        text = response.read()
        taken = (time.perf_counter() - begun) * 1000
        for line in response.headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return Answer(
            status=response.status,
            location=response.headers.get("Location", ""),
            body=text.decode("utf-8"),
            milliseconds=taken,
        )


class _Forms(HTMLParser):
    """Reads every form's fields with the values they begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = [{}]
        self._area = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name = found.get("name") or ""
        if tag == "form":
            self.forms.append({})
        elif tag == "textarea":
            self._area = name
            self.forms[-1][name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in found:
            self.forms[-1][self._select] = found.get("value") or ""
        elif tag == "input" and name and _is_sent(found):
            self.forms[-1][name] = found.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1][self._area] += data.removeprefix("\n")


def _is_sent(found: dict[str, str | None]) -> bool:
    return found.get("type") not in {"checkbox", "radio", "submit"} or "checked" in found

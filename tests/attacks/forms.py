"""Reading a page as a browser does: its forms, with what they would send, and filling them in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser

TEXTS = {"text", "search", "tel", "url", ""}
FITTING = {"date": f"{date.today() + timedelta(days=20):%Y-%m-%d}", "number": "1", "time": "13:00"}
SENT_AS_IT_IS = {"hidden", "submit", "date", "number", "time"}


@dataclass(slots=True, kw_only=True)
class Form:
    """One form: where it goes, what it sends untouched, and which of it somebody types."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    offered: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, say: Callable[[str], str]) -> dict[str, list[str]]:
        """Give what is sent when every text says something and every choice is made."""
        sent = {name: list(values) for name, values in self.values.items()}
        for name, values in self.offered.items():
            if not sent.get(name):
                sent[name] = [next((value for value in values if value), "")]
        for name in self.typed:
            sent[name] = [say(name)]
        return sent


class _Reader(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[Form] = []
        self.current: Form | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.current = Form(
                action=given.get("action") or self.address,
                method=given.get("method", "get").lower(),
            )
            self.forms.append(self.current)
        elif self.current is not None:
            self._field(self.current, tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.current = None
        if tag == "select":
            self.select = ""

    def _field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            value = given.get("value", "")
            form.offered.setdefault(self.select, []).append(value)
            if "selected" in given:
                form.values.setdefault(self.select, []).append(value)
        elif tag == "textarea" and name:
            form.typed.append(name)
        elif tag in {"input", "button"} and name:
            self._input(form, name, given)

    def _input(self, form: Form, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "").lower()
        if kind in {"checkbox", "radio"}:
            form.offered.setdefault(name, []).append(given.get("value", "on"))
            if "checked" in given:
                form.values.setdefault(name, []).append(given.get("value", "on"))
        elif kind == "file":
            form.files.append(name)
        elif kind == "email":
            form.values.setdefault(name, []).append("prov@example.org")
        elif kind in TEXTS:
            form.typed.append(name)
        elif kind in SENT_AS_IT_IS:
            form.values.setdefault(name, []).append(given.get("value") or FITTING.get(kind, ""))


def forms_in(html: str, address: str) -> list[Form]:
    """Give the forms of a page that are posted."""
    reader = _Reader(address)
    reader.feed(html)
    return [form for form in reader.forms if form.method == "post"]

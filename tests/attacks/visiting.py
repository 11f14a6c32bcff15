"""A browser without a screen, over real HTTP: cookies kept, the form of a page sent as it is."""

import http.client
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.attacks.forms import forms_in


@dataclass(slots=True)
class Visitor:
    """Somebody who is logged in, at a port of this machine."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        """Send one request, and keep the cookies that come back."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        heads = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            heads["Content-Type"] = "application/x-www-form-urlencoded"
            heads["Origin"] = f"http://127.0.0.1:{self.port}"
        try:
            connection.request(method, path, body, heads)
            answer = connection.getresponse()
            for line in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = line.split(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def submit(self, path: str) -> bool:
        """Open a page and send its form; answer whether it was taken. False when the server is gone."""
        try:
            status, text = self.ask("GET", path)
            if status != 200:
                return False
            form = next(one for one in forms_in(text, path) if one.action.startswith(path))
            body = urlencode(form.filled(lambda _: "ord"), doseq=True)
            return self.ask("POST", path, body)[0] == 302
        except (OSError, http.client.HTTPException):
            return False

"""A real mail server and a real SMS gateway on this machine, which keep what they are given."""

import contextlib
import json
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_string, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Postbox:
    """Where it listens, and what has come. `refuses`: it answers no from now on."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    messages: list[dict[str, str]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    refuses: bool = False


@contextlib.contextmanager
def mail_server() -> Iterator[Postbox]:
    """Speak as much of SMTP (RFC 5321) as a client needs."""
    box = Postbox()

    class Conversation(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 postbox")
            for line in iter(self.rfile.readline, b""):
                word = line.decode().strip()
                verb = word.split(" ")[0].upper()
                if verb == "QUIT":
                    self.say("221 bye")
                    return
                if verb == "RCPT" and not box.refuses:
                    box.recipients.append(word.partition("<")[2].rstrip(">"))
                if verb == "DATA":
                    self.say("354 go on")
                    self.keep()
                self.say("550 no" if box.refuses and verb == "RCPT" else "250 ok")

        def keep(self) -> None:
            lines = [line.decode().rstrip("\r\n") for line in iter(self.rfile.readline, b".\r\n")]
            found = message_from_string("\n".join(lines), policy=policy.default)
            assert isinstance(found, EmailMessage)
            box.letters.append(found)

        def say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

    with _served(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation), box):
        yield box


@contextlib.contextmanager
def sms_server() -> Iterator[Postbox]:
    """Take JSON, as a gateway does."""
    box = Postbox()

    class Gateway(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if not box.refuses:
                box.messages.append(json.loads(body))
                box.tokens.append(self.headers["Authorization"])
            self.send_response(503 if box.refuses else 202)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with _served(ThreadingHTTPServer(("127.0.0.1", 0), Gateway), box):
        yield box


@contextlib.contextmanager
def _served(server: socketserver.TCPServer, box: Postbox) -> Iterator[None]:
    box.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

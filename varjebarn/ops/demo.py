"""The demo: a whole installation with invented people, on this machine, until Ctrl-C."""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self

from varjebarn.ops import places, setup
from varjebarn.ops.installation import demo_database
from varjebarn.ops.roles import SetUpRefused
from varjebarn.ops.starting_over import beginning_of_demo

HOST = "127.0.0.1"
PORTS = (8000, 8080)  # tried in turn when nobody has chosen one
LISTENING_PAUSE = 0.2
PATIENCE = 60  # seconds for the server's first answer
CAST = ("demo_world", "--cast")
FURTHER_CHILDREN = ("demo_world", "--children")
WORKER = ("worker",)
AS_DEMO = {"VARJEBARN_DEMO": "1", "VARJEBARN_CONN_HEALTH_CHECKS": "1"}
"""What makes the web server the demo's: starting over ends every connection, so it asks each first."""


def run(words: list[str]) -> int:
    """Set up, start, open the browser, and stay until asked to stop."""
    parser = argparse.ArgumentParser(prog="run.py demo")
    parser.add_argument("--port", type=int)
    parser.add_argument("--reset", action="store_true", help="börja om från början")
    parser.add_argument("--no-browser", action="store_true", help="öppna ingen webbläsare")
    wishes = parser.parse_args(words)
    _stop_when_told()
    with _only_demo():
        port = choose_port(wishes.port)
        print("Förbereder databasen.")
        with demo_database(reset=wishes.reset) as found:
            setup.prepare_pages()
            environment = setup.found_environment(found.for_running()) | AS_DEMO
            working = setup.found_environment(found.for_working())
            print("Gör de påhittade personerna.")
            setup.manage(*CAST, environment=environment)
            beginning = beginning_of_demo()
            may_start_over = beginning.keep(anew=wishes.reset)
            with (
                server(port, environment) as web,
                Background(words=FURTHER_CHILDREN, environment=environment) as children,
                Background(words=WORKER, environment=working) as worker,
                beginning.listening() if may_start_over else contextlib.nullcontext(),
            ):
                _greet(port, browser=not wishes.no_browser)
                before = _each(children.stop, worker.stop)
                after = _each(children.start, worker.start)
                _stay(web, lambda: beginning.attend(before=before, after=after))
    return 0


def choose_port(wanted: int | None) -> int:
    """Answer a port that is free. A chosen one that is taken is never swapped for another."""
    for port in (wanted,) if wanted else PORTS:
        if _is_free(port):
            return port
    taken = wanted or PORTS[0]
    raise SetUpRefused(
        f"Port {taken} är upptagen: stäng det som använder den, eller välj en annan med "
        f"python3 run.py demo --port {taken + 1}."
    )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


@contextlib.contextmanager
def server(port: int, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Have the web server up and answering; it stops, with its workers, when we leave."""
    # fmt: off
    line = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST,
        "--port", str(port), "--workers", "2", "--blocking-threads", "4", "--no-ws",
        "--log-level", "warning", "--workers-kill-timeout", "5",
        "varjebarn.config.wsgi:application",
    ]
    # fmt: on
    # A session of its own: Ctrl-C reaches us alone, and we end the group in order.
    process = subprocess.Popen(line, env=dict(environment), cwd=places.ROOT, start_new_session=True)
    try:
        _wait_until_ready(port, process)
        yield process
    finally:
        end_group(process)


def _wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        if _answers(port):
            return
        time.sleep(0.1)
    raise SetUpRefused("Webbservern svarade inte: läs raderna ovanför och kör igen.")


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/healthz", timeout=5) as answer:
            return bool(answer.status == HTTPStatus.OK)
    except OSError:  # refused, or an answer that says not yet
        return False


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and all it started: politely first, then for certain."""
    for word in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, word)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
    # The leader is gone; a worker that outlived it is in the same group, now told for certain.


@dataclass(slots=True)
class Background:
    """A command that runs beside the web: the further children, or the worker."""

    words: tuple[str, ...]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin."""
        line = [sys.executable, "-m", "django", *self.words]
        self.process = subprocess.Popen(
            line, env=dict(self.environment), cwd=places.ROOT, start_new_session=True
        )

    def stop(self) -> None:
        """End, if it hasn't."""
        if self.process is not None:
            end_group(self.process)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()


def _each(*acts: Callable[[], None]) -> Callable[[], None]:
    """Make several acts one, in order."""

    def act() -> None:
        for one in acts:
            one()

    return act


def _greet(port: int, *, browser: bool) -> None:
    address = f"http://{HOST}:{port}/"
    print(f"\nVarje barn är igång: {address}  (avsluta med Ctrl-C)")
    has_screen = sys.platform in {"darwin", "win32"} or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if browser and has_screen:
        webbrowser.open(address)


def _stay(web: subprocess.Popen[bytes], attend: Callable[[], None]) -> None:
    """Stay until the server ends or somebody stops us, and answer who asks to start over."""
    try:
        while web.poll() is None:
            attend()
            time.sleep(LISTENING_PAUSE)
    except KeyboardInterrupt:
        print("\nAvslutar.")
        return
    raise SetUpRefused("Webbservern avslutades oväntat: läs raderna ovanför och kör igen.")


def _stop_when_told() -> None:
    """Let a closed terminal or a polite kill end us as Ctrl-C does."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), interrupt)


@contextlib.contextmanager
def _only_demo() -> Iterator[None]:
    """Refuse a second demo of the same clone; the first would lose its database."""
    with (places.state() / "demo.lock").open("w") as lock:
        if not places.hold_alone(lock):
            raise SetUpRefused(
                "Demon är redan igång i den här mappen: använd den, eller avsluta den först."
            )
        yield

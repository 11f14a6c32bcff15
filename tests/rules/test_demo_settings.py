"""The demo lets anybody become anybody, so it starts for this machine alone unless told otherwise."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from varjebarn.config.environment import BASE, refuse_public_demo

HERE = ["127.0.0.1", "localhost", "[::1]", "demo.localhost"]


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GRANIAN_HOST", "VARJEBARN_DEMO_PUBLIC"):
        monkeypatch.delenv(name, raising=False)


def test_a_demo_on_this_machine_starts() -> None:
    assert refuse_public_demo(HERE) is None


@pytest.mark.parametrize(
    "host", ["demo.example.org", ".example.org", "*", "10.0.0.4", "192.0.2.7", "[2001:db8::1]", "127.evil.org"]
)  # fmt: skip
def test_a_demo_that_others_reach_is_refused_with_what_to_do(host: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        refuse_public_demo([*HERE, host])

    said = str(refusal.value)
    assert host in said
    assert "ta bort VARJEBARN_DEMO" in said
    assert said.count(".") - host.count(".") == 1, "one sentence"


def test_where_it_listens_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRANIAN_HOST", "192.0.2.7")

    with pytest.raises(ImproperlyConfigured):
        refuse_public_demo(HERE)


def test_it_starts_when_somebody_has_said_that_it_is_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VARJEBARN_DEMO_PUBLIC", "1")

    assert refuse_public_demo(["demo.example.org"]) is None


@pytest.mark.parametrize(
    ("changes", "starts"),
    [
        ({"VARJEBARN_DEMO": "1"}, True),
        ({"VARJEBARN_DEMO": "1", "VARJEBARN_HOSTS": "demo.example.org"}, False),
        (
            {
                "VARJEBARN_DEMO": "1",
                "VARJEBARN_HOSTS": "demo.example.org",
                "VARJEBARN_DEMO_PUBLIC": "1",
            },
            True,
        ),
        ({"VARJEBARN_DEMO": "", "VARJEBARN_HOSTS": "varjebarn.example.org"}, True),
    ],
)
def test_every_command_of_ours_asks(changes: dict[str, str], starts: bool) -> None:  # noqa: FBT001 - a table's column
    environment = {
        name: text for name, text in os.environ.items() if not name.startswith("VARJEBARN_")
    }
    environment |= {"DJANGO_SETTINGS_MODULE": "varjebarn.config.settings", **changes}

    done = subprocess.run(
        [sys.executable, "-m", "django", "check"],
        env=environment,
        cwd=BASE,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode == 0, "VARJEBARN_DEMO_PUBLIC=1" in done.stderr) == (starts, not starts)

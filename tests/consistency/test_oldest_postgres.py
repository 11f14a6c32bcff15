"""The oldest PostgreSQL that we promise: which programs are believed, and when a run needs them."""

import stat
from pathlib import Path

import pytest

from varjebarn.ops import machine, places, roles, testing
from varjebarn.ops.binaries import NoPostgres, account
from varjebarn.ops.machine import OLDEST, fits, folders, of_version, version, without_cluster
from varjebarn.ops.testing import ON_OLDEST, legs

DEBIANS = "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
MISSING = 99  # no such PostgreSQL: never found, never in a distribution


def programs(folder: Path, *, says: str, code: int = 0) -> Path:
    """Make the three programs, which say a version and do nothing else."""
    folder.mkdir()
    for name in machine.PROGRAMS:
        program = folder / name
        program.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", encoding="utf-8")
        program.chmod(0o755)
    return folder


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that can install nothing: no apt, no programs on the path."""
    monkeypatch.setenv("PATH", "/nonexistent")


def test_the_oldest_is_the_one_that_set_up_accepts() -> None:
    assert OLDEST * 10_000 == roles.FLOOR


@pytest.mark.parametrize(
    ("said", "major"),
    [
        (DEBIANS, 15),
        ("initdb (PostgreSQL) 15.18", 15),
        ("pg_ctl (PostgreSQL) 19beta1", 19),
        ("pg_ctl (PostgreSQL) 20devel", 20),
        ("another program 15.18", None),
        ("", None),
    ],
)
def test_a_program_says_its_version(said: str, major: int | None) -> None:
    assert version(said) == major


def test_programs_of_the_version_are_used(tmp_path: Path) -> None:
    assert fits(programs(tmp_path / "bin", says=DEBIANS), 15, None)


def test_programs_of_another_version_are_not(tmp_path: Path) -> None:
    folder = programs(tmp_path / "bin", says="postgres (PostgreSQL) 18.4")

    assert not fits(folder, 15, None)


def test_a_name_on_the_path_that_is_not_postgresql_is_not_believed(tmp_path: Path) -> None:
    assert not fits(programs(tmp_path / "bin", says="not found", code=127), 15, None)


def test_a_client_alone_is_no_server(tmp_path: Path) -> None:
    folder = programs(tmp_path / "bin", says=DEBIANS)
    (folder / "initdb").unlink()

    assert not fits(folder, 15, None)


@pytest.mark.skipif(not places.is_root(), reason="only root lends PostgreSQL a user of its own")
def test_programs_that_their_user_cannot_reach_are_not_used(tmp_path: Path) -> None:
    folder = programs(tmp_path / "bin", says=DEBIANS)
    folder.chmod(0o700)

    assert not fits(folder, 15, account())


def test_the_distributions_place_comes_before_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = programs(tmp_path / "bin", says=DEBIANS)
    monkeypatch.setenv("PATH", str(folder))

    found = folders(15)

    assert found[0] == Path("/usr/lib/postgresql/15/bin")
    assert found[-1] == folder


def test_pg_config_on_the_path_tells_where_the_programs_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    teller = tmp_path / "pg_config"
    teller.write_text("#!/bin/sh\necho /opt/pg/bin\n", encoding="utf-8")
    teller.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert folders(15)[-1] == Path("/opt/pg/bin")


@pytest.mark.usefixtures("nothing_installed")
def test_what_is_missing_is_said_in_one_sentence() -> None:
    with pytest.raises(NoPostgres, match=f"apt install postgresql-{MISSING}") as absence:
        of_version(MISSING)

    assert "\n" not in str(absence.value)


def test_debian_makes_no_server_meanwhile(tmp_path: Path) -> None:
    defaults = tmp_path / "createcluster.conf"
    defaults.write_text("#create_main_cluster = true\nssl = on", encoding="utf-8")
    defaults.chmod(0o644)

    with without_cluster(defaults):
        meanwhile = defaults.read_text(encoding="utf-8").splitlines()

    assert meanwhile == ["#create_main_cluster = true", "ssl = on", "create_main_cluster = false"]
    assert defaults.read_text(encoding="utf-8") == "#create_main_cluster = true\nssl = on"
    assert stat.S_IMODE(defaults.stat().st_mode) == 0o644


def test_no_habit_of_debians_is_made_where_there_is_none(tmp_path: Path) -> None:
    with without_cluster(tmp_path / "createcluster.conf"):
        pass

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [[], ["--long"]])
def test_everything_runs_and_then_the_oldest(words: list[str]) -> None:
    first, second = legs(words)

    assert (first.major, first.words) == (None, tuple(words))
    assert (second.major, second.words) == (15, (*words, "--postgres=15", *ON_OLDEST))


@pytest.mark.parametrize(
    "words", [["tests/rules"], ["-k", "who"], ["-x"], ["--long", "tests/policies/test_race.py"]]
)
def test_whoever_chooses_gets_the_one_run(words: list[str]) -> None:
    (only,) = legs(words)

    assert (only.major, only.words) == (None, tuple(words))


@pytest.mark.parametrize(
    "words", [["--postgres=15"], ["--postgres", "15"], ["--postgres=15", "-x"]]
)
def test_the_oldest_alone_runs_what_leans_on_the_database(words: list[str]) -> None:
    (only,) = legs(words)

    assert only.words == (*words, *ON_OLDEST)


def test_any_tests_may_be_run_on_the_oldest() -> None:
    words = ["--postgres", "15", "tests/policies/test_actor.py::test_nobody"]

    (only,) = legs(words)

    assert only.words == tuple(words)


def test_what_runs_on_the_oldest_is_there() -> None:
    assert [path for path in ON_OLDEST if not (places.ROOT / path).exists()] == []


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize(("in_ci", "code"), [("true", 1), ("", 0)])
def test_a_missing_run_fails_in_ci_and_is_said_elsewhere(
    in_ci: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", in_ci)
    leg = testing.Leg(words=(), major=MISSING)

    assert testing.run_legs([leg]) == code
    assert f"Testen på PostgreSQL {MISSING} kördes inte" in capsys.readouterr().err

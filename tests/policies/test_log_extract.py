"""A signed extract of the log: what it holds, who makes it, and that whatever is changed in it is found."""

import ast
import json
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from varjebarn.audit import verify, verify_extract
from varjebarn.audit.extract import Scope, levels_of, make_extract, named_in_log, proofs
from varjebarn.audit.merkle import inclusion, leaf_hash
from varjebarn.audit.reasons import Reason
from varjebarn.audit.sealing import Sealer
from varjebarn.audit.signing import EXTRACT, SEAL, new_key, public_text
from varjebarn.audit.values import About
from varjebarn.kernel.decisions import Refused
from varjebarn.people.commands import open_file
from varjebarn.people.queries import open_child
from varjebarn.people.values import Protection

from tests.world.cast import two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"


@pytest.fixture
def keys(tmp_path, monkeypatch):
    """The two keys, in their files; answers the public halves by name."""
    public = {}
    for name in (SEAL, EXTRACT):
        file = tmp_path / name
        file.write_text(new_key(), encoding="ascii")
        monkeypatch.setenv(name, str(file))
        public[name] = public_text(file.read_text(encoding="ascii"))
    return public


@pytest.fixture
def log(people, world, keys, connect_as, owner):
    """Alva is read, and a protected child; most of it is sealed."""
    alva = UUID(str(world["alva"]))
    with people.acting("principal") as lena:
        hidden = open_file(
            lena,
            given_name="Hemlig",
            family_name="Rot",
            born=date(2017, 3, 1),
            reason="Ny elev",
            protection=Protection.MARKED,
        ).public_id
    for child in (alva, hidden, alva):
        with people.acting("principal") as lena:
            open_child(lena, child)
    sealer = connect_as("vb_seal")
    sealer.autocommit = True
    own = Sealer()
    while own.tree.size < owner.execute("SELECT count(*) FROM audit_event").fetchone()[0]:
        own.seal(sealer)
    with people.acting("teacher") as tor:
        open_child(tor, alva)
    return alva


def scope(about=About.UNIT, **others) -> Scope:
    today = timezone.localdate()
    return Scope(about=about, first=today - timedelta(days=1), last=today, **others)


def extract(people, one: Scope):
    with people.acting("log-reviewer") as inga:
        return make_extract(inga, one)


def found(text: str, **wishes) -> str:
    try:
        verify_extract.check(text, **wishes)
    except verify_extract.Wrong as wrong:
        return str(wrong)
    return ""


@pytest.mark.parametrize("size", [1, 2, 3, 6, 7, 8, 13])
def test_the_proofs_are_those_of_the_definition(size):
    leaves = [leaf_hash(bytes([n])) for n in range(size)]
    levels = levels_of(leaves)

    assert [proofs(levels, place) for place in range(size)] == [
        tuple(one.hex() for one in inclusion(leaves, place)) for place in range(size)
    ]


@pytest.mark.rule("R25", case="allows")
def test_an_extract_agrees_with_the_sealed_log_and_is_itself_logged(people, log, keys, owner):
    made = extract(people, scope())
    agreed = verify_extract.check(made.text, key=keys[EXTRACT], seal_key=keys[SEAL])

    unit = "unit_id = (SELECT unit_id FROM audit_event WHERE act = 'log.exported')"
    (events,) = owner.execute(f"SELECT count(*) FROM audit_event WHERE {unit}").fetchone()
    assert agreed.events == len(made.events) == events > agreed.proven > 5
    assert (
        made.header["unsealed"] == agreed.events - agreed.proven == 2
    )  # Tor's reading, and itself
    last = made.events[-1]
    assert (last.event[7], last.who) == ("log.exported", "Inga Norrman, Logggranskare")


def test_a_protected_child_is_a_hash_in_it(people, log):
    made = extract(people, scope())

    hidden = [event for event in made.events if event.event is None]
    assert len(hidden) >= 2
    assert {(event.who, event.child) for event in hidden} == {("", "")}
    assert [word for word in ("Hemlig", "Rot", "Ny elev") if word in made.text] == []
    assert "Alva Lund" in made.text


def test_an_extract_of_a_child_or_of_a_person_holds_no_other(people, log):
    with people.acting("log-reviewer") as inga:
        (person,) = named_in_log(inga, about=About.PERSON, name="tor ekman")
        assert named_in_log(inga, about=About.CHILD, name="Alva Lund") == [log]
        assert named_in_log(inga, about=About.CHILD, name="Hemlig Rot") == []

    of_child = extract(people, scope(About.CHILD, name="Alva Lund", subject=log))
    of_person = extract(people, scope(About.PERSON, name="Tor Ekman", subject=person))

    assert {event.child for event in of_child.events} == {"Alva Lund"}
    assert {event.who for event in of_person.events} == {"Tor Ekman, Klasslärare"}
    assert found(of_child.text) == found(of_person.text) == ""


def test_whatever_is_changed_in_it_is_found(people, log, keys, tmp_path, capsys):
    text = extract(people, scope()).text
    lines = text.splitlines(keepends=True)
    file = tmp_path / "utdrag.jsonl"

    changed = json.loads(lines[3])
    changed["event"][7] = "other"
    tampered = {
        "a word": text.replace("Lena Strand", "Lena Strund", 1),
        "a line less": "".join([*lines[:3], *lines[4:]]),
        "two lines swapped": "".join([lines[0], lines[2], lines[1], *lines[3:]]),
        "another signature": text.replace(json.loads(lines[-1])["signature"], "0" * 128),
    }
    assert {name: found(one) == "" for name, one in tampered.items()} == dict.fromkeys(
        tampered, False
    )
    resigned = sign([*lines[:3], json.dumps(changed) + "\n", *lines[4:-1]])
    assert found(resigned) == "Händelse 3 i utdraget är ändrad."
    assert found(resigned, key=keys[EXTRACT]) == "Utdraget är signerat med en annan nyckel."

    file.write_text(text, encoding="utf-8")
    assert verify_extract.main([str(file), "--key", keys[EXTRACT]]) == 0
    assert capsys.readouterr().out.startswith("Utdraget stämmer")
    file.write_text(tampered["a line less"], encoding="utf-8")
    assert verify_extract.main([str(file)]) == 1


def sign(lines: list[str]) -> str:
    """Sign anew, as somebody who has a key of their own."""
    key = Ed25519PrivateKey.generate()
    digest = verify_extract.sha256("".join(lines).encode()).digest()
    last = {"signature": key.sign(digest).hex(), "key": key.public_key().public_bytes_raw().hex()}
    return "".join(lines) + json.dumps(last) + "\n"


def test_an_event_that_was_never_in_the_log_is_found(people, log, keys):
    lines = extract(people, scope()).text.splitlines(keepends=True)
    added = json.loads(lines[2])
    added["event"][7] = "child.read"
    content = json.dumps(added["event"], ensure_ascii=False)
    added["leaf"] = leaf_hash(content.encode()).hex()

    forged = sign([*lines[:2], json.dumps(added, ensure_ascii=False) + "\n", *lines[3:-1]])

    assert found(forged) == "Händelse 2 i utdraget finns inte i den förseglade loggen."


@pytest.mark.rule("R27", case="refuses")
@pytest.mark.parametrize("slug", ["principal", "teacher", "keeper", "guardian"])
def test_nobody_but_the_reviewer_makes_one(people, log, enter, slug):
    with pytest.raises(Refused) as refused, people.acting(slug) as other:
        make_extract(other, scope())
    assert refused.value.reason is Reason.ONLY_REVIEWER

    for statement in (
        "SELECT * FROM vb.log_extract(NULL, NULL, '-infinity', 'infinity', NULL)",
        "SELECT * FROM vb.sealed_tree()",
        "SELECT * FROM vb.named_in_log('child', 'Alva Lund')",
    ):
        with pytest.raises(psycopg.Error) as no:
            enter(slug).execute(statement)
        assert no.value.sqlstate == NO_RIGHT


def test_every_head_is_signed_and_another_key_is_found(log, keys, owner):
    with owner.transaction():
        verify.check(owner, key=keys[SEAL])
        with pytest.raises(verify.Wrong, match="inte signerat med nyckeln"):
            verify.check(owner, key=public_text(new_key()))
        owner.execute("UPDATE audit_head SET signature = NULL")
        with pytest.raises(verify.Wrong, match="inte signerat med nyckeln"):
            verify.check(owner, key=keys[SEAL])
        verify.check(owner)


def test_the_verifier_of_extracts_is_short_and_imports_nothing_from_the_product():
    text = Path(verify_extract.__file__).read_text(encoding="utf-8")
    imported = {
        (name.name if isinstance(one, ast.Import) else str(one.module)).split(".")[0]
        for one in ast.walk(ast.parse(text))
        if isinstance(one, ast.Import | ast.ImportFrom)
        for name in one.names
    }

    assert len(text.splitlines()) < 200
    assert not imported & {"varjebarn", "django", "psycopg", "tests"}

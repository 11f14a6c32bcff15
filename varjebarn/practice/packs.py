"""Practice models as shipped packs: read, inherit, check. Pure: no Django, no database.

A pack is a TOML file in `data/`. One that inherits says per section how: `merge` by key, `replace`,
or `inherit`. What comes out is a complete document, which is what gets published and stored.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from varjebarn.practice.documents import model_from
from varjebarn.practice.values import Basis, Outcome, PracticeModel

DATA = Path(__file__).parent / "data"
SHIPPED = ("girfec", "kronobarn", "backabarnet")
DIMENSIONS = frozenset(
    {
        "safe",
        "healthy",
        "achieving",
        "nurtured",
        "active",
        "respected",
        "responsible",
        "included",
    }
)
OWN = ("format", "model", "sources", "inherit")
FORMAT = 1

Document = dict[str, Any]


class PackError(ValueError):
    """A pack that cannot be published, and why."""


def complete_document(pack: str, *, folder: Path = DATA) -> Document:
    """Read a pack and everything it inherits into one document that stands alone."""
    with (folder / f"{pack}.toml").open("rb") as file:
        own = tomllib.load(file)
    if own.get("format") != FORMAT:
        raise PackError(f"{pack}: format {own.get('format')} is not known")
    parent_id = own["model"].get("inherits")
    if parent_id is None:
        return own
    parent = complete_document(parent_id, folder=folder)
    return _inherited(own, parent)


def shipped_model(pack: str) -> PracticeModel:
    """Read and check one shipped pack."""
    return checked(model_from(complete_document(pack)))


def canonical(document: Mapping[str, Any]) -> str:
    """Give the document's text, as stored. Order is content: the dimensions stand as the owner's do."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """Give the fingerprint of a document's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def checked(model: PracticeModel) -> PracticeModel:
    """Give the model back when it is whole; raise `PackError` with what is wrong otherwise."""
    if {dimension.key for dimension in model.dimensions} != DIMENSIONS:
        raise PackError(f"{model.id}: a model has the eight dimensions")
    if {kind.key for kind in model.wheel.note_kinds} != {"strength", "challenge"}:
        raise PackError(f"{model.id}: a wheel has strengths and challenges")
    nodes = {node.key for node in model.decision}
    ends = {end for node in model.decision for end in (node.yes, node.no)}
    if not ends <= nodes | set(Outcome):
        raise PackError(f"{model.id}: an answer in the decision tree leads nowhere")
    if not set(Outcome) <= ends:
        raise PackError(f"{model.id}: the decision tree lacks an outcome")
    if model.role("contact") is None or model.role("lead") is None:
        raise PackError(f"{model.id}: a model has a contact and a lead")
    return model


def _inherited(own: Document, parent: Document) -> Document:
    result = {key: own[key] for key in OWN if key in own}
    for section in dict.fromkeys([*own, *parent]):
        if section in OWN:
            continue
        mode = own["inherit"].get(section)
        if mode == "replace":
            result[section] = own.get(section, {})
        elif mode == "merge":
            result[section] = _merged(own.get(section, {}), _as_inherited(parent.get(section, {})))
        elif mode == "inherit" and section not in own:
            result[section] = _as_inherited(parent[section])
        else:
            raise PackError(f"{own['model']['id']}: how does {section} relate to the parent?")
    return result


def _merged(own: Document, parent: Document) -> Document:
    """Let what stands in `own` win and come first; tables are merged, everything else replaced."""
    result: Document = {}
    for key in dict.fromkeys([*own, *parent]):
        mine, theirs = own.get(key), parent.get(key)
        if isinstance(mine, dict) and isinstance(theirs, dict):
            result[key] = _merged(mine, theirs)
        else:
            result[key] = theirs if mine is None else mine
    return result


def _as_inherited(value: Any) -> Any:
    """Mark borrowed labels: another owner's word is not this owner's, however well sourced."""
    if isinstance(value, list):
        return [_as_inherited(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: dict.fromkeys(item, Basis.INHERITED.value) if key == "basis" else _as_inherited(item)
        for key, item in value.items()
    }

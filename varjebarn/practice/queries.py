"""Which practice models there are, and what they say. Immutable, so kept in the process once read."""

import json
from dataclasses import dataclass
from datetime import datetime

from varjebarn.practice.documents import model_from
from varjebarn.practice.models import ModelVersion
from varjebarn.practice.values import PracticeModel

_read: dict[tuple[str, str], PracticeModel] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedVersion:
    """A line in the list of published versions."""

    model_id: str
    version: str
    digest: str
    published_at: datetime


def open_model(model_id: str, version: str) -> PracticeModel:
    """Read one version, from the database the first time. Raises `ModelVersion.DoesNotExist`."""
    key = (model_id, version)
    if key not in _read:
        stored = ModelVersion.objects.get(model_id=model_id, version=version)
        _read[key] = model_from(json.loads(stored.document))
    return _read[key]


def latest_model(model_id: str) -> PracticeModel:
    """Read the version of a model that was published last."""
    newest = ModelVersion.objects.filter(model_id=model_id).latest("published_at", "pk")
    return open_model(model_id, newest.version)


def published_versions() -> tuple[PublishedVersion, ...]:
    """List every published version, by model and then by time."""
    rows = ModelVersion.objects.order_by("model_id", "published_at", "pk")
    return tuple(
        PublishedVersion(
            model_id=row.model_id,
            version=row.version,
            digest=row.digest,
            published_at=row.published_at,
        )
        for row in rows
    )

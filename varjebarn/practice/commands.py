"""Publishing practice models. Reference data: run by set-up as vb_migrate, never by a person.

There is no actor and no log here: the table holds nothing about a child, and `vb_app` cannot write it.
"""

from enum import StrEnum
from pathlib import Path

from varjebarn.kernel.decisions import Refused
from varjebarn.practice.documents import model_from
from varjebarn.practice.models import ModelVersion
from varjebarn.practice.packs import DATA, SHIPPED, canonical, checked, complete_document, digest


class Reason(StrEnum):
    """Why a model cannot be published."""

    VERSION_IS_PUBLISHED = "practice.version_is_published"


def load_packs(packs: tuple[str, ...] = SHIPPED) -> tuple[str, ...]:
    """Publish the shipped packs that are not published yet; give the ones that were new."""
    return tuple(pack for pack in packs if publish_pack(pack))


def publish_pack(pack: str, *, folder: Path = DATA) -> bool:
    """Publish one shipped pack; False when the same content is there already.

    Raises `PackError` for a pack that is not whole, and `Refused` when the version has been
    published with another content: a new content is a new version.
    """
    document = complete_document(pack, folder=folder)
    model = checked(model_from(document))
    text = canonical(document)
    stored, is_new = ModelVersion.objects.get_or_create(
        model_id=model.id,
        version=model.version,
        defaults={"digest": digest(text), "document": text},
    )
    if stored.digest != digest(text):
        raise Refused(Reason.VERSION_IS_PUBLISHED)
    return is_new

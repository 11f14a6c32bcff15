"""Published practice models: everybody who acts may read them, nobody may change one."""

from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from varjebarn.kernel.decisions import Refused
from varjebarn.practice.commands import Reason, load_packs, publish_pack
from varjebarn.practice.models import ModelVersion
from varjebarn.practice.packs import DATA, SHIPPED, shipped_model
from varjebarn.practice.queries import latest_model, open_model, published_versions

Connect = Callable[[str], psycopg.Connection]

pytestmark = pytest.mark.usefixtures("database")


def test_set_up_has_published_the_shipped_models() -> None:
    listed = [(line.model_id, line.version) for line in published_versions()]

    assert listed == sorted(
        (shipped_model(pack).id, shipped_model(pack).version) for pack in SHIPPED
    )


def test_a_stored_model_says_what_the_pack_says_in_the_packs_order() -> None:
    stored = open_model("backabarnet", "2022.1-unverified")

    assert stored == shipped_model("backabarnet")
    assert [dimension.key for dimension in stored.dimensions][:2] == ["safe", "included"]
    assert latest_model("kronobarn") == shipped_model("kronobarn")


def test_a_version_that_nobody_published_does_not_exist() -> None:
    with pytest.raises(ModelVersion.DoesNotExist):
        open_model("kronobarn", "1999")


def test_loading_again_changes_nothing() -> None:
    assert load_packs() == ()


def test_the_same_version_with_another_content_is_refused(tmp_path: Path) -> None:
    text = (DATA / "girfec.toml").read_text(encoding="utf-8")
    (tmp_path / "girfec.toml").write_text(text.replace("Trygg", "Säker"), encoding="utf-8")

    with pytest.raises(Refused) as refused:
        publish_pack("girfec", folder=tmp_path)

    assert refused.value.reason is Reason.VERSION_IS_PUBLISHED


@pytest.mark.parametrize("role", ["vb_app", "vb_login", "vb_audit"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE public.practice_modelversion SET document = '{}'",
        "DELETE FROM public.practice_modelversion",
        "INSERT INTO public.practice_modelversion VALUES (99, 'ours', '1', '', '{}', now())",
    ],
)
def test_no_running_role_may_write_a_model(connect_as: Connect, role: str, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE public.practice_modelversion SET document = '{}'",
        "DELETE FROM public.practice_modelversion",
    ],
)
def test_not_even_set_up_may_change_a_published_model(connect_as: Connect, statement: str) -> None:
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="never changed"):
        connect_as("vb_migrate").execute(statement)


def test_the_running_system_reads_models_without_anybody_acting(connect_as: Connect) -> None:
    rows = connect_as("vb_app").execute("SELECT count(*) FROM practice_modelversion").fetchall()

    assert rows == [(3,)]

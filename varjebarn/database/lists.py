"""A row's own rows, read in the same statement as the row itself."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject


def rows_of(model: type[Model], parent: str, /, **columns: str) -> ArraySubquery:
    """Give the rows of a child table that point at the outer row, the oldest first, as a list of JSON.

    `parent` names the key to the outer row; the unit is the same, so that an index finds them.
    `columns` are the keys of each JSON object, and where their values come from.
    """
    rows: QuerySet[Any] = model._default_manager.filter(  # noqa: SLF001 - Django's own name
        **{"unit_id": OuterRef("unit_id"), parent: OuterRef("pk")},
    ).order_by("pk")
    return ArraySubquery(rows.values(line=JSONObject(**columns)))

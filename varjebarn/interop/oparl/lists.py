"""The lists of OParl, by their kind: what is read for each, and how one thing of it is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from varjebarn.interop.oparl import write
from varjebarn.interop.oparl.places import Places
from varjebarn.steering import queries
from varjebarn.steering.queries import Part, Window
from varjebarn.steering.queries.exported import ExportedGone


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one kind is read and written."""

    read: Callable[[Window], Part[Any]]
    write: Callable[[Any, Places], dict[str, Any]]


KINDS: Mapping[str, Kind] = {
    "organization": Kind(read=queries.exported_bodies, write=write.organization),
    "person": Kind(read=queries.exported_seats, write=write.person),
    "membership": Kind(read=queries.exported_seats, write=write.membership),
    "meeting": Kind(read=queries.exported_meetings, write=write.meeting),
    "agendaitem": Kind(read=queries.exported_items, write=write.agenda_item),
    "consultation": Kind(read=queries.exported_papers, write=write.consultation),
    "paper": Kind(read=queries.exported_papers, write=write.paper),
    "file": Kind(read=queries.exported_papers, write=write.file),
}


def as_list(
    kind: str, window: Window, page: int, *, asked: Mapping[str, str], places: Places
) -> dict[str, Any]:
    """Write one page of a list, with the ways to the other pages. `asked` is kept in them."""
    part = KINDS[kind].read(window)
    last = max(1, -(-part.total // window.most))

    def address(number: int) -> str:
        return f"{places.all(kind)}?{urlencode({**asked, 'page': number})}"

    links = {"first": address(1), "self": address(page), "last": address(last)}
    if page > 1:
        links["prev"] = address(min(page - 1, last))
    if page < last:
        links["next"] = address(page + 1)
    return {
        "data": [_written(kind, one, places) for one in part.rows],
        "pagination": {
            "totalElements": part.total,
            "elementsPerPage": window.most,
            "currentPage": page,
            "totalPages": last,
        },
        "links": links,
    }


def as_one(kind: str, which: UUID, places: Places) -> dict[str, Any] | None:
    """Write one thing; None when it isn't there for anybody to read."""
    part = KINDS[kind].read(Window(only=which))
    return _written(kind, part.rows[0], places) if part.rows else None


def _written(kind: str, one: Any, places: Places) -> dict[str, Any]:
    if isinstance(one, ExportedGone):
        return write.gone(kind.capitalize(), kind, one, places)  # only papers, files and where laid
    return KINDS[kind].write(one, places)

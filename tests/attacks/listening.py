"""The statements sent meanwhile, on either connection: how a page's work is compared, never by time."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import connections


@contextmanager
def statements() -> Iterator[list[str]]:
    """Take down each statement's text; values are bound beside it and never stand in it."""
    sent: list[str] = []

    def take(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        sent.append(str(sql)[:120])
        return execute(sql, params, many, context)

    with ExitStack() as leaving:
        for alias in ("default", "login"):
            leaving.enter_context(connections[alias].execute_wrapper(take))
        yield sent

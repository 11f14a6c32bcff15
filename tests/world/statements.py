"""The statements that a page sends, on either connection."""

from contextlib import ExitStack
from typing import Any

from django.db import connections

NOT_STATEMENTS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class statements:  # noqa: N801 - reads as a sentence where it is used
    """The statements sent meanwhile, on either connection."""

    def __enter__(self) -> list[str]:
        self.sent: list[str] = []
        self.leaving = ExitStack()
        for alias in ("default", "login"):
            self.leaving.enter_context(connections[alias].execute_wrapper(self.take))
        return self.sent

    def __exit__(self, *_: object) -> None:
        self.leaving.close()

    def take(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        if not sql.startswith(NOT_STATEMENTS):
            self.sent.append(sql)
        return execute(sql, params, many, context)

"""What has just been done, said once on the next page: `?klart=<code>` becomes a sentence.

Each module of this package is named after a web slice and holds SENTENCES, from code to lazy
Swedish sentence. An unknown code says nothing, so an address can't put words on a page.
"""

import importlib
import pkgutil
from functools import cache

from django.utils.functional import Promise


@cache
def _sentences() -> dict[str, Promise]:
    found: dict[str, Promise] = {}
    for module in pkgutil.iter_modules(__path__):
        content = importlib.import_module(f"{__name__}.{module.name}")
        found.update(content.SENTENCES)
    return found


def notice(code: str) -> str:
    """Say what the code means in the language of the page, or nothing."""
    words = _sentences().get(code)
    return "" if words is None else str(words)

"""The public register as OParl 1.1 has it: a system, one body, and lists of what it holds.

Source: OParl specification 1.1, https://schema.oparl.org/1.1/. Ids are addresses; lists come in
pages and may be narrowed by `created_since`, `modified_since` and their `_until`.
"""

from varjebarn.interop.oparl.asking import BadQuestionError, window_of
from varjebarn.interop.oparl.lists import KINDS, as_list, as_one
from varjebarn.interop.oparl.places import Places
from varjebarn.interop.oparl.system import the_body, the_system

__all__ = [
    "KINDS",
    "BadQuestionError",
    "Places",
    "as_list",
    "as_one",
    "the_body",
    "the_system",
    "window_of",
]

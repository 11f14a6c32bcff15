"""How an action is going: the codes that social services use, in a plan's working set."""

from enum import StrEnum


class ActionStatus(StrEnum):
    """A status of an action, by its code.

    Source: Socialstyrelsen, KSI 2025, status of an activity.
    """

    SUGGESTED = "35"
    PLANNED = "55"
    BEGUN = "60"
    GOING = "65"
    DONE = "40"
    DONE_OTHERWISE = "45"
    NOT_DONE = "50"
    STOPPED = "15"

    @property
    def is_over(self) -> bool:
        """Whether nothing more is expected of it."""
        return self in _OVER


_OVER = frozenset(
    {
        ActionStatus.DONE,
        ActionStatus.DONE_OTHERWISE,
        ActionStatus.NOT_DONE,
        ActionStatus.STOPPED,
    },
)

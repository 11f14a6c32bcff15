"""What children and guardians have sent to the acting unit."""

from varjebarn.disclosure.models import Submission
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile


def submissions(actor: Actor, child: ChildFile, *, kind: str | None = None) -> list[Submission]:
    """List what has been sent about a child, the newest first, of one kind if asked."""
    rows = Submission.objects.filter(unit_id=actor.unit_id, child_file=child)
    if kind is not None:
        rows = rows.filter(kind=kind)
    return list(rows.order_by("-arrived", "-pk"))

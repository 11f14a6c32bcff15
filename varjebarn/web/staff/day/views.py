"""The day's page, and the button that clears what is new about a child."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from varjebarn.disclosure.commands import take_up_intake
from varjebarn.disclosure.feedback import SOCIAL
from varjebarn.disclosure.queries import FeedbackDue, feedback_due, inbox, reviews_due
from varjebarn.kernel.actors import Actor
from varjebarn.people.commands import see_notices
from varjebarn.people.queries import my_children, open_child, unseen_notices
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.staff.consent.day_part import consent_part
from varjebarn.web.staff.day import pages
from varjebarn.web.staff.log.day_part import day_part
from varjebarn.wellbeing.queries import my_signals


@staff_page
@require_safe
def day(request: HttpRequest) -> HttpResponse:
    """Show what waits for the acting person."""
    actor = actor_of(request)
    take_up_intake(actor)
    page = pages.day_page(
        actor=actor,
        inbox=inbox(actor),
        notices=unseen_notices(actor),
        children=my_children(actor),
        signals=my_signals(actor, most=5),
        reviews=reviews_due(actor, by=timezone.localdate() + pages.SOON),
        on=timezone.localdate(),
    )
    return render(
        request,
        "staff/day/day.html",
        {
            "page": page,
            "part": day_part(actor),
            "consent_part": consent_part(actor),
            "to_tell": _to_tell(actor),
        },
    )


def _to_tell(actor: Actor) -> list[FeedbackDue]:
    """List the reporters whom social services are to tell, and by when; others have none."""
    return feedback_due(actor) if actor.area == SOCIAL else []


@staff_page
@require_POST
def seen(request: HttpRequest, child: UUID) -> HttpResponse:
    """Clear what is new about a child."""
    actor = actor_of(request)
    see_notices(actor, open_child(actor, child))
    return redirect("/personal/?klart=sett")

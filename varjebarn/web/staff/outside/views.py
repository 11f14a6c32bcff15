"""What has been given to associations, one of them, and its paper."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure import commands
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.outside import How
from varjebarn.disclosure.queries import open_outside_part, outside_parts
from varjebarn.kernel.actors import Actor
from varjebarn.people.queries import open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.staff.outside import pages
from varjebarn.web.staff.outside.forms import AnswerForm, EndForm, ReceiptForm
from varjebarn.web.staff.who import who

LINK, RECEIPT, ANSWER, END = "lank", "kvitto", "svar", "avsluta"


@staff_page
@require_safe
def outside(request: HttpRequest, child: UUID) -> HttpResponse:
    """List what has been given to associations about a child."""
    actor = actor_of(request)
    file = open_child(actor, child)
    context = {
        "who": who(file, on=timezone.localdate()),
        "rows": pages.rows(outside_parts(actor, file)),
    }
    return render(request, "staff/outside/list.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, part: UUID) -> HttpResponse:
    """Show one part, make its link, note its receipt and its answer, or end it."""
    actor, on = actor_of(request), timezone.localdate()
    row = open_outside_part(actor, part)
    sent = request.POST.get("gor", "")

    def bound(step: str) -> Any:
        return request.POST if sent == step else None

    forms: dict[str, Any] = {
        RECEIPT: ReceiptForm(bound(RECEIPT), initial={"name": row.to_name}),
        ANSWER: AnswerForm(bound(ANSWER), leader=row.to_name, entered_by=actor.name, on=on),
        END: EndForm(bound(END)),
    }
    issued = commands.issue_link(actor, row) if sent == LINK else None
    if sent in forms and forms[sent].is_valid():
        _do(actor, row, sent, forms[sent].cleaned_data)
        return redirect(f"{reverse('staff:outside_part', args=[part])}?klart=del-{sent}")
    if issued is not None:
        row = open_outside_part(actor, part)
    line = next(one for one in outside_parts(actor, row.child_file) if one.part == row.public_id)
    context = {
        "who": who(row.child_file, on=on),
        "page": pages.part_page(line, body_of(row.disclosure.content), row.reservation),
        "part": part,
        "issued": issued,
        "address": request.build_absolute_uri(reverse("public:given")),
        "receipt": forms[RECEIPT],
        "answering": forms[ANSWER],
        "ending": forms[END],
        "has_faults": any(form.has_faults for form in forms.values()),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if context["has_faults"] else HTTPStatus.OK
    return render(request, "staff/outside/part.html", context, status=status)


@staff_page
@require_safe
def paper(request: HttpRequest, part: UUID) -> HttpResponse:
    """Show what is printed and handed over."""
    actor = actor_of(request)
    row = open_outside_part(actor, part)
    context = {
        "who": who(row.child_file, on=timezone.localdate()),
        "part": part,
        "text": pages.text(body_of(row.disclosure.content)),
        "association": row.to_unit.organisation.name,
        "to_name": row.to_name,
        "reservation": row.reservation,
        "last_day": pages.last_day(row.until),
    }
    return render(request, "staff/outside/paper.html", context)


def _do(actor: Actor, row: Any, step: str, data: dict[str, Any]) -> None:
    if step == RECEIPT:
        commands.note_receipt(actor, row, name=data["name"])
    elif step == ANSWER:
        commands.note_outside_answer(
            actor,
            row,
            words=data["words"],
            said_by=data["said_by"],
            said_on=data["said_on"],
            how=How(data["how"]),
        )
    else:
        commands.close_outside(actor, row, reason=data["reason"])

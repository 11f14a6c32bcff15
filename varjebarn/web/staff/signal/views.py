"""Something is noticed, on a phone in a corridor, and handed to the one who takes it further."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.queries import consents, protected_at_unit, request_answers
from varjebarn.people.queries import child_of, guardians, open_child
from varjebarn.practice.queries import open_model
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.ground_form import GroundForm, ground_forms
from varjebarn.web.staff.model import county_model, language
from varjebarn.web.staff.protected import FIELD, protected_row
from varjebarn.web.staff.sharing.preview import preview
from varjebarn.web.staff.signal import pages
from varjebarn.web.staff.signal.forms import AskUnitForm, HandForm, NoticeForm
from varjebarn.web.staff.who import who
from varjebarn.wellbeing import commands, queries
from varjebarn.wellbeing.letters import signal_document


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, child: UUID) -> HttpResponse:
    """Write down what works and what is hard, by the wheel."""
    actor = actor_of(request)
    file, on, model = open_child(actor, child), timezone.localdate(), county_model()
    form = NoticeForm(request.POST or None, model=model, language=language(), on=on)
    if form.is_valid():
        made = commands.notice_signal(
            actor,
            file,
            notes=form.notes(),
            own_words=form.cleaned_data["own_words"],
            on=on,
            model=model,
            noticed_on=form.cleaned_data["noticed_on"],
        )
        return redirect(reverse("staff:hand", args=[made.public_id]) + "?klart=uppmarksammat")
    return answer(request, "staff/signal/notice.html", {"who": who(file, on=on)}, form=form)


@staff_page
@require_safe
def signal(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Show what was noticed, where it has gone, and what became of it."""
    actor = actor_of(request)
    row = queries.open_signal(actor, signal)
    child = child_of(actor, row.child_file_id)
    line = queries.signal_line(actor, row)
    page = pages.signal_page(
        actor=actor,
        line=line,
        consents=consents(actor, child),
        model=open_model(line.model_id, line.model_version),
        language=language(),
        elsewhere=queries.elsewhere(actor, child, row),
        answering=queries.answering(actor, child, row),
    )
    context = {"page": page, "who": who(child, on=timezone.localdate())}
    return render(request, "staff/signal/signal.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def hand(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Hand it to the child's contact: a colleague, or another unit after a question to the family."""
    actor = actor_of(request)
    row = queries.open_signal(actor, signal)
    child, on = child_of(actor, row.child_file_id), timezone.localdate()
    contact = queries.contact_for(actor, child, model=county_model(), on=on)
    page = pages.hand_page(contact, county_model(), language())
    form: HandForm | AskUnitForm
    grounds = None
    if contact.in_own_unit:
        form = HandForm(request.POST or None, colleagues=contact.colleagues)
        if form.is_valid():
            commands.hand_signal(actor, row, to_person=UUID(form.cleaned_data["person"]))
            return redirect(reverse("staff:signal", args=[signal]) + "?klart=lamnat")
    else:
        form = AskUnitForm(request.POST or None, units=contact.units, called=child.called, on=on)
        grounds = ground_forms(request.POST or None, request_answers(actor, child), language())
        if form.is_valid() and grounds.is_valid:
            commands.ask_to_tell(
                actor,
                row,
                unit=UUID(form.cleaned_data["unit"]),
                last_day=form.cleaned_data["last_day"],
                purpose=form.cleaned_data["purpose"],
                answers=grounds.said(),
            )
            return redirect(reverse("staff:signal", args=[signal]) + "?klart=fragat-verksamhet")
    context = {
        "page": page,
        "signal": signal,
        "grounds": grounds,
        "asked": [line.name for line in guardians(actor, child) if line.custody],
        "who": who(child, on=on),
    }
    faulty = form.is_bound and grounds is not None and not grounds.is_valid
    return answer(request, "staff/signal/hand.html", context, form=form, also_faulty=faulty)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def deliver(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Send it to the other unit, once the family has said yes."""
    actor = actor_of(request)
    row = queries.open_signal(actor, signal)
    child = child_of(actor, row.child_file_id)
    line = next((c for c in consents(actor, child) if c.consent.ref == row.consent_ref), None)
    if line is None:
        raise Http404
    unit = pages.other_unit(line)
    answers = suggested_answers("signal", "CONSENT", "sv")
    form = GroundForm(
        request.POST or None, answers=answers, language=language(), skip=frozenset({"purpose"})
    )
    if form.is_valid():
        shown = {request.POST.get(FIELD, "")}
        commands.deliver_signal(actor, row, line.consent, answers=form.said(), secrecy_shown=shown)
        return redirect(reverse("staff:signal", args=[signal]) + "?klart=signal-skickad")
    context = {
        "unit": unit,
        "protected": unit and protected_row(protected_at_unit(unit.unit), language()),
        "content": preview(signal_document(actor, child, row), language(), None),
        "page": None,
        "signal": signal,
        "who": who(child, on=timezone.localdate()),
    }
    return answer(request, "staff/signal/deliver.html", context, form=form)

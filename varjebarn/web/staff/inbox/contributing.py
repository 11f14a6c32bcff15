"""The contribution page: one form for each own action, one for the whole, and who will get it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from varjebarn.plan.documents import ActionReport, ActionStatus, ContributedNote
from varjebarn.plan.queries import ContributionPreview
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.ground_form import GroundForms, ground_forms
from varjebarn.web.staff.inbox.forms import ActionReportForm, NoteForm
from varjebarn.web.staff.inbox.pages import model_of
from varjebarn.web.staff.plan.recipients import RecipientRow, recipient_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAction:
    """One of the unit's own actions with its form."""

    line: Any
    form: ActionReportForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionForms:
    """The forms of one page, sent together."""

    actions: tuple[OwnAction, ...]
    note: NoteForm
    grounds: GroundForms
    is_sent: bool

    @property
    def is_valid(self) -> bool:
        """Whether all were sent without faults; each is asked, so that each shows its own."""
        answers = [form.is_valid() for form in self._all()]
        return self.is_sent and all([*answers, self.grounds.is_valid])

    @property
    def has_faults(self) -> bool:
        """Whether something is to be put right."""
        return self.is_sent and not self.is_valid

    def reports(self, on: date) -> list[ActionReport]:
        """Give what is reported of the actions; an untouched one is not reported."""
        return [
            ActionReport(
                ref=own.line.ref,
                status=ActionStatus(own.form.cleaned_data["status"]),
                on=on,
                note=own.form.cleaned_data["note"].strip(),
            )
            for own in self.actions
            if own.form.is_said
        ]

    def wheel(self) -> list[ContributedNote]:
        """Give the notes on the wheel."""
        data = self.note.cleaned_data
        return [
            ContributedNote(
                dimension=data["dimension"], kind=kind, text=data[kind].strip(), voice="staff"
            )
            for kind in ("strength", "challenge")
            if data[kind].strip()
        ]

    def words(self) -> str:
        """Give the note to the whole plan."""
        return str(self.note.cleaned_data["note"]).strip()

    def _all(self) -> Sequence[Any]:
        return [*(own.form for own in self.actions), self.note]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """Who will get it; or why it is closed."""

    closed_because: str
    lead: str
    recipients: tuple[RecipientRow, ...]
    digest: str


def forms(
    data: Mapping[str, Any] | None, preview: ContributionPreview, copy: Any, language: str
) -> ContributionForms:
    """Make the page's forms; nothing is chosen beforehand but how each action stands now."""
    model = model_of(copy)
    return ContributionForms(
        actions=tuple(
            OwnAction(
                line=line,
                form=ActionReportForm(data, prefix=f"insats-{line.ref}", now=line.status.value),
            )
            for line in preview.own_actions
        ),
        note=NoteForm(
            data,
            prefix="helhet",
            dimensions=[(d.key, d.label(language)) for d in model.dimensions],
        ),
        grounds=ground_forms(data, preview.answers, language),
        is_sent=data is not None,
    )


def preview_page(preview: ContributionPreview) -> PreviewPage:
    """Say who will get it, or why not."""
    reason = preview.decision.reason
    return PreviewPage(
        closed_because="" if reason is None else sentence(reason),
        lead=f"{preview.lead_unit_name}, {preview.lead_organisation_name}",
        recipients=recipient_rows(preview.lines),
        digest=preview.digest,
    )

"""One question a page: a face and words, or words alone; and who may see it all."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.participation.answers import Answer
from varjebarn.participation.questions import AskedQuestion
from varjebarn.web.family.words.pages import HOPES
from varjebarn.web.shared.forms import FACES, BaseForm, Face, LongText, Tick

LONGEST = 4000
CODES = tuple(code for code, _word in FACES)
_FEELS = gettext_lazy("Hur är det för dig? Välj en bild")
_CHOOSE = gettext_lazy("Välj en bild, skriv något eller välj ”Jag vill inte svara nu”")
_WRITE = gettext_lazy("Skriv något eller välj ”Jag vill inte svara nu”")


class FaceOrWords(Face):
    """A face that isn't told to be optional, yet may be left out when there are words instead."""

    def validate(self, value: Any) -> None:
        """Leave an empty choice to the form, which sees the words too."""
        if value:
            super().validate(value)


class QuestionForm(BaseForm):
    """The answer to one question. A face needs no words, and words need no face."""

    face = FaceOrWords(label=_FEELS)
    words = LongText(
        label=gettext_lazy("Vill du berätta mer?"),
        required=False,
        max_length=LONGEST,
        rows=4,
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        question: AskedQuestion,
        faces: tuple[int, ...],
        answer: Answer | None,
    ) -> None:
        """Show what has been kept; nothing else is chosen."""
        super().__init__(data, initial=_initial(answer))
        self.question = question
        if question.has_faces and isinstance(face := self.fields["face"], Face):
            face.choices = [FACES[place - 1] for place in faces]
        else:
            del self.fields["face"]
            self.fields["words"].label = _("Ditt svar")
            self.fields["words"].required = question.key != HOPES
            self.fields["words"].error_messages["required"] = _WRITE

    def clean(self) -> dict[str, Any]:
        """Ask for something, or for "not now"; the wish at the end may stay empty."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors or self.question.key == HOPES:
            return cleaned
        if not cleaned.get("face") and not cleaned.get("words", "").strip():
            self.add_error("face", forms.ValidationError(_CHOOSE, code="nothing"))
        return cleaned

    @property
    def answer(self) -> Answer:
        """What has been chosen and written, right or not, so that nothing is lost."""
        chosen = self.data.get("face", "")
        place = CODES.index(chosen) + 1 if chosen in CODES else None
        return Answer(
            dimension=self.question.key,
            face=place if self.question.has_faces else None,
            words=str(self.data.get("words", ""))[:LONGEST],
        )


class SendForm(BaseForm):
    """Whether the words stay where they were asked for."""

    stays_here = Tick(label="")

    def __init__(self, data: QueryDict | None, *, unit: str, initial: dict[str, Any]) -> None:
        """Name the unit in the choice."""
        super().__init__(data, initial=initial)
        self.fields["stays_here"].label = _("Låt det här stanna hos %(unit)s.") % {"unit": unit}
        self.fields["stays_here"].help_text = _("Då kommer det inte med i planen.")


def _initial(answer: Answer | None) -> dict[str, str]:
    if answer is None:
        return {}
    return {"face": CODES[answer.face - 1] if answer.face else "", "words": answer.words}

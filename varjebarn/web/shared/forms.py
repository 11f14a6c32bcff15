"""The base of every form: the design system's classes, no browser bubbles, plain words.

Pages end a failed form with `answer(…)`, which gives 422 and keeps all values.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from varjebarn.web.shared.fields import (
    FACES,
    Day,
    Face,
    LongText,
    OneOf,
    ShortText,
    SomeOf,
    Tick,
)
from varjebarn.web.shared.renderer import Designsystemet

__all__ = [
    "FACES",
    "BaseForm",
    "Day",
    "Designsystemet",
    "Face",
    "LongText",
    "OneOf",
    "ShortText",
    "SomeOf",
    "Tick",
    "answer",
    "dress",
]


def dress(form: forms.BaseForm) -> None:
    """Give each widget the design system's class; for forms made by others too."""
    form.label_suffix = ""
    form.use_required_attribute = False
    for field in form.fields.values():
        field.widget.attrs.setdefault("class", "ds-input")


class BaseForm(forms.Form):
    """A form whose fields look like ours, and whose labels carry no colon.

    `sometimes` names the fields that another answer makes needed: they may be left empty until
    then, and are not said to be voluntary.
    """

    sometimes: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Dress the fields."""
        super().__init__(*args, **kwargs)
        dress(self)
        for name in self.sometimes & self.fields.keys():
            field: Any = self.fields[name]
            field.is_sometimes = True

    @property
    def has_faults(self) -> bool:
        """Whether it was sent and something is to be put right."""
        return self.is_bound and not self.is_valid()


def answer(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    form: forms.BaseForm,
    also_faulty: bool = False,
) -> HttpResponse:
    """Show a page with a form: 422 when it, or another form sent along with it, has faults."""
    faulty = also_faulty or (form.is_bound and not form.is_valid())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faulty else HTTPStatus.OK
    return render(request, template, {**context, "form": form, "has_faults": faulty}, status=status)

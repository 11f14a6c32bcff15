"""Choices that are known only once a page is asked for."""

from collections.abc import Iterable
from typing import Any

from django import forms


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give a field of a form its choices."""
    field: Any = form.fields[name]
    field.choices = list(choices)

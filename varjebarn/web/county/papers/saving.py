"""Answers that are saved as files, and never run or shown as a page of ours."""

from django.http import HttpResponse


def saved(content: bytes | str, *, name: str, content_type: str) -> HttpResponse:
    """Give bytes or text to be saved under a name in plain letters."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response

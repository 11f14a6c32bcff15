"""Words with a fixed meaning about a child's file; pages may use them."""

from django.db import models


class Protection(models.TextChoices):
    """Levels of protected personal data (OSL 21:3, 22:2; lag 1991:483)."""

    NONE = "none"
    MARKED = "marked"  # sekretessmarkering
    REGISTERED_ELSEWHERE = "registered_elsewhere"  # skyddad folkbokföring
    FICTITIOUS = "fictitious"  # fingerade personuppgifter

"""When each thing in the public register came there and last changed. Written by the database itself."""

from django.db import models


class Change(models.Model):
    """One thing of the register, by its public id: for those who fetch what is new."""

    object = models.UUIDField(unique=True)
    created_at = models.DateTimeField()
    modified_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.object)

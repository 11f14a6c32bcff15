"""What the county tells everybody, and those who have asked to be told by mail."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation, Person


class ArticleKind(models.TextChoices):
    """News is the county's. An example is one organisation's own way of working."""

    NEWS = "news"
    EXAMPLE = "example"


class Article(models.Model):
    """A public page of its own. What it said before each change is kept; it is taken back whole."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.TextField(choices=ArticleKind.choices)
    title = models.TextField()
    text = models.TextField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    published_at = models.DateTimeField(auto_now_add=True)
    taken_back_on = models.DateField(null=True)
    mailed_on = models.DateField(null=True)

    class Meta:
        """An example says whose it is."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(kind=ArticleKind.EXAMPLE)
                | models.Q(organisation__isnull=False),
                name="example_says_whose_it_is",
            ),
        )

    def __str__(self) -> str:
        return self.title


class ArticleChange(models.Model):
    """What a page said until it was changed, and when that was."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField()
    title = models.TextField()
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Each number once for a page."""

        constraints = (
            models.UniqueConstraint(
                fields=["article", "number"], name="article_change_is_numbered_once"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Subscriber(models.Model):
    """An address that has asked for the newsletter. Read by the doors alone; leaving removes the row."""

    address = models.TextField()
    token = models.UUIDField(unique=True)
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        """An address is there once."""

        constraints = (models.UniqueConstraint(fields=["address"], name="subscriber_has_one_row"),)

    def __str__(self) -> str:
        return str(self.pk)


class LetterKind(models.TextChoices):
    """What a letter is about; the words are the sender's."""

    DOCUMENT = "document"
    CONFIRM = "confirm"
    NEWS = "news"
    DELEGATED = "delegated"


class Letter(models.Model):
    """What waits to be sent, and where. The row is removed when it has gone."""

    public_id = models.UUIDField(unique=True)
    kind = models.TextField(choices=LetterKind.choices)
    address = models.TextField()
    title = models.TextField()
    text = models.TextField()
    day = models.DateField(null=True)
    path = models.TextField()
    token = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField()
    next_at = models.DateTimeField()

    class Meta:
        """The sender looks for the one that has waited the longest."""

        indexes = (models.Index(fields=["next_at"], name="letter_waits"),)

    def __str__(self) -> str:
        return str(self.pk)

"""A signal written in this unit, as the document that another unit would get."""

from varjebarn.disclosure.documents import Document
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.practice.queries import open_model
from varjebarn.wellbeing.documents import KIND, SCHEMA, Noticed, signal_body
from varjebarn.wellbeing.models import Signal, SignalNote
from varjebarn.wellbeing.values import Note, NoteKind, Voice


def signal_document(actor: Actor, child: ChildFile, signal: Signal) -> Document:
    """Write the document of a signal that has been opened."""
    notes = SignalNote.objects.filter(unit_id=actor.unit_id, signal=signal).order_by("pk")
    noticed = Noticed(
        called=child.called,
        born=child.born,
        author=signal.author_name,
        title=actor.title if signal.author_id == actor.person_id else "",
        unit_name=actor.unit_name,
        organisation_name=actor.organisation_name,
        noticed_on=signal.noticed_on,
        own_words=signal.own_words,
        notes=[
            Note(
                dimension=note.dimension,
                kind=NoteKind(note.kind),
                text=note.text,
                voice=Voice(note.voice),
            )
            for note in notes
        ],
    )
    model = open_model(signal.model_id, signal.model_version)
    return Document(
        kind=KIND,
        schema=SCHEMA,
        body=signal_body(noticed, model),
        subject_ref=signal.public_id,
    )

"""More that is searched: what a matter means for children, messages, visits, research and training."""

from django.db import migrations

from varjebarn.database.operations import keeps_lexemes


class Migration(migrations.Migration):
    dependencies = [("steering", "0007_pages_are_changed")]

    operations = [
        keeps_lexemes(
            "steering_impactanalysis",
            titles=[],
            texts=["whom", "said", "asked_how", "gains", "costs", "weighing", "follow_up"],
        ),
        keeps_lexemes("steering_answerfile", titles=["title"]),
        keeps_lexemes("steering_message", titles=["message"], texts=["audience", "owner"]),
        keeps_lexemes("steering_visit", titles=["whom"], texts=["text"]),
        keeps_lexemes("steering_researchoutput", titles=["title"], texts=["authors", "text"]),
        keeps_lexemes("steering_trainingsession", titles=["title"], texts=["place", "audience"]),
    ]

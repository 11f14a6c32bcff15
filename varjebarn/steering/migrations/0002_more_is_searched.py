"""What else of the county's work is searched: minutes, documents, news, trials, papers and more."""

from django.db import migrations

from varjebarn.database.operations import keeps_lexemes


class Migration(migrations.Migration):
    dependencies = [("steering", "0001_county")]

    operations = [
        keeps_lexemes("steering_minutespassage", titles=[], texts=["text"]),
        keeps_lexemes("steering_document", titles=["title"]),
        keeps_lexemes("steering_documentversion", titles=[], texts=["text"]),
        keeps_lexemes("steering_activity", titles=["title"], texts=["owner", "note"]),
        keeps_lexemes("steering_article", titles=["title"], texts=["text"]),
        keeps_lexemes("steering_meetingpaper", titles=["title"]),
        keeps_lexemes("steering_itemproposal", titles=["title"], texts=["background", "proposal"]),
        keeps_lexemes("steering_mandate", titles=["title"], texts=["purpose", "limits", "outcome"]),
        keeps_lexemes("steering_trial", titles=["where"]),
        keeps_lexemes("steering_trialevent", titles=[], texts=["text"]),
        keeps_lexemes("steering_toolrating", titles=[], texts=["note"]),
        keeps_lexemes("steering_consultation", titles=["title"], texts=["text"]),
        keeps_lexemes("steering_consultationanswer", titles=[], texts=["text"]),
        keeps_lexemes("steering_contactroute", titles=["function"], texts=["workplace", "about"]),
        keeps_lexemes("steering_obstacle", titles=[], texts=["text"]),
    ]

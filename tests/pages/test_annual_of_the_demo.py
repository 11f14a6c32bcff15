"""The demo's year as a report: what each part of the county has recorded stands under its heading."""

from datetime import timedelta

import pytest
from django.utils import timezone

from varjebarn.interop.annual.write import annual_report, presidium_page
from varjebarn.steering.queries import annual as annual_queries

from tests.world.demo import told_cast

pytestmark = [pytest.mark.world.with_args(told_cast), pytest.mark.usefixtures("fresh_database")]


def test_every_part_of_the_demos_year_is_put_into_words() -> None:
    today = timezone.localdate()
    facts = annual_queries.annual_facts((today - timedelta(days=18)).year, made_on=today)

    report = annual_report(facts, county="Kronobergs län")
    brief = presidium_page(facts, county="Kronobergs län")

    titles = {block.title for chapter in report.chapters for block in chapter.blocks}
    assert {"Beslut", "Möten som hölls", "Punkter som har skjutits upp"} <= titles
    assert len(titles) == sum(len(one.parts) for one in facts.sections)
    assert brief.chapters[0].title == "Året i korthet"

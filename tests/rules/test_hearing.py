"""How the family hears that there is something new, and which language is spoken: the rules of it."""

import pytest

from varjebarn.people.reasons import Reason
from varjebarn.people.rules import may_choose_notice, may_record_language, notice_address
from varjebarn.people.ways import NoticeWay


@pytest.mark.rule("R50", case="allows")
@pytest.mark.parametrize(
    ("language", "interpreter"), [("sv", ""), ("so", "somaliska"), ("sme", "")]
)
def test_a_language_and_an_interpreter_are_recorded(language: str, interpreter: str) -> None:
    assert may_record_language(language=language, interpreter=interpreter)


@pytest.mark.rule("R50", case="refuses")
@pytest.mark.parametrize(
    ("language", "interpreter"), [("", ""), ("svenska", ""), ("SV", ""), ("so", "070-1740605")]
)
def test_what_is_no_language_is_refused(language: str, interpreter: str) -> None:
    decision = may_record_language(language=language, interpreter=interpreter)

    assert decision.reason is Reason.LANGUAGE_UNKNOWN


@pytest.mark.parametrize(
    ("way", "address"),
    [
        (NoticeWay.MAIL, "karin@exempel.se"),
        (NoticeWay.SMS, "070-174 06 05"),
        (NoticeWay.SMS, "+46 70 174 06 05"),
        (NoticeWay.PAPER, ""),
        (NoticeWay.CONTACT, ""),
        (NoticeWay.NONE, ""),
    ],
)
def test_each_way_is_open(way: NoticeWay, address: str) -> None:
    assert may_choose_notice(way=way, address=address, by_family=True)


@pytest.mark.parametrize(
    ("way", "address", "by_family", "reason"),
    [
        (NoticeWay.MAIL, "", True, Reason.MAIL_ADDRESS_NEEDED),
        (NoticeWay.MAIL, "karin@exempel", True, Reason.MAIL_ADDRESS_NEEDED),
        (NoticeWay.MAIL, "a@b.se\nBcc: x@y.se", True, Reason.MAIL_ADDRESS_NEEDED),
        (NoticeWay.SMS, "karin@exempel.se", True, Reason.TELEPHONE_NEEDED),
        (NoticeWay.SMS, "", True, Reason.TELEPHONE_NEEDED),
        (NoticeWay.NONE, "", False, Reason.ONLY_FAMILY),
    ],
)
def test_each_no_has_its_reason(
    way: NoticeWay, address: str, *, by_family: bool, reason: Reason
) -> None:
    assert may_choose_notice(way=way, address=address, by_family=by_family).reason is reason


@pytest.mark.parametrize(
    ("way", "address", "kept"),
    [
        (NoticeWay.SMS, "070-174 06 05", "+46701740605"),
        (NoticeWay.SMS, "0046701740605", "+46701740605"),
        (NoticeWay.MAIL, " a@b.se ", "a@b.se"),
        (NoticeWay.PAPER, "a@b.se", ""),
    ],
)
def test_an_address_is_kept_in_one_form(way: NoticeWay, address: str, kept: str) -> None:
    assert notice_address(way, address) == kept

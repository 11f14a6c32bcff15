"""Why something about a child's file is refused: a name for each no."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app."""

    ONLY_STAFF = "people.only_staff"
    REASON_MISSING = "people.reason_missing"
    REASON_TOO_SHORT = "people.reason_too_short"
    ROLE_UNKNOWN = "people.role_unknown"
    SOURCE_MISSING = "people.source_missing"
    LANGUAGE_UNKNOWN = "people.language_unknown"
    ONLY_FAMILY = "people.only_family"
    MAIL_ADDRESS_NEEDED = "people.mail_address_needed"
    TELEPHONE_NEEDED = "people.telephone_needed"
    NO_DUTY = "people.no_duty"
    KEY_NOT_ALLOWED = "people.key_not_allowed"
    WANTED_TOO_SHORT = "people.wanted_too_short"
    TOO_MANY_SEARCHES = "people.too_many_searches"
    GLASS_KIND_UNKNOWN = "people.glass_kind_unknown"
    NOT_CONFIRMED = "people.not_confirmed"
    ONLY_MANAGER = "people.only_manager"
    NOT_ONESELF = "people.not_oneself"
    DAY_PASSED = "people.day_passed"
    ENDS_BEFORE_IT_BEGINS = "people.ends_before_it_begins"
    FILES_ARE_ONE = "people.files_are_one"
    MANAGER_LOWERS_PROTECTION = "people.manager_lowers_protection"
    NOT_PROTECTED = "people.not_protected"
    FILE_JOINED = "people.file_joined"
    FILE_PROTECTED = "people.file_protected"
    SAME_PERSON = "people.same_person"
    NUMBER_IN_REASON = "people.number_in_reason"

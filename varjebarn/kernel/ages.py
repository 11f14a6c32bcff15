"""Ages by day, as Swedish law counts them."""

from datetime import date


def birthday(born: date, age: int) -> date:
    """Give the day on which somebody reaches an age.

    Born on 29 February: 1 March in years without a leap day, so that nothing ends a day early.
    """
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age(born: date, on: date) -> int:
    """Count whole years on a day. Negative before birth."""
    years = on.year - born.year
    return years if on >= birthday(born, years) else years - 1


def is_under(born: date, years: int, on: date) -> bool:
    """Whether somebody has not reached an age on a day."""
    return on < birthday(born, years)

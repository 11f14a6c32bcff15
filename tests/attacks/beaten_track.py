"""The way that every walk has gone: each door of tests/attacks/walking.py from both of its sides.

A random walk may miss a side of a door by bad luck. What this meets is met in every run; it is also
what notices when a guard has been taken away, in seconds.
"""

from tests.attacks.model import MEDICAL, POLICE, SCHOOL, SOCIAL
from tests.attacks.walking import SCOPES, Walk

ACTION = frozenset({"actions"})


def go(walk: Walk) -> None:
    """Go the way once; every step is a decision of the database's and of the model's."""
    for part in (_copies, _answers, _colleagues, _withheld, _custody):
        part(walk)
        walk.everybody_sees_what_the_model_says()


def _copies(walk: Walk) -> None:
    walk.handle(POLICE, take=True)  # nothing waits
    walk.deliver(SOCIAL, ACTION)
    walk.handle(SOCIAL, take=False)
    walk.deliver(MEDICAL, frozenset({"actions", "views"}))  # more than the nurse was given
    walk.deliver(POLICE, ACTION)  # a no
    walk.tell_karin(plan=False)
    walk.tell_alva()


def _answers(walk: Walk) -> None:
    walk.ask(SCOPES, kept=True)
    walk.deliver(SOCIAL, ACTION)  # nobody has answered
    for where in (SCHOOL, SOCIAL):
        walk.write_down("guardian", where, "given")
    walk.deliver(SOCIAL, ACTION)
    walk.write_down("child", SOCIAL, "refused")
    walk.deliver(SOCIAL, ACTION)  # the child's no
    walk.withdraw(SCHOOL)
    walk.withdraw(SCHOOL)  # it is withdrawn already
    walk.write_down("guardian", SCHOOL, "given")  # over her own no on screen


def _colleagues(walk: Walk) -> None:
    walk.involve("outsider", "lead")  # by somebody who isn't involved
    walk.involve("principal", "lead")
    walk.release("lead")
    walk.release("lead")  # not there any more
    walk.break_glass("lead")
    walk.break_glass("lead")  # it is open
    walk.an_hour_passes()


def _withheld(walk: Walk) -> None:
    walk.let_karin_have_it()  # nothing is kept
    walk.keep_from_karin()
    walk.tell_karin(plan=True)
    walk.let_karin_have_it()


def _custody(walk: Walk) -> None:
    walk.end_custody(really=True)
    walk.end_custody(really=True)  # it has ended
    walk.tell_karin(plan=False)

"""A process that does one act after the other until it is killed: `python -m tests.attacks.acting_on ACT`.

It says "begun" once, and "done N" when it has its COMMIT: what was acknowledged must be there afterwards.
The world comes as JSON on standard input, the database by the environment, as for the running system.
"""

import json
import os
import sys
from collections.abc import Callable
from itertools import count


def publish(world: dict[str, object]) -> Callable[[int], None]:
    """Lena sends the next version of Alva's plan to everybody on the list."""
    from tests.commands.plan_story import story_of  # noqa: PLC0415 - needs Django

    story = story_of(world)
    return lambda _: print("version", story.publish(), flush=True)  # noqa: T201 - it is heard


def deliver(world: dict[str, object]) -> Callable[[int], None]:
    """Lena shares one thing with the nurse."""
    from uuid import UUID  # noqa: PLC0415 - as above

    from tests.world.cast import people_of  # noqa: PLC0415 - as above
    from tests.world.circle import MEDICAL, send  # noqa: PLC0415 - as above

    people, alva = people_of(world), UUID(str(world["alva"]))

    def once(number: int) -> None:
        print("disclosure", send(people, alva, MEDICAL, number=number), flush=True)  # noqa: T201 - it is heard

    return once


def seal(world: dict[str, object]) -> Callable[[int], None]:
    """The sealer seals what has been written, while Tor reads and writes in the log."""
    import psycopg  # noqa: PLC0415 - with the rest

    from varjebarn.audit.sealing import Sealer  # noqa: PLC0415 - as above

    from tests.world.cast import people_of  # noqa: PLC0415 - as above

    people, sealer = people_of(world), Sealer()
    sealing = psycopg.connect(os.environ["SEAL_DATABASE_URL"], autocommit=True)

    def once(_: int) -> None:
        from varjebarn.audit.record import record  # noqa: PLC0415 - as above

        for _n in range(20):
            with people.acting("teacher") as tor:
                record(tor, "child.read", why="prov")
        print("sealed", sealer.seal(sealing), flush=True)  # noqa: T201 - it is heard

    return once


ACTS = {"publish": publish, "deliver": deliver, "seal": seal}


def main() -> None:
    """Act until killed."""
    import django  # noqa: PLC0415 - the environment is set by whoever starts us

    django.setup()
    act = ACTS[sys.argv[1]](json.load(sys.stdin))
    for number in count(int(sys.argv[2])):
        act(number)


if __name__ == "__main__":
    main()

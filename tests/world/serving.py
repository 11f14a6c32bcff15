"""The real server, on a free port, with one database of the tests behind it."""

import contextlib
import socket
from collections.abc import Iterator, Mapping

from varjebarn.ops import setup
from varjebarn.ops.demo import AS_DEMO, server

from tests.world.cluster import Databases


@contextlib.contextmanager
def serving(
    databases: Databases, name: str, *, settings: Mapping[str, str] = AS_DEMO
) -> Iterator[str]:
    """Have it up and answering; answer its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    urls = databases.addresses(name).for_running()
    with server(port, {**setup.found_environment(urls), **settings}):
        yield f"http://127.0.0.1:{port}"

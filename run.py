#!/usr/bin/env python3
"""Start here. Sets up everything that Varje barn needs in this folder, then hands over.

    python3 run.py demo [--port N] [--reset] [--no-browser]
    python3 run.py test [pytest arguments] | test --long | test --postgres 15
    python3 run.py check | bench | rules | figures | mutants | lock | manage …
    python3 run.py dburl --role app|migrate|seal|audit|worker

Standard library only. Starts under any Python from 3.8 and looks for one from 3.11 by itself.
"""

from __future__ import annotations

import contextlib
import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from typing import Dict, Iterator, List, NoReturn, Optional, Tuple

ROOT = os.path.dirname(os.path.abspath(__file__))
WINDOWS = os.name == "nt"
PYTHON_FLOOR = (3, 11)
NODE_FLOOR = 22
UV = "uv==0.13.9"  # only `lock` needs it

PRODUCT_LOCK = "requirements.lock"
DEVELOPER_LOCK = "requirements-dev.lock"
NODE_LOCK = "requirements-node.lock"
SIZES = {  # what a first start downloads, roughly, in MB
    PRODUCT_LOCK: 95,
    DEVELOPER_LOCK: 190,
    NODE_LOCK: 60,
    "package-lock.json": 55,
}

COMMANDS = {  # command: (lock to install, whether pages need the front-end)
    "demo": (PRODUCT_LOCK, True),
    "bench": (PRODUCT_LOCK, True),
    "manage": (PRODUCT_LOCK, False),
    "dburl": (PRODUCT_LOCK, False),
    "test": (DEVELOPER_LOCK, True),
    "check": (DEVELOPER_LOCK, False),
    "rules": (DEVELOPER_LOCK, False),
    "figures": (DEVELOPER_LOCK, True),
    "mutants": (DEVELOPER_LOCK, True),
}
NETWORK_SIGNS = (
    "Connection", "connection", "certificate", "Temporary failure", "timed out", "ENOTFOUND", "EAI_AGAIN",
    "ECONNREFUSED", "ETIMEDOUT", "Max retries", "No matching distribution", "network",
)  # fmt: skip


def main() -> NoReturn:
    """Set up what the command needs, then become it."""
    words = sys.argv[1:]
    command = words[0] if words else ""
    if command == "lock":
        write_locks()
        sys.exit(0)
    if command not in COMMANDS:
        print(__doc__)
        sys.exit(0 if command in ("", "-h", "--help") else 2)
    os.chdir(ROOT)
    lock, wants_frontend = COMMANDS[command]
    with one_at_a_time():
        python = set_up_python(lock)
        if wants_frontend:
            set_up_frontend()
    hand_over(python, words)


def hand_over(python: str, words: List[str]) -> NoReturn:
    """Become `python -m varjebarn …` (on Windows: run it)."""
    line = [python, "-m", "varjebarn", *words]
    sys.stdout.flush()
    if WINDOWS:
        sys.exit(subprocess.call(line))
    os.execv(python, line)  # noqa: S606 - our own interpreter, no shell wanted


def stop(sentence: str) -> NoReturn:
    """Say in one sentence what is wrong and what to do, and end."""
    sys.stderr.write("\n" + sentence + "\n")
    raise SystemExit(1)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second start wait until the first has finished its set-up."""
    folder = os.path.join(ROOT, ".demo")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    with open(os.path.join(folder, "setup.lock"), "w", encoding="ascii") as lock:
        if not WINDOWS:
            import fcntl  # noqa: PLC0415 - does not exist on Windows

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# --- Python and its packages ---------------------------------------------------------------


def set_up_python(lock: str) -> str:
    """Make `.venv` and install the lock if it has changed since. Answers the interpreter."""
    python = interpreter(".venv")
    if runs(python) is None:
        shutil.rmtree(os.path.join(ROOT, ".venv"), ignore_errors=True)
        make_venv(".venv")
    stamp_path = os.path.join(ROOT, ".venv", "installed.json")
    stamp = read_json(stamp_path)
    if stamp.get(lock) != digest(lock):
        install(python, lock)
        stamp[lock] = digest(lock)
        if lock == DEVELOPER_LOCK:  # it holds the product's pins too
            stamp[PRODUCT_LOCK] = digest(PRODUCT_LOCK)
        write_json(stamp_path, stamp)
    return python


def interpreter(venv: str) -> str:
    """Say where the interpreter of one of our environments is."""
    return os.path.join(ROOT, venv, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))


def make_venv(name: str) -> None:
    """Make an environment without pip, so that Debian's python3-venv is not needed."""
    base = find_python()
    done = subprocess.run(
        [base, "-m", "venv", "--without-pip", os.path.join(ROOT, name)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        stop(
            f"Det gick inte att skapa mappen {name}: kontrollera att du får skriva här och att "
            f"disken inte är full ({last_line(done.stderr)})."
        )


def find_python() -> str:
    """Find a Python that is new enough and has pip, by running each candidate."""
    new_enough = [candidate for candidate in candidates() if runs(candidate)]
    for candidate in new_enough:
        if has_pip(candidate):
            return candidate
    if new_enough:
        stop("Python saknar pip: installera det (på Debian: apt install python3-pip) och kör igen.")
    stop(
        "Varje barn behöver Python 3.11 eller nyare, men här finns bara %d.%d: installera en "
        "nyare Python och kör samma kommando igen." % sys.version_info[:2]
    )


def candidates() -> Iterator[str]:
    """List interpreters to try: this one, those on the path, those of version managers."""
    yield sys.executable
    for name in ("python3.14", "python3.13", "python3.12", "python3.11", "python3", "python"):
        found = shutil.which(name)
        if found:
            yield found
    home = os.path.expanduser("~")
    for pattern in (
        os.path.join(home, ".pyenv", "versions", "*", "bin", "python3"),
        os.path.join(home, ".local", "share", "uv", "python", "*", "bin", "python3"),
        os.path.join(home, ".asdf", "installs", "python", "*", "bin", "python3"),
        "/opt/homebrew/bin/python3.1[1-9]",
        "/usr/local/bin/python3.1[1-9]",
    ):
        yield from sorted(glob.glob(pattern), reverse=True)


def runs(python: str) -> Optional[Tuple[int, int]]:
    """Ask a candidate for its version by running it. None if it does not run or is too old."""
    code = "import sys, venv; print(*sys.version_info[:2])"
    try:
        done = subprocess.run(
            [python, "-c", code], capture_output=True, text=True, timeout=30, check=True
        )
        major, minor = (int(part) for part in done.stdout.split())
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return (major, minor) if (major, minor) >= PYTHON_FLOOR else None


def has_pip(python: str) -> bool:
    """Whether `pip --python` works there (pip 22.3 or later)."""
    done = subprocess.run(
        [python, "-m", "pip", "--version"], capture_output=True, text=True, check=False
    )
    found = re.match(r"pip (\d+)\.(\d+)", done.stdout)
    return bool(found) and (int(found.group(1)), int(found.group(2))) >= (22, 3)


def install(python: str, lock: str) -> None:
    """Install a lock into an environment, with the pip of the interpreter it was made from."""
    total = len(re.findall(r"^\S+==", read_text(lock), re.MULTILINE))
    print(f"Hämtar {total} Python-paket ur {lock} (ungefär {SIZES[lock]} MB första gången).")
    line = [
        find_python(), "-m", "pip", "--python", python, "install", "--require-hashes",
        "--no-deps", "--progress-bar", "off", "--retries", "2", "--no-input",
        "--disable-pip-version-check", "--no-warn-script-location",
        "-r", os.path.join(ROOT, lock),
    ]  # fmt: skip
    tail = follow(line, r"^(?:Collecting|Requirement already satisfied:) ([\w.-]+)", total)
    if tail is not None:
        stop(why_not("Python-paketen", tail))


def follow(line: List[str], pattern: str, total: int) -> Optional[List[str]]:
    """Run a program and show how far it has come. Answers its last lines if it failed."""
    tail: List[str] = []
    count = 0
    process = subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    try:
        for text in process.stdout or ():
            tail = [*tail[-30:], text.rstrip()]
            found = re.match(pattern, text)
            if found:
                count += 1
                show_progress(count, total, found.group(1))
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
    if sys.stdout.isatty():
        print()
    return tail if process.wait() else None


def show_progress(count: int, total: int, name: str) -> None:
    """Show progress on one line in a terminal, and every tenth step elsewhere."""
    if sys.stdout.isatty():
        print(f"\r  {min(count, total)}/{total} {name:<40.40}", end="", flush=True)
    elif count % 10 == 0 or count == total:
        print(f"  {min(count, total)}/{total}", flush=True)


def why_not(what: str, tail: List[str]) -> str:
    """Make one sentence of a failed download."""
    text = "\n".join(tail)
    if "hashes" in text.lower() and "do not match" in text.lower():
        return f"{what} stämmer inte med sina kontrollsummor, så inget installerades: kör igen."
    if "No space left" in text:
        return f"{what} fick inte plats på disken: frigör utrymme och kör samma kommando igen."
    if any(sign in text for sign in NETWORK_SIGNS):
        return (
            f"{what} kunde inte hämtas, troligen för att nätet saknas: anslut datorn "
            "och kör samma kommando igen (efter första gången behövs inget nät)."
        )
    return f"{what} kunde inte installeras: {last_line(text)}"


# --- the front-end -------------------------------------------------------------------------


def set_up_frontend() -> None:
    """Fetch the design system by npm and build our theme, if something has changed since."""
    vendor = os.path.join(ROOT, "varjebarn", "web", "static", "vendor")
    stamp_path = os.path.join(vendor, ".built.json")
    wanted = {"front-end": digest("package-lock.json", *sorted(glob.glob("frontend/*.*")))}
    if read_json(stamp_path) == wanted:
        return
    node, npm = find_node()
    modules = os.path.join(ROOT, "node_modules", ".varjebarn.json")
    fetched = {"lock": digest("package-lock.json")}
    if read_json(modules) != fetched:
        size = SIZES["package-lock.json"]
        print(f"Hämtar designsystem, typsnitt och ikoner (ungefär {size} MB första gången).")
        patience = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
        tail = follow([*npm, "ci", *patience], r"^(added) ", 1)
        if tail is not None:
            stop(why_not("Designsystemet", tail))
        write_json(modules, fetched)
    print("Bygger temat.")
    tail = follow([node, os.path.join("frontend", "build.mjs")], r"^$", 1)
    if tail is not None:
        stop(f"Temat kunde inte byggas: {last_line(os.linesep.join(tail))}")
    write_json(stamp_path, wanted)


def find_node() -> Tuple[str, List[str]]:
    """Find a Node that runs and is new enough, with its npm; else install the wheel's."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_major(node) >= NODE_FLOOR and node_major(npm) > 0:
        return node, [npm]
    python = interpreter(".node")
    if runs(python) is None:
        shutil.rmtree(os.path.join(ROOT, ".node"), ignore_errors=True)
        make_venv(".node")
    stamp_path = os.path.join(ROOT, ".node", "installed.json")
    if read_json(stamp_path).get(NODE_LOCK) != digest(NODE_LOCK):
        install(python, NODE_LOCK)
        write_json(stamp_path, {NODE_LOCK: digest(NODE_LOCK)})
    scripts = os.path.dirname(python)
    os.environ["PATH"] = scripts + os.pathsep + os.environ.get("PATH", "")
    ending = ".exe" if WINDOWS else ""
    return os.path.join(scripts, "node" + ending), [os.path.join(scripts, "npm" + ending)]


def node_major(program: str) -> int:
    """Ask node or npm for its major version by running it. 0 if it does not run."""
    try:
        done = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=30, check=True
        )
        return int(done.stdout.strip().lstrip("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


# --- the locks (maintainers) ---------------------------------------------------------------


def write_locks() -> None:
    """Write all locks anew: pins and hashes, and no address."""
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([find_python(), "-m", "venv", folder], check=True)
        scripts = os.path.join(folder, "Scripts" if WINDOWS else "bin")
        pip = [os.path.join(scripts, "python"), "-m", "pip", "install", "--quiet", UV]
        subprocess.run(pip, check=True)
        uv = [
            os.path.join(scripts, "uv"), "pip", "compile", "--universal", "--generate-hashes",
            "--no-header", "--no-annotate", "--python-version", "3.11", "--quiet",
        ]  # fmt: skip
        for line in (
            ["pyproject.toml", "-o", PRODUCT_LOCK],
            ["-c", PRODUCT_LOCK, "pyproject.toml", "requirements-dev.in", "-o", DEVELOPER_LOCK],
            ["requirements-node.in", "-o", NODE_LOCK],
        ):
            subprocess.run([*uv, *line], check=True)
    _, npm = find_node()
    subprocess.run([*npm, "install", "--package-lock-only"], check=True)
    strip_addresses("package-lock.json")


def strip_addresses(path: str) -> None:
    """Take away what npm writes about funding and sources, and make sure no address is left."""
    lock = read_json(path)
    for package in lock["packages"].values():
        for key in ("funding", "resolved"):
            package.pop(key, None)
    write_json(path, lock)
    if "://" in read_text(path):
        stop(f"Det står fortfarande en adress i {path}: ta bort den innan du sparar.")


# --- small things --------------------------------------------------------------------------


def digest(*paths: str) -> str:
    """Answer one hash of the contents of some files."""
    total = hashlib.sha256()
    for path in paths:
        with open(os.path.join(ROOT, path), "rb") as file:
            total.update(hashlib.sha256(file.read()).digest())
    return total.hexdigest()


def read_text(path: str) -> str:
    """Read a text file of the project."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def read_json(path: str) -> Dict:
    """Read a JSON file; empty if there is none, or if it was cut off."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def write_json(path: str, value: Dict) -> None:
    """Write a JSON file as npm would."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def last_line(text: str) -> str:
    """Answer the last line that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if "complete log of this run" not in line] or lines
    return lines[-1][:300] if lines else "inget sades om varför"


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)

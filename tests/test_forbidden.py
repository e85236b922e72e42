"""No code from data: neither eval nor pickle nor a shell nor an unsafe YAML load, anywhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final = [
    *(ROOT / "summarizer").rglob("*.py"),
    *(ROOT / "benchmarks").rglob("*.py"),
    *(ROOT / "scripts").rglob("*.py"),
]
MODULES: Final = frozenset(
    {"pickle", "cPickle", "dill", "joblib", "cloudpickle", "marshal", "shelve"}
)
CALLS: Final = frozenset(
    {
        *("eval", "exec", "compile", "__import__", "execfile"),
        *("os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"),
        *("yaml.load", "yaml.load_all", "yaml.unsafe_load", "yaml.unsafe_load_all"),
        *("yaml.full_load", "yaml.full_load_all", "pandas.read_pickle", "torch.load"),
    }
)


def found_in(source: str) -> Iterator[str]:
    """What of the forbidden a source holds."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names if _root(alias.name) in MODULES)
            case ast.ImportFrom(module=str(module)) if _root(module) in MODULES:
                yield module
            case ast.Call(func, _, keywords):
                name = ast.unparse(func)
                if name in CALLS:
                    yield name
                yield from (f"{word.arg}=" for word in keywords if _opens_a_door(word))


def _root(module: str) -> str:
    return module.partition(".")[0]


def _opens_a_door(word: ast.keyword) -> bool:
    on = not (isinstance(word.value, ast.Constant) and not word.value.value)
    return word.arg in {"shell", "allow_pickle"} and on


@pytest.mark.parametrize(
    "source",
    [
        "eval('1')",
        "exec(code)",
        "import pickle",
        "from pickle import loads",
        "import joblib.memory",
        "os.system('ls')",
        "subprocess.run('ls', shell=True)",
        "subprocess.run('ls', shell=wanted)",
        "yaml.load(text, Loader=yaml.Loader)",
        "yaml.unsafe_load(text)",
    ],
)
def test_the_check_sees_what_it_should(source: str) -> None:
    assert list(found_in(source))


@pytest.mark.parametrize(
    "source", ["yaml.safe_load(text)", "re.compile('x')", "subprocess.run(['ls'], shell=False)"]
)
def test_the_check_lets_the_rest_alone(source: str) -> None:
    assert not list(found_in(source))


def test_nothing_forbidden_is_anywhere() -> None:
    assert len(SOURCES) > 300
    found = {
        str(path.relative_to(ROOT)): held
        for path in SOURCES
        if (held := list(found_in(path.read_text(encoding="utf-8"))))
    }
    assert found == {}

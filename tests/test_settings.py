"""Settings: which source wins, and what a wrong one is told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ConfigurationError
from summarizer.settings import (
    Settings,
    api_key,
    default_cache_dir,
    load_settings,
    without_keys,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(**given: Any) -> str:
    """The one line that a wrong setting is told."""
    with pytest.raises(ConfigurationError) as raised:
        load_settings(**given)
    assert raised.value.exit_code == 3
    assert "\n" not in raised.value.message
    return raised.value.message


def test_without_any_source_the_embedded_model_is_used() -> None:
    settings = load_settings()
    assert (settings.model, settings.plan, settings.prompt) == ("local", None, "main")


def test_each_source_wins_over_the_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.joinpath("pyproject.toml").write_text('[tool.summarizer]\nmodel = "openai/project"\n')
    assert load_settings().model == "openai/project"
    folder.joinpath("summarizer.toml").write_text('model = "openai/file"\n')
    assert load_settings().model == "openai/file"
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai/environment")
    assert load_settings().model == "openai/environment"
    assert load_settings(model="openai/given").model == "openai/given"


def test_sources_are_joined_field_by_field(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.joinpath("pyproject.toml").write_text("[tool.summarizer]\nretries = 1\n")
    folder.joinpath("summarizer.toml").write_text("timeout = 5\n")
    monkeypatch.setenv("SUMMARIZER_REASKS", "0")
    settings = load_settings(answer_tokens=50)
    assert (settings.retries, settings.timeout, settings.reasks, settings.answer_tokens) == (
        1,
        5,
        0,
        50,
    )


def test_a_value_given_as_none_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_PROMPT", "other")
    assert load_settings(prompt=None).prompt == "other"


def test_a_pyproject_without_our_table_is_no_trouble(folder: Path) -> None:
    folder.joinpath("pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load_settings().model == "local"


def test_no_dotenv_file_is_read(folder: Path) -> None:
    folder.joinpath(".env").write_text("SUMMARIZER_MODEL=openai/hidden\n")
    assert load_settings().model == "local"


@pytest.mark.parametrize("file", ["summarizer.toml", "pyproject.toml"])
@pytest.mark.parametrize("content", [b"model = \n", b"model = 'x", b"\xff\xfe"])
def test_a_file_that_is_not_toml_is_told(folder: Path, file: str, content: bytes) -> None:
    folder.joinpath(file).write_bytes(content)
    assert "not valid TOML" in refused()


def test_an_unknown_key_is_told(folder: Path) -> None:
    folder.joinpath("summarizer.toml").write_text('modell = "local"\n')
    assert refused() == "setting modell: extra inputs are not permitted"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timeout", 0),
        ("timeout", "soon"),
        ("retries", -1),
        ("retries", 11),
        ("reasks", 6),
        ("answer_tokens", 15),
        ("max_tokens", -1),
        ("max_calls", -1),
        ("max_cost", -0.1),
        ("deadline", 0),
        ("threads", 0),
        ("plan", "guess"),
        ("base_url", "localhost:8000/v1"),
        ("base_url", "ftp://host/v1"),
        ("base_url", "http://"),
    ],
)
def test_a_value_that_does_not_fit_is_told_by_its_name(
    name: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(**{name: value}).startswith(f"setting {name}: ")
    monkeypatch.setenv(f"SUMMARIZER_{name.upper()}", str(value))
    assert refused().startswith(f"setting {name}: ")


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().model = "other"


def test_every_setting_has_a_description() -> None:
    assert all(field.description for field in Settings.model_fields.values() if field.annotation)


def test_the_cache_lies_where_the_system_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_cache_dir() == Path("/somewhere/summarizer")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/ada")
    assert load_settings().cache_dir == Path("/home/ada/.cache/summarizer")


@pytest.mark.parametrize(("held", "key"), [("k", "k"), (" k\n", "k"), ("", None), ("  ", None)])
def test_a_key_is_read_without_white_space(
    held: str, key: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_API_KEY", held)
    assert api_key("SOME_API_KEY") == key


def test_only_settings_reads_the_environment() -> None:
    package = Path(__file__).parent.parent / "summarizer"
    readers = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(
            r"\bos\.(environ\b(?!\.setdefault)|getenv\b)", path.read_text(encoding="utf-8")
        )
    }
    assert readers <= {"settings.py"}, readers


def table() -> list[str]:
    """The rows of docs/settings.md, from the settings themselves."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = None if field.default_factory is not None else field.default
        shown = "" if default is None else str(default)
        shown = shown.lower() if isinstance(default, bool) else shown
        told = f"`{shown}`" if shown else ""
        if name == "cache_dir":
            told = "`~/.cache/summarizer`"
        rows.append(f"| `{name}` | {told} | {field.description} |")
    return rows


def test_the_page_lists_every_setting() -> None:
    page = Path(__file__).parent.parent / "docs" / "settings.md"
    rows = [line for line in page.read_text().splitlines() if line.startswith("| `")]
    assert rows == table()


def test_a_key_is_in_no_text_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", " planted-key ")
    monkeypatch.setenv("OTHER_API_KEY", "")
    assert without_keys("a planted-key b") == "a … b"

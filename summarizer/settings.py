"""Settings: the only place that reads the environment and the configuration files.

A value given on the command line or in Python wins over `SUMMARIZER_*` in the environment, which
wins over `summarizer.toml`, which wins over `[tool.summarizer]` in `pyproject.toml`.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    PyprojectTomlConfigSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from summarizer.errors import ConfigurationError


def default_cache_dir() -> Path:
    """`$XDG_CACHE_HOME/summarizer`, else `~/.cache/summarizer`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "summarizer"


_SECRETS: Final = ("_KEY", "_TOKEN", "_SECRET", "_PASSWORD")
_SHORTEST_KEY: Final = 8
"""Characters; anything shorter is an ordinary word, too."""


def api_key(variable: str) -> str | None:
    """A provider's key from the environment; never stored, never shown.

    Raises:
        ConfigurationError: it has characters that cannot be sent, and would be shown by the client.
    """
    key = os.environ.get(variable, "").strip()
    if not all("!" <= character <= "~" for character in key):
        raise ConfigurationError(
            f"{variable} holds a character that no key has", hint="copy the key once more"
        )
    return key or None


def redaction_key() -> str | None:
    """The secret under which `export` makes pseudonyms; never stored, never shown."""
    return os.environ.get("SUMMARIZER_REDACT_KEY", "").strip() or None


def without_keys(text: str) -> str:
    """The text with an ellipsis for every key that the environment holds."""
    for name, value in os.environ.items():
        if name.endswith(_SECRETS) and len(value.strip()) >= _SHORTEST_KEY:
            text = text.replace(value.strip(), "…")
    return text


def _address(text: str) -> str:
    if not re.match(r"https?://[^/\s]", text):
        raise ValueError(f"{text} is no address; it begins with http:// or https://")
    return text


def _language(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", text):
        raise ValueError(f"{text} is no language tag, such as en or pt-BR")
    return text


Address = Annotated[str, AfterValidator(_address)]
LanguageTag = Annotated[str, AfterValidator(_language)]


class Settings(BaseSettings):
    """How to run. Every field is also `SUMMARIZER_<FIELD>` and a key of the TOML files."""

    model_config = SettingsConfigDict(
        env_prefix="SUMMARIZER_",
        toml_file="summarizer.toml",
        pyproject_toml_table_header=("tool", "summarizer"),
        extra="forbid",
        frozen=True,
        populate_by_name=True,
    )

    model: str = Field(default="local", description="local, openai/NAME, or NAME with base_url")
    base_url: Address | None = Field(default=None, description="any OpenAI-compatible server")
    # Not `model_path`: pydantic keeps the prefix model_ for itself.
    weights_path: Path | None = Field(default=None, description="a GGUF file for the engine")
    plan: Literal["draft", "draft+verify", "ask"] | None = Field(
        default=None, description="steps to run; by default what suits the model"
    )
    verify: bool = Field(
        default=False, description="whether a plan of one call is followed by closed questions"
    )
    prompt: str = Field(default="main", description="a prompt's name, or a folder with one")
    language: LanguageTag | None = Field(
        default=None, description="of the summary's own words, such as en; default: the article's"
    )
    timeout: float = Field(default=600, gt=0, description="seconds for one call")
    deadline: float | None = Field(default=None, gt=0, description="seconds for one article")
    retries: int = Field(default=3, ge=0, le=10, description="after transport errors, per call")
    reasks: int = Field(default=2, ge=0, le=5, description="after answers that do not fit")
    answer_tokens: int = Field(default=2400, ge=16, description="tokens a call may write")
    section_tokens: int | None = Field(
        default=None, ge=200, description="tokens of an article in one call; longer ones in parts"
    )
    max_calls: int | None = Field(default=None, ge=0, description="calls of the whole run")
    max_tokens: int | None = Field(
        default=None, ge=0, description="tokens of the whole run, read and written"
    )
    max_cost: float | None = Field(default=None, ge=0, description="US dollars of the whole run")
    price: str | None = Field(
        default=None, description="IN/OUT, dollars for a million tokens, where the table is wrong"
    )
    cache: bool = Field(default=True, description="whether answers are kept and used again")
    cache_days: float = Field(default=30, gt=0, description="days an answer is kept")
    cache_megabytes: float = Field(default=500, gt=0, description="size of all kept answers")
    engine_log: Path | None = Field(default=None, description="file for what the engine says")
    threads: int | None = Field(default=None, ge=1, description="of the engine; default: all cores")
    cache_dir: Path = Field(
        default_factory=default_cache_dir,
        description="weights, engine states and answers",
    )

    @property
    def runs_dir(self) -> Path:
        """Where `eval` keeps its runs, unless it is told another place."""
        return self.cache_dir / "eval"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, environment, then files; no .env file is read."""
        del dotenv_settings, file_secret_settings
        return (
            init_settings,
            env_settings,
            TomlConfigSettingsSource(settings_cls),
            PyprojectTomlConfigSettingsSource(settings_cls),
        )


def load_settings(**given: Any) -> Settings:
    """Settings from all sources; values given as None count as not given.

    Raises:
        ConfigurationError: a value does not fit, a key is unknown, or a file is not TOML.
    """
    try:
        return Settings(**{key: value for key, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        why = first["msg"].removeprefix("Value error, ")
        raise ConfigurationError(
            f"setting {name}: {why[0].lower()}{why[1:]}",
            hint="see docs/settings.md; SUMMARIZER_* and summarizer.toml are read too",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"summarizer.toml or pyproject.toml is not valid TOML: {error}",
            hint="mend it, or run in another folder",
        ) from error

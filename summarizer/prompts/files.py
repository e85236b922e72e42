"""Where prompts lie: in a checkout, in the installed package, or in a user's own folder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from summarizer.errors import PromptError

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = _PACKAGE / "_prompts"
_CHECKOUT = _PACKAGE.parent / "prompts"


def prompts_dir() -> Path:
    """The folder of all prompts: the one a person edits, if this is a checkout."""
    return _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT


def prompt_names() -> list[str]:
    """Names of the prompts that are there."""
    return sorted(path.name for path in prompts_dir().iterdir() if path.is_dir())


@dataclass(frozen=True)
class PromptSet:
    """One named folder of prompt files; changing any of them changes the fingerprint."""

    name: str
    root: Path

    def read(self, file: str) -> str:
        """The text of a file, outer white space removed.

        Raises:
            PromptError: there is no such file, or it is not UTF-8.
        """
        path = self.root / file
        try:
            return path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise PromptError(
                f"prompt {self.name} has no readable file {file}",
                hint=f"add {path} or choose another prompt with --prompt",
            ) from error

    def has(self, file: str) -> bool:
        """Whether there is such a file."""
        return (self.root / file).is_file()

    @cached_property
    def fingerprint(self) -> str:
        """Hash of every file's name and content, as "sha256:…"."""
        digest = hashlib.sha256()
        for path in sorted(self.root.rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                name = path.relative_to(self.root).as_posix()
                digest.update(f"{name}\0{len(content)}\0".encode() + content)
        return f"sha256:{digest.hexdigest()}"


def load_prompt(name: str) -> PromptSet:
    """The prompt of that name, or the one in the folder of that path.

    Raises:
        PromptError: there is neither.
    """
    shipped = prompts_dir() / name
    for root in (shipped, Path(name)):
        if root.is_dir() and (root / "draft").is_dir():
            return PromptSet(name=root.name, root=root)
    raise PromptError(
        f"there is no prompt named {name}",
        hint=f"known: {', '.join(prompt_names())}; or give a folder laid out like {shipped.parent}",
    )

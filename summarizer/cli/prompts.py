"""`summarizer prompts`: which there are, where they lie, how an article looks in one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def prompts_command(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]")] = None,
    article: Annotated[
        Path | None, typer.Option("--show", metavar="ARTICLE", help="Print the whole draft prompt.")
    ] = None,
) -> None:
    """List the prompts, or one prompt's files and fingerprint."""
    from summarizer.prompts import draft_messages, load_prompt, prompt_names, prompts_dir
    from summarizer.sources import load

    if name is None:
        typer.echo(f"{prompts_dir()}")
        for known in prompt_names():
            typer.echo(f"  {known}  {load_prompt(known).fingerprint}")
        return
    prompt = load_prompt(name)
    if article is not None:
        for turn in draft_messages(prompt, load(article)[0]):
            typer.echo(f"--- {turn['role']}\n{turn['content']}")
        return
    typer.echo(prompt.fingerprint)
    for path in sorted(prompt.root.rglob("*")):
        if path.is_file():
            typer.echo(f"  {path}")

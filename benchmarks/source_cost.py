"""What reading a source costs: python -m benchmarks.source_cost [speed|page|pdf|folder].

speed   our pages against bare trafilatura on the same bytes, median of rounds
page    a web page of 20 MB
pdf     a PDF of 500 pages
folder  a folder of 10,000 articles

The last three print seconds and the highest memory of a process of their own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.pages import PAGES
from summarizer.article import Article
from summarizer.sources import load_all
from summarizer.sources.html import read_page
from tests.sources.made_pdf import column, pdf_bytes

ROUNDS: Final = 7
_SENTENCE: Final = "Ferry crews in Ostrand voted on Tuesday to go back to work, said number {}."


def ratio() -> float:
    """How much longer than trafilatura we take for all pages: the median of alternating rounds."""
    from trafilatura import bare_extraction

    pages = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]

    def bare() -> None:
        for page in pages:
            bare_extraction(page, include_comments=False, with_metadata=True)

    def ours() -> None:
        for page in pages:
            read_page(page, "a page")

    ratios = []
    bare()
    ours()
    for _ in range(ROUNDS):
        theirs, mine = _seconds(bare), _seconds(ours)
        ratios.append(mine / theirs)
        print(f"trafilatura {theirs:.2f} s, ours {mine:.2f} s, ratio {mine / theirs:.2f}")
    return median(ratios)


def make_page(folder: Path) -> Path:
    """A page of 20 MB: half a million characters of article in megabytes of everything else."""
    prose = "".join(f"<p>{_SENTENCE.format(n)}</p>\n" for n in range(6_000))
    menu = "".join(f'<li class="m"><a href="/{n}">Item {n}</a></li>' for n in range(40_000))
    state = "x" * 7_000_000
    cards = "".join(
        f'<div class="card teaser"><h3><a href="/c/{n}">Card {n} of the river</a></h3></div>'
        for n in range(120_000)
    )
    page = (
        f"<html><head><title>Big</title><script>{state}</script></head><body><nav><ul>{menu}</ul>"
    )
    path = folder / "big.html"
    path.write_text(
        f"{page}</nav><article><h1>Big</h1>{prose}</article><aside>{cards}</aside></body></html>",
        encoding="utf-8",
    )
    return path


def make_pdf(folder: Path) -> Path:
    """A PDF of 500 pages with 45 lines each."""
    pages = [
        [
            (72.0, 760.0, f"Report, page {page}"),
            *column([_SENTENCE.format(f"{page}.{line}") for line in range(45)]),
        ]
        for page in range(500)
    ]
    path = folder / "long.pdf"
    path.write_bytes(pdf_bytes(pages))
    return path


def make_folder(folder: Path) -> Path:
    """A folder of 10,000 texts of 40 sentences."""
    target = folder / "many"
    target.mkdir()
    for number in range(10_000):
        text = " ".join(_SENTENCE.format(f"{number}.{line}") for line in range(40))
        (target / f"{number}.txt").write_text(text, encoding="utf-8")
    return target


MADE: Final[dict[str, Callable[[Path], Path]]] = {
    "page": make_page,
    "pdf": make_pdf,
    "folder": make_folder,
}


def measure(what: str) -> tuple[float, float, int]:
    """Seconds, highest megabytes, and articles read, in a process that does nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        path = MADE[what](Path(folder))
        run = [sys.executable, "-m", "benchmarks.source_cost", "--read", str(path)]
        done = subprocess.run(run, check=True, capture_output=True, text=True)  # noqa: S603  # ourselves
    seconds, megabytes, articles = done.stdout.split()
    return float(seconds), float(megabytes), int(articles)


def _read(path: str) -> None:
    started = time.perf_counter()
    articles = sum(isinstance(loaded, Article) for loaded in load_all([path]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.perf_counter() - started, peak, articles)


def _seconds(work: Callable[[], None]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Do what is asked for, or all of it."""
    if sys.argv[1:2] == ["--read"]:
        _read(sys.argv[2])
        return
    wanted = sys.argv[1:] or ["speed", *MADE]
    if "speed" in wanted:
        print(f"median ratio {ratio():.2f}")
    for what in MADE:
        if what in wanted:
            seconds, megabytes, articles = measure(what)
            print(f"{what}: {seconds:.1f} s, {megabytes:.0f} MB, {articles} articles")


if __name__ == "__main__":
    main()

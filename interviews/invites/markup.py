"""HTML as the text a person would read in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKS = {
    "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul",
    "ol", "blockquote", "hr", "section", "article", "header", "footer", "pre", "dt", "dd",
}  # fmt: skip
_UNSEEN = {"script", "style", "head", "title", "template", "noscript", "svg", "object"}
_CELL = "\x1f"
_LOOKS = re.compile(
    r"<(?:html|body|div|p|br|table|span|a|b|ul|font)\b[^>]{0,2000}>", re.IGNORECASE
)


def looks_like_html(text: str) -> bool:
    return len(_LOOKS.findall(text[:20_000])) >= 2


class _Reader(HTMLParser):
    """Collects the words; what a browser would not show is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0
        self._link = ""
        self._said = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            # Whatever the head left open: a body is seen.
            self._unseen = 0
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BREAKS:
            self.parts.append("\n• " if tag == "li" else "\n")
        elif tag in {"td", "th"}:
            self.parts.append(_CELL)
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
            self._said = len(self.parts)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BREAKS:
            self.parts.append("\n")
        elif tag == "a" and self._link.startswith(("http://", "https://")):
            said = "".join(self.parts[self._said :])
            if self._link not in said:
                self.parts.append(f" ({self._link}) ")
            self._link = ""

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(re.sub(r"\s+", " ", data))


def _line(line: str) -> str:
    """A line with its cells side by side; a label goes with what it is of."""
    cells = (re.sub(r" {2,}", " ", cell).strip() for cell in line.split(_CELL))
    kept = [cell for cell in cells if cell]
    return re.sub(r": \| ", ": ", " | ".join(kept))


def text_of(html: str) -> str:
    """The words of an HTML message, with its lines and the addresses of its links."""
    reader = _Reader()
    reader.feed(html[:1_000_000])
    reader.close()
    lines = (_line(line) for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

"""What a visitor reads of a page before opening anything: the main part, without what closed folds hold."""

from html.parser import HTMLParser

# Never closed by an end tag, so never counted as open.
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "use", "wbr"}
NOT_READ = {"script", "style", "template", "svg"}
UNSEEN_CLASSES = {"visually-hidden", "print-only"}


class _Main(HTMLParser):
    """`open`: for each open element, (tag, is it hidden?, is it a closed fold?)."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool, bool]] = []
        self.inside = False
        self.read: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"
        if tag in VOID:
            return
        said = dict(attrs)
        classes = set((said.get("class") or "").split())
        hidden = tag in NOT_READ or "hidden" in said or bool(classes & UNSEEN_CLASSES)
        self.open.append((tag, hidden, tag == "details" and "open" not in said))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Such as a path of a picture: nothing to read inside."""

    def handle_endtag(self, tag: str) -> None:
        if tag in {name for name, _, _ in self.open}:
            while self.open.pop()[0] != tag:
                pass
        self.inside = self.inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.inside and not any(hidden for _, hidden, _ in self.open) and not self._folded():
            self.read.append(data)

    def _folded(self) -> bool:
        """True inside a closed fold, except in the summary of an outermost one."""
        folds = [place for place, (_, _, closed) in enumerate(self.open) if closed]
        if not folds:
            return False
        return len(folds) > 1 or "summary" not in {tag for tag, _, _ in self.open[folds[0] + 1 :]}


def visible(html: str) -> str:
    page = _Main()
    page.feed(html)
    return " ".join(" ".join(page.read).split())


def words(html: str) -> int:
    """Words as a reader counts them: marks standing alone are none."""
    return sum(any(c.isalnum() for c in word) for word in visible(html).split())

"""How far long work has come, on one line of a terminal; silent where nobody is watching."""

import sys

from app.exchange.sources import Progress


def told(words: str) -> Progress:
    """Return what shows how far something has come."""
    watched = sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        if watched:
            share = done * 100 // max(total, 1)
            end = "\n" if done >= total else ""
            sys.stderr.write(f"\r{words} {share} %{end}")
            sys.stderr.flush()

    return tell

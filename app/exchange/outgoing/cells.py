"""Text that a spreadsheet would run as a formula: defused on its way out, mended on its way in."""

import re

_RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def defused(text: str) -> str:
    """Return text with an apostrophe before it where a spreadsheet would run it.

    An apostrophe that stood there already gets one more, so that ``mended`` gives it back.
    """
    return f"'{text}" if _RUNS.match(text) else text


def mended(text: str) -> str:
    """Return text as it was before it was defused."""
    return text[1:] if text.startswith("'") and _RUNS.match(text[1:]) else text

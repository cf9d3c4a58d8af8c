"""The lines of calendars and cards: escaped, folded and ended as RFC 5545 and 6350 say."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.exchange.outgoing.places import placed

_LONGEST = 75  # octets, the end of the line not counted


def escaped(text: str) -> str:
    """Return text as it stands for itself in a value."""
    whole = text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n")
    for sign in ",;":
        whole = whole.replace(sign, f"\\{sign}")
    shown = "".join(one for one in whole if one >= " " or one in "\n\t")
    return shown.replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, no letter cut in two."""
    pieces, piece, room = [], "", _LONGEST
    for sign in line:
        size = len(sign.encode())
        if size > room:
            pieces.append(piece)
            piece, room = " ", _LONGEST - 1
        piece += sign
        room -= size
    return "\r\n".join([*pieces, piece]) + "\r\n"


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines; a file of that name is replaced."""
    with placed(path) as growing:
        growing.write_bytes("".join(map(folded, lines)).encode())


def filled(*pairs: tuple[str, str]) -> Iterator[str]:
    """Yield a line for each property that has a value."""
    for name, value in pairs:
        if value:
            yield f"{name}:{value}"

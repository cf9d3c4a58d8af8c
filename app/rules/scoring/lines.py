"""Where in a TOML text each value stands, which the reader of TOML does not tell.

Only for texts that were read without a fault.
"""

from collections.abc import Iterator

Place = tuple[str | int, ...]


def lines_of(text: str) -> dict[Place, int]:
    """Return the line, from 1, of every table, key and element of an array."""
    found: dict[Place, int] = {}
    table: Place = ()
    arrays: dict[Place, int] = {}
    signs = _Signs(text)
    while signs.more:
        line = signs.line
        if signs.next == "[":
            table = _table(signs, arrays)
            found[table] = line
            continue
        key = _key(signs)
        place = (*table, *key)
        found[place] = line
        _value(signs, place, found)
    return found


class _Signs:
    """The signs of a text outside white space and comments, one after another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.skip()

    @property
    def more(self) -> bool:
        return self.at < len(self.text)

    @property
    def next(self) -> str:
        return self.text[self.at : self.at + 1]

    def take(self, count: int = 1) -> str:
        taken = self.text[self.at : self.at + count]
        self.line += taken.count("\n")
        self.at += count
        return taken

    def skip(self) -> None:
        """Go past white space, line ends and comments."""
        while self.more and (self.next.isspace() or self.next == "#"):
            if self.next == "#":
                self.take(self._until("\n"))
            else:
                self.take()

    def string(self) -> str:
        """Take a string in whichever of its four quotes."""
        quote = self.next
        mark = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.take(len(mark))
        start = self.at
        while self.more and not self.text.startswith(mark, self.at):
            self.take(2 if self.next == "\\" and quote == '"' else 1)
        inside = self.text[start : self.at]
        self.take(len(mark))
        return inside

    def bare(self) -> str:
        """Take signs up to one that ends a bare word."""
        start = self.at
        while self.more and self.next not in " \t\r\n,]}=#[{.\"'":
            self.take()
        return self.text[start : self.at]

    def _until(self, sign: str) -> int:
        end = self.text.find(sign, self.at)
        return (end if end >= 0 else len(self.text)) - self.at


def _table(signs: _Signs, arrays: dict[Place, int]) -> Place:
    doubled = signs.text.startswith("[[", signs.at)
    signs.take(2 if doubled else 1)
    signs.skip()
    name: Place = tuple(_names(signs))
    signs.take(2 if doubled else 1)
    signs.skip()
    if not doubled:
        return name
    arrays[name] = arrays.get(name, -1) + 1
    return (*name, arrays[name])


def _key(signs: _Signs) -> Place:
    names: Place = tuple(_names(signs))
    signs.take()  # the sign of equality
    signs.skip()
    return names


def _names(signs: _Signs) -> Iterator[str]:
    while signs.more:
        yield signs.string() if signs.next in "\"'" else signs.bare()
        signs.skip()
        if signs.next != ".":
            return
        signs.take()
        signs.skip()


def _value(signs: _Signs, place: Place, found: dict[Place, int]) -> None:
    """Go past a value; note the lines of what is inside it."""
    if signs.next == "[":
        _inside(signs, place, found, "]")
    elif signs.next == "{":
        _inside(signs, place, found, "}")
    elif signs.next in "\"'":
        signs.string()
    else:
        while signs.more and signs.next not in ",]}#\n":
            signs.take()
    signs.skip()


def _inside(signs: _Signs, place: Place, found: dict[Place, int], end: str) -> None:
    signs.take()
    signs.skip()
    number = 0
    while signs.more and signs.next != end:
        line = signs.line
        inner = (*place, number) if end == "]" else (*place, *_key(signs))
        found[inner] = line
        _value(signs, inner, found)
        number += 1
        if signs.next == ",":
            signs.take()
            signs.skip()
    signs.take()

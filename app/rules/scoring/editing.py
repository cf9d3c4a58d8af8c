"""Changing one value in the text of a profile, so that remarks and all else stay as written."""

from datetime import date

from app.rules.scoring.lines import Place, lines_of


def put(text: str, place: Place, written: str) -> str:
    """Return a text with another value at a place of one or two names, which stands on one line.

    ``written`` is the value as TOML; an empty one takes the key out. A key or table that is not
    there is added. Only for texts that were read without a fault.
    """
    lines, known = text.splitlines(), lines_of(text)
    key = str(place[-1])
    line = f"{key} = {written}"
    if place in known:
        at = known[place] - 1
        lines[at : at + 1] = [line] if written else []
    elif not written:
        return text
    elif len(place) == 1:
        lines.insert(_first_table(lines), line)
    elif place[:1] in known:
        lines.insert(known[place[:1]], line)
    else:
        lines += ["", f"[{place[0]}]", line]
    return "\n".join(lines) + "\n"


def quoted(words: str) -> str:
    """Return words as TOML writes them."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def copied(text: str, *, name: str, title: str, valid_from: date) -> str:
    """Return the text of a profile under another name, title and day."""
    changes = {
        "name": quoted(name),
        "title": quoted(title),
        "valid_from": valid_from.isoformat(),
    }
    for key, written in changes.items():
        text = put(text, (key,), written)
    return text


def _first_table(lines: list[str]) -> int:
    """Return where the first table begins, before the empty line above it."""
    at = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    return at - 1 if at and not lines[at - 1].strip() else at

"""Breaks sample exports in the ways files get broken, the same for the same number."""

import io
import random
from functools import cache
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.exchange import list_samples as lists
from tests.exchange import samples
from tests.exchange.packing import Container, archive, unpacked
from tests.exchange.samples import (
    Counters,
    Member,
    education,
    one_to_one,
    referral,
    thanks,
    visitor,
)

_CONTAINERS: tuple[Container, ...] = ("spreadsheetml", "xlsx", "csv")
_INSIDE = 0.7  # of workbooks are broken within; else hardly one would get past its own checksum
_SIGNS = (
    b"<", b"&", b">", b'"', b"\0", b"\r", b"-", b"9999999999", b"1e309", b"\xff\xfe", b"=",
    b"&#x0;", b"<!--", b"<![CDATA[", b"2147483648", b"-1", b"\xe2\x80\xae", b"nan", b"inf",
    b"<!DOCTYPE x [", b"31/02/2026",
)  # fmt: skip
_WORDS = (
    b'ss:Index="', b"Number", b"String", b"<Row>", b"</Row>", b"</Cell>", b"<Data", b"ss:StyleID",
    b"From", b"To", b">P<", b">A<", b"T00:00:00", b".00", b"Total", b"BNI", b"First Name", b"Visit",
)  # fmt: skip


_MEETINGS = ("First Name", "Last Name", "Apr 01", "Apr 08", "Apr 15")  # who attended which
_OLD_WORKBOOK = Path(__file__).parent / "files" / "slips_audit.xls"


def published() -> bytes:
    """Return traffic lights as they are published, as a PDF."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(40, 800, "Traffic Lights")
    for place, name in enumerate(("Ann Lee", "Bob Hart", "Ola Ray")):
        canvas.drawString(40, 760 - 14 * place, f"{name} 24 1 0 0 1 30 20 6 2 - 3 26 {60 + place}")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@cache
def whole_files() -> tuple[bytes, ...]:
    """Return sound exports of every kind, in every container and language."""
    slips = [
        referral("Ann Lee", "Bob Hart"),
        referral("Bob Hart", "Ola Ray", 2, outside="receiver", detail="Elm, North, Freedonia"),
        one_to_one("Ann Lee", "Bob Hart"),
        thanks("Ann Lee", "75000.00"),
        visitor("Ann Lee", "Una Flynn"),
        education("Bob Hart", "3"),
    ] * 5
    members = [Member(f"A{n}", f"B{n}", Counters(*[n] * 14)) for n in range(12)]
    found: list[bytes] = []
    for container in _CONTAINERS:
        found.append(samples.slips_audit(slips, container=container))
        found.append(samples.slips_audit(slips, headered=False, container=container))
        found += [
            samples.summary(members, locale=one, container=container) for one in samples.LOCALES
        ]
        found += [
            lists.listed(labels, [[f"{n} {label}" for label in labels] for n in range(4)],
                         title="Chapter ► Report", container=container)
            for labels in (
                lists.ROSTER, lists.OWN_ROSTER, lists.DUES, lists.DUES_ZH, lists.LENGTH,
                lists.DATABASE, lists.VISITORS, lists.PROSPECTS, lists.TRAINING, lists.SPONSORS,
                _MEETINGS,
            )
        ]  # fmt: skip
    return (*found, _OLD_WORKBOOK.read_bytes(), published())


def broken(number: int) -> bytes:
    """Return a sound export with some damage."""
    chance = random.Random(number)  # noqa: S311  no secret
    whole = chance.choice(whole_files())
    if whole.startswith(b"PK") and chance.random() < _INSIDE:
        parts = unpacked(whole)
        name = chance.choice(sorted(parts))
        inside = spoilt(parts[name].encode(), chance).decode(errors="replace")
        return archive(parts | {name: inside})
    return spoilt(whole, chance)


def spoilt(whole: bytes, chance: random.Random) -> bytes:
    """Return content with some damage."""
    content = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        if content:
            _damage(content, chance)
    return bytes(content)


def _damage(content: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(content))
    end = place + chance.choice((1, 1, 2, 8, 64, 500))
    how = chance.randrange(8)
    if how == 0:
        content[place] ^= 1 << chance.randrange(8)
    elif how == 1:
        del content[place:end]
    elif how == 2:
        content[place:place] = chance.randbytes(end - place)
    elif how == 3:
        content[place:place] = content[place:end] * chance.choice((1, 2, 50))
    elif how == 4:
        del content[place:]
    elif how == 5:
        content[place : place + 1] = chance.choice(_SIGNS)
    elif how == 6:
        other = chance.randrange(len(content))
        content[place:end], content[other : other + end - place] = (
            content[other : other + end - place],
            content[place:end],
        )
    else:
        word = chance.choice(_WORDS)
        if (found := content.find(word)) >= 0:
            content[found : found + len(word)] = chance.choice(_WORDS)

"""The checked copies of a book, in a folder beside it: made, listed, looked through, thinned.

Beside each copy stands a manifest with its SHA-256 and what it holds. SQLite's pages carry no
checksum: without the manifest a flipped bit in a copy would pass every check of the database.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.errors import StorageError
from app.rows import row
from app.rules import rotation
from app.storage import contents
from app.storage.contents import Contents
from app.storage.copying import Draw, copy, copy_from
from app.storage.engine import connect
from app.storage.files import clear, growing, sync, told

_FORMAT = "chapterhouse.copy.1"


class Occasion(StrEnum):
    """Why a copy was made."""

    ASKED = "asked"
    OPENING = "opening"
    CLOSING = "closing"
    MEANWHILE = "meanwhile"
    IMPORT = "import"
    UPGRADE = "upgrade"
    RESTORE = "restore"
    ERASURE = "erasure"


@row(frozen=True, slots=True)
class Copy:
    """A copy as its manifest has it; numbered, because a clock may be set back between two."""

    path: Path
    made_at: datetime
    occasion: Occasion
    size: int
    sha256: str
    contents: Contents
    number: int = 0


class Shelf:
    """The copies of one book, ``BOOK copies`` beside it or a folder somewhere else."""

    def __init__(self, book: Path, folder: Path | None = None) -> None:
        self.book = book
        self.folder = folder or book.with_name(f"{book.stem} copies")

    def copies(self) -> tuple[Copy, ...]:
        """Return the copies there are, the latest first; one without a manifest is none."""
        found = [one for one in map(_read, self._manifests()) if one is not None]
        return tuple(sorted(found, key=lambda one: (one.number, one.made_at), reverse=True))

    def latest(self) -> Copy | None:
        """Return the copy made last, if there is any."""
        return next(iter(self.copies()), None)

    def keep_file(self, book: Path, occasion: Occasion, at: datetime) -> Copy:
        """Keep a copy of a book that lies somewhere."""
        return self._keep(lambda place: copy(book, place), occasion, at)

    def keep(self, draw: Draw, occasion: Occasion, at: datetime) -> Copy:
        """Keep a copy that ``draw`` fills."""
        return self._keep(lambda place: copy_from(draw, place), occasion, at)

    def take(self, one: Copy) -> Copy:
        """Keep the copy of another shelf here too, to the bit as it is there."""
        place = self.folder / one.path.name
        with told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._clear_leftovers()
            with growing(place) as part:
                shutil.copyfile(one.path, part)
                if digest(part) != one.sha256:
                    raise StorageError("copy_damaged", path=place)
            taken = replace(one, path=place)
            _write(taken)
            self.thin(one.made_at)
        return taken

    def adopt(self, at: datetime) -> Copy | None:
        """Link the book itself in among its copies, before something else takes its place.

        None where it is not whole; then it is kept all the same, without a manifest.
        """
        with told(self.folder):
            self.folder.mkdir(exist_ok=True)
            self._clear_leftovers()
            place = self._free_place(at)
            _link(self.book, place)
            try:
                kept = of_file(place, at, Occasion.RESTORE)
            except StorageError:
                return None
            kept = replace(kept, number=self._next_number())
            _write(kept)
        return kept

    def thin(self, at: datetime) -> None:
        """Remove what is not worth its space any more; only after a newer one was checked.

        What was kept before an upgrade stays.
        """
        copies = [one for one in self.copies() if one.occasion is not Occasion.UPGRADE]
        local = {one.made_at.astimezone(): one for one in copies}
        stay = rotation.to_keep(local, at.astimezone().date())
        for made_at, one in local.items():
            if made_at not in stay:
                _manifest(one.path).unlink(missing_ok=True)
                one.path.unlink(missing_ok=True)

    def keep_only(self, name: str) -> int:
        """Remove every copy but one, those without a manifest too; tell how many went."""
        gone = 0
        with told(self.folder):
            for path in self.folder.iterdir():
                if path.name in {name, _manifest(Path(name)).name} or not path.is_file():
                    continue
                if path.suffix in {self.book.suffix, ".json"}:
                    gone += path.suffix == self.book.suffix
                    path.unlink()
        return gone

    def _keep(self, make: Callable[[Path], Contents], occasion: Occasion, at: datetime) -> Copy:
        with told(self.folder):
            self.folder.mkdir(exist_ok=True)
            self._clear_leftovers()
            place = self._free_place(at)
            held = self._made(make, place)
            size, number = place.stat().st_size, self._next_number()
            kept = Copy(place, at, occasion, size, digest(place), held, number)
            _write(kept)
            self.thin(at)
        return kept

    def _made(self, make: Callable[[Path], Contents], place: Path) -> Contents:
        try:
            return make(place)
        except StorageError as error:
            with suppress(OSError):
                self.folder.rmdir()  # where nothing was kept yet
            if error.reason == "book_damaged":
                raise StorageError(error.reason, path=self.book) from error
            if error.reason == "disk_full":
                raise StorageError("copy_no_space", path=self.book) from error
            raise

    def _next_number(self) -> int:
        return max((one.number for one in self.copies()), default=0) + 1

    def _free_place(self, at: datetime) -> Path:
        stem = f"{self.book.stem} {at.astimezone():%Y-%m-%d %H-%M-%S}"
        names = (stem, *(f"{stem} ({number})" for number in range(2, 1000)))
        places = (self.folder / f"{name}{self.book.suffix}" for name in names)
        return next(place for place in places if not place.exists())

    def _manifests(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from self.folder.glob("*.json")

    def _clear_leftovers(self) -> None:
        for part in self.folder.glob("*.part"):
            clear(part)


def of_file(path: Path, at: datetime, occasion: Occasion) -> Copy:
    """Look a file through that may have no manifest, such as one from a stick.

    ``at`` is when it is looked at; where it has a manifest, that counts.
    """
    known = _read(_manifest(path))
    if known is not None:
        return known
    with told(path), closing(connect(path, read_only=True)) as connection:
        contents.check(connection, path)
        held = contents.of(connection)
    return Copy(path, at, occasion, path.stat().st_size, digest(path), held)


def verify(one: Copy) -> None:
    """Refuse a copy that is not to the bit what was kept, or not whole."""
    with told(one.path):
        if digest(one.path) != one.sha256:
            raise StorageError("copy_damaged", path=one.path)
        with closing(connect(one.path, read_only=True)) as connection:
            contents.check(connection, one.path)
            if contents.of(connection) != one.contents:
                raise StorageError("copy_damaged", path=one.path)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file that no database holds open."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _link(book: Path, place: Path) -> None:
    try:
        place.hardlink_to(book)
    except OSError:  # not every disk knows links
        shutil.copyfile(book, place)
        sync(place)


def _write(one: Copy) -> None:
    with growing(_manifest(one.path)) as part:
        part.write_text(json.dumps(_document(one), indent=1), encoding="utf-8")


def _manifest(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _document(one: Copy) -> dict[str, object]:
    held = one.contents
    last_at = None if held.last_at is None else held.last_at.isoformat()
    return {
        "format": _FORMAT,
        "made_at": one.made_at.isoformat(),
        "occasion": one.occasion,
        "size": one.size,
        "sha256": one.sha256,
        "number": one.number,
        "contents": asdict(held) | {"last_at": last_at},
    }


def _read(manifest: Path) -> Copy | None:
    path = manifest.with_suffix("")
    try:
        said = json.loads(manifest.read_text(encoding="utf-8"))
        held = said["contents"]
        last_at = None if held["last_at"] is None else _moment(held["last_at"])
        return Copy(
            path,
            _moment(said["made_at"]),
            Occasion(said["occasion"]),
            path.stat().st_size,
            str(said["sha256"]),
            Contents(
                schema=int(held["schema"]),
                rows={str(name): int(count) for name, count in held["rows"].items()},
                money=int(held["money"]),
                chapter=str(held["chapter"]),
                currency=str(held["currency"]),
                decimals=range(4)[int(held["decimals"])],
                last_entry=int(held["last_entry"]),
                last_at=last_at,
                last_label=str(held["last_label"]),
            ),
            int(said.get("number", 0)),
        )
    except (
        OSError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ):
        return None


def _moment(said: str) -> datetime:
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError(said)
    return moment

"""Files that stand at their place only when all of them is there."""

import errno
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.errors import StorageError

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def placed(path: Path) -> Generator[Path]:
    """Give a file to write to, and put it at its place when that has gone well."""
    growing = path.with_name(f".{path.name}.new")
    try:
        yield growing
        growing.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        growing.unlink(missing_ok=True)


@contextmanager
def placed_folder(path: Path) -> Generator[Path]:
    """Give a folder to fill, and put it at its place when that has gone well.

    One that is there must be empty.
    """
    growing = path.with_name(f".{path.name}.new")
    try:
        if path.exists() and any(path.iterdir()):
            raise StorageError("folder_not_empty", path=path)
        growing.mkdir(parents=True)
        yield growing
        if path.exists():
            path.rmdir()
        growing.rename(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        shutil.rmtree(growing, ignore_errors=True)


def unwritable(path: Path, error: OSError) -> StorageError:
    """Return why a place does not take a file."""
    if error.errno in _NO_SPACE:
        return StorageError("output_no_space", path=path)
    return StorageError("output_unwritable", path=path, cause=error.strerror or error)

"""Files that stand at their place only when all of them is there."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.errors import StorageError


@contextmanager
def placed(path: Path) -> Generator[Path]:
    """Give a file to write to, and put it at its place when that has gone well."""
    growing = path.with_name(f".{path.name}.new")
    try:
        yield growing
        growing.replace(path)
    except OSError as error:
        raise StorageError("output_unwritable", path=path, cause=error.strerror) from error
    finally:
        growing.unlink(missing_ok=True)


def empty_folder(path: Path) -> Path:
    """Return a folder to put files into, made where it is missing; one in use is refused."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        taken = any(path.iterdir())
    except OSError as error:
        raise StorageError("output_unwritable", path=path, cause=error.strerror) from error
    if taken:
        raise StorageError("folder_not_empty", path=path)
    return path

"""Put a finished document where the user wants it."""

from pathlib import Path

from app.errors import StorageError


def write(path: Path, pdf: bytes) -> None:
    """Write a document; StorageError with the cause where the place does not take it."""
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise StorageError("output_unwritable", path=path, cause=error.strerror) from error

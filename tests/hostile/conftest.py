"""A book with a chapter and one member in it, made once, and a copy of it for each test."""

from tests.storage.conftest import original, path, store

__all__ = ["original", "path", "store"]

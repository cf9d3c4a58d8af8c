"""Modules of others that this program loads but never uses, put off until something asks them.

SQLAlchemy takes in ``asyncio``, with it sockets and encryption, for drivers that wait beside other
work, and ``importlib.metadata``, with it the reading of letters, for plugins. A book needs neither,
and they cost a twentieth of the time until it is seen.
"""

import inspect
import sys
from importlib import import_module
from threading import RLock
from types import ModuleType

_GIVEN = {"asyncio": {"iscoroutine": inspect.iscoroutine}, "importlib.metadata": {}}
_turn = RLock()


class _Later(ModuleType):
    """Stands for a module until more than what is given is asked of it."""

    def __getattr__(self, name: str) -> object:
        with _turn:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def put_off() -> None:
    """Let them be loaded when they are used, where they are not loaded already."""
    for name, given in _GIVEN.items():
        if name not in sys.modules:
            stand_in = _Later(name)
            stand_in.__dict__.update(given)
            sys.modules[name] = stand_in

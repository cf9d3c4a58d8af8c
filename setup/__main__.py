"""``python3 -m setup window`` readies a checkout to run, ``... checks`` to be tested."""

import sys

from setup import environment, system
from setup.errors import SetupError


def main(purpose: str) -> None:
    """Install what the purpose lacks: system libraries, then Python packages, then the program."""
    system.provide(system.missing(purpose))
    environment.prepare(purpose)


try:
    main(sys.argv[1])
except SetupError as error:
    sys.exit(f"\n{error}")

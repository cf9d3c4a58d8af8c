"""The command line as tests use it: in this process, with what it says caught."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

from app import cli


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  whatever the document holds
        """The answer as read by another program."""
        return json.loads(self.out)

    @property
    def is_one_sentence(self) -> bool:
        """Whether it was refused with one line and nothing else."""
        return not self.out and self.err.count("\n") == 1 and "Traceback" not in self.err


def run(*arguments: object) -> Said:
    """Carry out a command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = cli.run([str(one) for one in arguments])
    return Said(status, out.getvalue(), err.getvalue())

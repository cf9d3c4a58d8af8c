"""What the command line says: answers on standard output, one sentence on standard error."""

import json
import sys

from app import wording
from app.errors import AppError


def say(text: str) -> None:
    """Write a line of the answer."""
    sys.stdout.write(f"{text}\n")


def say_json(answer: object) -> None:
    """Write the answer as JSON, for programs; names stay in their own script."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def complain(error: AppError) -> None:
    """Write why nothing was done, as one sentence for people."""
    complain_of(wording.sentence(error))


def complain_of(sentence: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"{' '.join(sentence.split())}\n")

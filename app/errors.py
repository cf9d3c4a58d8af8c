"""The few kinds of refusal; whatever is not one of these is a fault of the program.

Errors carry facts, not sentences: ``app.wording`` says them to the user.
"""


class AppError(Exception):
    """Base of everything a user may be told; carries a reason and its facts.

    ``reason`` names the sentence in ``app.wording``; ``facts`` fill its gaps.
    """

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts


class RuleError(AppError):
    """A rule of the chapter forbids this; the book is unchanged."""


class NotFoundError(AppError):
    """The record is no longer in the book."""


class ConflictError(AppError):
    """The record has been changed by another hand in the meantime."""


class StorageError(AppError):
    """The book could not be opened, read or written."""


class UnreadableFileError(AppError):
    """A file of another program could not be understood."""

"""The language the program speaks: every text a user reads passes through here."""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str, folder: Path) -> None:
    """Speak a language from the catalogues in a folder; English where it has no catalogue."""
    global _catalogue  # noqa: PLW0603  one process speaks one language
    _catalogue = gettext.translation("chapterhouse", folder, [language], fallback=True)


def _(message: str) -> str:
    """Translate one message."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a message that depends on a count; ``{n}`` stands for it."""
    return _catalogue.ngettext(one, many, count).format(n=count)

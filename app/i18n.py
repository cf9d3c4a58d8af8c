"""The language the program speaks: every text a user reads passes through here."""

import gettext
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_own: Mapping[str, str] = {}
_said: Callable[[str], str] = str


def use(language: str, folder: Path) -> None:
    """Speak a language from the catalogues in a folder; English where it has no catalogue."""
    global _catalogue  # noqa: PLW0603  one process speaks one language
    if folder.is_dir():  # else there is nothing to look for, for which gettext loads much
        _catalogue = gettext.translation("chapterhouse", folder, [language], fallback=True)


def rename(words: Mapping[str, str]) -> bool:
    """Say a group's own words for ours, such as tip for referral; none says ours again.

    Both stand in the singular. Only whole words are renamed, and nothing between braces.
    Returns whether anything is called otherwise than before.
    """
    global _own, _said  # noqa: PLW0603  one process shows one book
    own = {ours.casefold(): word for ours, word in words.items() if word}
    changed = own != _own
    _own = own
    _said = cache(partial(_with_own, _pattern(own), own)) if own else str
    return changed


def _(message: str) -> str:
    """Translate one message."""
    return _said(_catalogue.gettext(message))


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a message that depends on a count; ``{n}`` stands for it."""
    return _said(_catalogue.ngettext(one, many, count)).format(n=count)


def _pattern(own: Mapping[str, str]) -> re.Pattern[str]:
    ours = "|".join(map(re.escape, sorted(own, key=len, reverse=True)))
    return re.compile(rf"\{{[^}}]*\}}|(?<![\w-])({ours})(s?)(?![\w-])", re.IGNORECASE)


def _with_own(pattern: re.Pattern[str], own: Mapping[str, str], text: str) -> str:
    def renamed(found: re.Match[str]) -> str:
        ours, plural = found[1], found[2]
        if ours is None:  # a place where a value comes
            return found[0]
        word = own[ours.casefold()] + plural
        return word[:1].upper() + word[1:] if ours[:1].isupper() else word

    return pattern.sub(renamed, text)

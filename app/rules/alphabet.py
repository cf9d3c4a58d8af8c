"""The order in which people look a name up: accents, case and signs aside."""

import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
)


@lru_cache(maxsize=4096)
def alphabetical(name: str) -> tuple[str, str]:
    """Return what to sort a name by: Åkesson stands among A, Đặng and de Vries among D."""
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_ALIKE))
    letters = "".join(sign for sign in bare if sign.isalnum() or sign in " ,")
    return letters, name

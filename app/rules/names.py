"""People's names: keys under which spellings of one name meet, and the parts of a name."""

import re
import unicodedata

_BRACKETED = re.compile(r"[(\[{（【].*?[)\]}）】]")
_DOTTED_I = re.compile("i\u0307")  # what İ decomposes to; the plain i is what people type
_ALIKE = str.maketrans({"ı": "i", "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "'": None}
)
# fmt: off
_PARTICLES = frozenset({
    "van", "von", "der", "den", "ter", "ten", "de", "da", "do", "das", "dos", "del", "della",
    "di", "la", "le", "el", "al", "bin", "binti", "ibn", "zu", "af",
})
_COMPOUND_FAMILIES = frozenset({
    "歐陽", "欧阳", "司馬", "司马", "諸葛", "诸葛", "上官", "皇甫", "司徒", "夏侯",
    "尉遲", "尉迟", "令狐", "慕容", "東方", "东方",
})
# fmt: on
_TITLES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "cpa", "esq"})
_ACCENTED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")


def key(name: str) -> str:
    """Return what two spellings of one name share: case, width, spaces and hidden signs are gone.

    Accents stay, since they tell names apart; the Turkish i is one letter in all four forms.
    """
    shown = "".join(c for c in name if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKD", shown.translate(_ALIKE).translate(_HYPHENS))
    for _ in range(2):  # the Unicode Standard's compatibility match (D146) folds twice
        text = unicodedata.normalize("NFKD", text.casefold())
    text = _DOTTED_I.sub("i", text.translate(_ALIKE).translate(_HYPHENS))
    return " ".join(text.split())


def words(name: str) -> frozenset[str]:
    """Return the words of a name without order, accents, brackets and digits: for offers only."""
    outside = _BRACKETED.sub(" ", name)
    bare = _without_accents(key(outside if outside.strip() else name)).translate(_PLAIN)
    return frozenset("".join(c if _in_word(c) else " " for c in bare).split())


def alike(one: str, other: str) -> bool:
    """Tell whether two names are close enough to offer them as one person; never to merge them."""
    few, many = sorted((words(one), words(other)), key=len)
    if not few or not _says_enough(few):
        return key(one) == key(other)
    return all(_stands_in(word, many) for word in few) and bool(
        few & many and any(len(word) > 1 for word in few & many)
    )


def display(given: str, family: str) -> str:
    """Return a full name as its script writes it: Han and Hangul family first and unspaced."""
    given, family = " ".join(given.split()), " ".join(family.split())
    if given and family and _is_east_asian(family) and _is_east_asian(given[0]):
        return family + given
    return f"{given} {family}".strip()


def brief(name: str) -> str:
    """Return a full name with its given part as an initial: “H. Sørensen”; whole if unsure."""
    given, family = split(name)
    if not given or not family or _is_east_asian(given[0]) or name.startswith(family):
        return name
    return f"{given[0]}. {family}"


def spellings(given: str, family: str) -> frozenset[str]:
    """Return the keys under which other lists may hold a person of these names."""
    orders = (f"{given} {family}", f"{family} {given}", display(given, family))
    return frozenset(key(order) for order in orders)


def split(name: str) -> tuple[str, str]:
    """Return the likely given and family parts of a full name; what is not sure stays together."""
    folded = " ".join(name.split())
    if folded and _is_east_asian(folded[0]):
        return _split_east_asian(folded)
    before, comma, after = folded.partition(",")
    if comma and before.strip() and after.strip() and key(after).strip(".") not in _TITLES:
        return after.strip(), before.strip()
    return _split_western(folded.split(" "))


def _split_western(parts: list[str]) -> tuple[str, str]:
    end = _end_of_name(parts)
    start = end - 1
    while start > 1 and key(parts[start - 1]) in _PARTICLES:
        start -= 1
    if start < 1:
        return " ".join(parts), ""
    return " ".join(parts[:start]), " ".join(parts[start:])


def _end_of_name(parts: list[str]) -> int:
    """Return where licence numbers, brackets and titles begin behind the family name."""
    end = len(parts)
    for place, part in enumerate(parts[1:], 1):
        if any(c in "#([（" or c.isdigit() for c in part):
            end = place
            break
    while end > 2 and (key(parts[end - 1]).strip(".,") in _TITLES or _is_licence(parts, end)):  # noqa: PLR2004  two words must remain
        end -= 1
    return end


def _is_licence(parts: list[str], end: int) -> bool:
    return end < len(parts) and parts[end].startswith("#") and parts[end - 1].isupper()


def _split_east_asian(name: str) -> tuple[str, str]:
    first, _, rest = name.partition(" ")
    if len(first) == 1 or (rest and _is_east_asian(first + rest[0])):
        return (rest, first) if rest else (name, "")
    length = 2 if first[:2] in _COMPOUND_FAMILIES and len(first) > 2 else 1  # noqa: PLR2004  of two signs, one is the family
    return (name[length:], name[:length]) if _is_east_asian(name[length]) else (name, "")


def _is_east_asian(text: str) -> bool:
    return all("CJK" in _script(c) or "HANGUL" in _script(c) for c in text)


def _script(sign: str) -> str:
    return unicodedata.name(sign, "")


def _without_accents(text: str) -> str:
    kept: list[str] = []
    accented = False
    for sign in text:
        if unicodedata.combining(sign):
            if not accented:
                kept.append(sign)  # in Hindi or Thai a mark is a vowel, not an accent
            continue
        accented = _script(sign).startswith(_ACCENTED_SCRIPTS)
        kept.append(sign)
    return "".join(kept)


def _in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM"


def _says_enough(parts: frozenset[str]) -> bool:
    return len(parts) > 1 or any(len(part) > 1 and _is_east_asian(part) for part in parts)


def _stands_in(word: str, others: frozenset[str]) -> bool:
    """Tell whether a word, or the initial of it, is among others."""
    return word in others or any(
        len(word) != len(other) and 1 in (len(word), len(other)) and word[0] == other[0]
        for other in others
    )

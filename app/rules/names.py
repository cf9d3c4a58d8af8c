"""When two spellings of a name mean the same person, and when they may."""

import unicodedata


def key(name: str) -> str:
    """Return what equal names have in common: case, white space and accents' encoding folded.

    Decomposed before folding, because ``İ`` folds to two code points; the loose dots and
    accents that decomposing leaves are kept, so that “José” and “Jose” stay two names.
    """
    folded = unicodedata.normalize("NFKD", name).casefold().replace("i\u0307", "i")
    return " ".join(unicodedata.normalize("NFKC", folded).split())

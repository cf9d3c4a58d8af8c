"""Where a long list is broken into pages."""

_FEWEST = 4  # rows that may stand alone on a last page
_SLACK = 0.01


def breaks(rows: int, pitch: float, *, first: float, later: float, tail: float = 0) -> list[int]:
    """Return how many rows of a height stand on each page, at least one page.

    ``first`` and ``later`` are the heights of room for rows on the first and on other pages;
    ``tail`` is the height of what follows the list (totals, legend) on the last page. The last
    page never holds fewer than four rows unless the list is shorter.
    """
    pages: list[int] = []
    left = rows
    while left * pitch + tail > (room := later if pages else first) + _SLACK:
        taken = min(left, int((room + _SLACK) / pitch))
        pages.append(taken)
        left -= taken
    pages.append(left)
    return _evened(pages)


def _evened(pages: list[int]) -> list[int]:
    """Move rows to the last page where it would hold a lonely few."""
    for place in range(len(pages) - 1, 0, -1):
        lacking = min(_FEWEST - pages[place], pages[place - 1] - _FEWEST)
        if lacking > 0:
            pages[place] += lacking
            pages[place - 1] -= lacking
    return pages

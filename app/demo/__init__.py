"""The demo chapter: forty invented members and eighteen months of evenings.

It is made by the same deeds a secretary would use, one labelled change an evening, so that what
it shows is what the program does. The same day gives the same book, down to the last slip. What
happens in it is drawn from a seeded chance; who is in it stands in ``resources/demo``.
"""

from app.demo.building import Book, Clock, build

__all__ = ["Book", "Clock", "build"]

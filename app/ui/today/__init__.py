"""The first page: the next meeting, what is off, and how the term goes."""

"""Scores and attendance policies as data: what a group does differently stands in its profile.

No name of a group, no bound and no weight may stand in this code; they are in the files of
``resources/profiles``. Arithmetic is exact: whole numbers and fractions, never floats.
"""

"""Checking: the own book beside official lists, each difference settled in one step."""

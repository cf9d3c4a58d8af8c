"""Deeds: one function for each thing that may be done to the book.

A deed never commits, opens a session, reads the clock, formats text or knows Qt. It returns
nothing, or raises an ``AppError`` and has then changed nothing.
"""

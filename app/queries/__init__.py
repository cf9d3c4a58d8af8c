"""Questions: one function for each, answered in frozen rows.

A query selects columns, never entities, changes nothing and reads no clock.
"""

"""The program as an attacker would use it: everything that comes from outside means harm.

``test_prepared_books``   a book made to run something, to hang or to write elsewhere
``test_poisoned_rows``    a book whole by its pages, with values in it that make no sense
"""

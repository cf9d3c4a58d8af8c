"""The program as an attacker would use it: everything that comes from outside means harm.

``words``                 what is put into every field for words, behind the program's back
``test_words_in_window``  none of it is taken for markup, on any page, editor or tip
``test_words_on_paper``   nor in any document
``test_words_in_files``   they leave as text that runs nowhere, and come back
``test_patterns``         what is searched for stands for nothing else
``test_prepared_books``   a book made to run something, to hang or to write elsewhere
``test_poisoned_rows``    a book whole by its pages, with values that make no sense
``test_foreign_files``    exports, documents and profiles made to harm; see ``tests.exchange`` too
``test_spoilt_memory``    what the window remembers, edited by hand
"""

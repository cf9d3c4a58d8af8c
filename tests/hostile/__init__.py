"""The program as an attacker would use it: everything that comes from outside means harm.

``words``                 what is put into every field for words, behind the program's back
``test_words_in_window``  none of it is taken for markup, on any page, editor or tip
``test_words_on_paper``   nor in any document
``test_prepared_books``   a book made to run something, to hang or to write elsewhere
``test_spoilt_memory``    what the window remembers, edited by hand
"""

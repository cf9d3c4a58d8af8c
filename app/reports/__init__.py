"""Paper: frozen rows in, PDF bytes out. reportlab lives here and nowhere else.

``kit`` is what every document is drawn with, each other module is one document, and
``catalogue`` lists them all for the window, the command line and the manual. Nothing here asks
the book, reads a clock, or decides who may see what: rows arrive with that decided.
"""

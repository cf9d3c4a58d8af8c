"""What goes out, as files that other programs read: tables, calendars, cards, one whole document.

``cells``      what a spreadsheet must not run
``tables``     a table as a value: headings with what they mean, and rows
``csv_files`` ``workbooks``   tables on disk
``documents``  a whole book as JSON, and back
``calendars`` ``cards``   meetings and members for other programs, in ``content_lines``
``places``     a file that stands at its place only when all of it is there
"""

"""What of a book goes out, and in which shape.

``listing``   a table declared as a value: a statement, and what each of its columns means
``people`` ``evenings`` ``handed_in`` ``records``   those there are
``shelf``     all of them, and any table of the book that none of them shows
``whole``     every row of every table, for a document that comes back in without loss
``dates`` ``contacts``   the calendar, and how members are reached; ``identity`` keeps them the same
``writing``   all of it, as files
"""

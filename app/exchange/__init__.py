"""Files of other programs, read into plain frozen rows.

What is read stays as it was written, beside what was understood. No database, no Qt and no
decision about the book may live here: who a name belongs to is for the services to say.
"""

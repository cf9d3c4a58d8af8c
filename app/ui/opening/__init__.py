"""From the program's start to an open book: the three ways in, recent books, and the front door."""

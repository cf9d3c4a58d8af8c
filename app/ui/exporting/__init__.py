"""Export: the whole book for other programs, its calendar, its cards; and any list on screen."""

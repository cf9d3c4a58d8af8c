"""Every slip of the book in one list, however long."""

"""The copies of a book, what is in them, and the ways out on a bad day."""

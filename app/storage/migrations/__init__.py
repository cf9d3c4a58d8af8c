"""Every schema a book has ever had, each step from one to the next."""

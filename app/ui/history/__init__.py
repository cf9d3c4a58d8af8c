"""The history page: who did what and when, and what it changed."""

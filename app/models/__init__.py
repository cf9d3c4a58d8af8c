"""The tables as nouns: what a book keeps. No queries, no sessions, no Qt."""

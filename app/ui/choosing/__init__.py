"""Fields that choose something the book knows: somebody, a profession, a span of days."""

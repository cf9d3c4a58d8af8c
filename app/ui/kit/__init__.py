"""Small widgets, each drawn once; they know colours and letters, but no book and no page."""

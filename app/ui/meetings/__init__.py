"""The calendar of meetings, and the way from it into one of them and back."""

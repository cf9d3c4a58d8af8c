"""The page of the membership committee: letters, warnings, renewals, reviews."""

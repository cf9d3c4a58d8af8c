"""The page of visitors: from the first invitation to a seat."""

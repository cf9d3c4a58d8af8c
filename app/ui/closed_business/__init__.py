"""The page of closed business: who thanks whom, and for how much."""

"""The page of one-to-ones: who met whom, and who has not met for long."""

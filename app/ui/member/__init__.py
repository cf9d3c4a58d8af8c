"""The page of one member: attendance, figures, referrals, whom he has met, who he is."""

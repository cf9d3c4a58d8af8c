"""The page of referrals: who gave what to whom, and what has become of it."""

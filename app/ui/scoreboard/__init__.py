"""The Scoreboard page: who leads in what, on screen as on paper."""

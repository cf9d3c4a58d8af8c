"""What the pages of slips share: people in cells, words of tiers, the frame of their editors."""

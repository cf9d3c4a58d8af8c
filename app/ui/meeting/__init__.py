"""One meeting: the roll at the left, slips at the right, totals against those read aloud."""

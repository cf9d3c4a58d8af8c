"""The page of members: the list, the editor of a member, and the seating order."""

"""What the chapter means, in plain Python: no database, no Qt, no clock."""

"""The settings page: the chapter, its rules and seats, and how the program looks to this user."""

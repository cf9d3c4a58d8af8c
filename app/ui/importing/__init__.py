"""The import page: what files hold, what of it is new, and one deed that stores it all."""

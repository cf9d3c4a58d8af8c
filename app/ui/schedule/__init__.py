"""The Schedule page: the weeks ahead, the agenda of every evening, the list of duties."""

"""The Profiles page: what scores are made by, read, copied, changed, brought in and taken out."""

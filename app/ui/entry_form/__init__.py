"""The official entry form: one week to be copied across, line by line."""

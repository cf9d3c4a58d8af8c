"""The presenter: boards for the projector, driven by keys, made of rows that any room may see."""

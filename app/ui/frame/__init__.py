"""The parts of the window round the pages; none of them knows a page by name."""

"""The Reports page: every document the chapter can print, with its choices and its pages."""

"""What every document is drawn with: sheets, faces, text, tables and bars. No document's words.

Everything is drawn straight on the page from the top left in points, so each baseline is known.
"""

"""Who refers whom: the picture on the screen, the same drawing as on paper."""

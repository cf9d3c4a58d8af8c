"""What must be settled before any test is imported."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says how busy the machine is, not whether the program is right.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

"""What must be settled before any test is imported."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

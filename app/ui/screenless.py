"""Is there a screen? Qt ends the process without a word of ours where there is none."""

import os
import sys

# Any of them names a screen, or the order to do without one.
_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def screenless() -> bool:
    """Tell whether a window has nowhere to go; Windows and macOS always have a screen."""
    if sys.platform != "linux" or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        return False
    return not any(os.environ.get(name) for name in _NAMES)

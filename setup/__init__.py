"""Makes a checkout ready to run, with nothing but Python's own library.

May not be imported by the program; knows nothing of it but the two lock files and pyproject.toml.
"""

import sys

# Here, since an older Python could not even read the modules beside this one.
if sys.version_info < (3, 11):  # noqa: UP036 - it is the very Python that may be too old
    sys.exit(
        "Chapterhouse needs Python 3.11 or newer, and this is {}.{}.\n"
        "Where a newer one is installed, name it: make run PYTHON=python3.12".format(
            *sys.version_info
        )
    )

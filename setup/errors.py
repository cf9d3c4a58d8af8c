"""What can stand in the way of an install, each with what to do about it."""


class SetupError(Exception):
    """One of the below; its text is for the person at the terminal."""


class NoAptError(SetupError):
    """Libraries are missing on a system that is not Debian's kin."""

    def __init__(self, packages: list[str]) -> None:
        super().__init__(
            f"This system lacks what Debian calls {', '.join(packages)}.\n"
            "Install its counterparts with your own package manager, then try again."
        )


class PasswordNeededError(SetupError):
    """Libraries are missing, and only a person may install them."""

    def __init__(self, packages: list[str]) -> None:
        super().__init__(
            "Some system packages are missing, and installing them needs your password.\n"
            f"Type this line, then try again:\n\n    {by_hand(packages)}\n"
        )


class AptError(SetupError):
    """Apt was asked and failed."""

    def __init__(self, packages: list[str]) -> None:
        super().__init__(
            "apt could not install the system packages; its own words stand above.\n"
            f"When that is mended, try again, or type:\n\n    {by_hand(packages)}\n"
        )


class PipError(SetupError):
    """Pip was asked and failed."""

    def __init__(self) -> None:
        super().__init__(
            "pip could not install the packages; its own words stand above.\n"
            "Most often the network is the reason: try again when it is there."
        )


def by_hand(packages: list[str]) -> str:
    """Return the line a person types to install the packages."""
    return f"sudo apt-get update && sudo apt-get install --yes {' '.join(packages)}"

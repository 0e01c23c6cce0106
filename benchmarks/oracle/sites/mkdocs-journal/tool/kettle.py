"""A tool."""


class Kettle:
    """Boils water."""

    def boil(self) -> None:
        """Boils it."""

"""One file or folder for each framework; ``frameworks.FRAMEWORKS`` is the table of them."""

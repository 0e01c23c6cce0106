"""``python -m linklint``."""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the current folder: what is checked must never be run
    from linklint.cli.main import run

    run()

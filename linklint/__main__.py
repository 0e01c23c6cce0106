"""``python -m linklint``."""

from linklint.cli.main import run

if __name__ == "__main__":
    run()

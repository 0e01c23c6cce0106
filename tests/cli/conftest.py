"""The repository that most tests of the command line look at."""

from pathlib import Path

import pytest

from tests.cli.running import make_repository

FILES = {
    "README.md": "# Garden\n\n[Watering](guide/watering.md) and [weeding](guide/weeding.md), [seeds](gone.md).\n",
    "guide/watering.md": "# Watering\n\nAs for [weeding](weedin.md), see [home](../README.md).\n",
    "guide/weeding.md": "# Weeding\n\nBack to [watering](watering.md). [Elsewhere](https://example.com).\n",
    "notes/lonely.md": "# Lonely\n\nTo [weeding](../guide/weeding.md).\n",
}


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """Two broken links, one in the guide, and an orphan in the notes."""
    return make_repository(tmp_path / "garden", FILES)

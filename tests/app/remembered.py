"""Runs that may be remembered."""

from pathlib import Path

import pytest

from linklint.app import check as checking
from linklint.app import remembering
from linklint.app.check import Checked
from linklint.app.remembering import check
from linklint.app.request import Request
from linklint.model.finding import Report


class Runs:
    """Runs in one repository, and how many of them were made anew."""

    def __init__(self, top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.top = top
        self.made = 0
        make = checking.check_repository

        def count(*arguments: object) -> Checked:
            self.made += 1
            return make(*arguments)  # type: ignore[arg-type] # passed on as they are

        monkeypatch.setattr(checking, "check_repository", count)
        monkeypatch.setattr(remembering, "WORTH_REMEMBERING", 0)

    def ask(self, request: Request | None = None) -> tuple[Report, int]:
        """The report, and whether the run was made for it. It is the one of a run without a cache."""
        before = self.made
        report = check(request or Request(), str(self.top))
        made = self.made - before
        asked = request or Request()
        if asked.cache:
            assert report == checking.check(Request(**{**_fields(asked), "cache": False}), str(self.top))
        return report, made


def _fields(request: Request) -> dict[str, object]:
    return {name: getattr(request, name) for name in request.__struct_fields__}

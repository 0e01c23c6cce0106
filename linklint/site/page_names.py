"""What pages are called in addresses, as far as the names of their files tell, and how many links make that sure."""

from __future__ import annotations

import re

from linklint.site.paths import name

ORDER_OF_NAME = re.compile(r"^\d+[-.](?=.)")
"""The number for the order that a name begins with."""
ORDERS_IN_PATH = re.compile(r"(?:^|(?<=/))(?:\d+[-._]|\(\d+\))(?=[^/])")
"""Those of all folders and of the name; also in parentheses, as a group of routes has it: ``(0)concepts``."""
INDEXES = frozenset({"index", "_index", "readme"})


def find_page_name(path: str) -> str:
    """The file's name without its ending, and without a number for the order: ``02-core/01-start.mdx`` → ``start``."""
    return ORDER_OF_NAME.sub("", name(path).rpartition(".")[0] or name(path))


def drop_orders(path: str) -> str:
    """The path without numbers for the order: ``02-core/(1)start`` → ``core/start``."""
    return ORDERS_IN_PATH.sub("", path)


def is_index(path: str) -> bool:
    """Whether the file is called like its folder."""
    return name(path).partition(".")[0].lower() in INDEXES


def are_sure(found: int, lost: int, *, enough: int, to_one: int) -> bool:
    """Whether addresses of one kind surely name what is here: enough of them do, and so many ``to_one`` that does not.
    Then one that names nothing is broken."""
    return found >= enough and found >= to_one * lost

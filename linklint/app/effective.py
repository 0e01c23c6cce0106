"""``linklint config``: what is in force, and where each value was said."""

from __future__ import annotations

from linklint import config, site
from linklint.app.check import configure
from linklint.app.request import Request
from linklint.model.site import Framework
from linklint.workspace import open_repository


def list_effective(
    file: str | None, config_path: str | None, cwd: str
) -> tuple[list[Framework], list[config.Effective]]:
    """The sites found with the reason for each, and every setting with its origin; for one file, when given, with the
    overrides that match it."""
    repository = open_repository([file] if file else [], cwd)
    configuration = configure(Request(config=config_path), repository, cwd)
    path = repository.paths[0] if repository.paths else None
    mounts = site.detect(repository, configuration.settings.site)
    frameworks = [Framework(mount.framework, mount.root, mount.reason) for mount in mounts]
    return frameworks, config.list_effective(configuration, path)

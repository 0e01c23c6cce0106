"""What the configs of hosts add to a site, whatever its framework: redirects and rewrites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.hosts.configs import READERS, read_host_config
from linklint.site.hosts.netlify import read_netlify_toml, read_redirects_file
from linklint.site.paths import ancestors, join, within
from linklint.site.profile import Mount, Read, Redirect, change_for_good
from linklint.site.profiles.hosting import has_clean_urls

# Frameworks that write all pages, of which the scripts of none shows what it likes at any address.
WRITTEN = frozenset({"docusaurus", "eleventy", "hugo", "jekyll", "mdbook", "mkdocs", "vitepress"})
LARGEST_CONFIG = 1_000_000
# Folders, below the site's own, whose files a build copies to the site's top.
COPIED = (
    "", "static", "public", "docs/public", "src", "src/public", "src/static", "docs", "content",
    "docs/.vuepress/public",
)  # fmt: skip


def find_host_redirects(names: Names, read: Read, root: str) -> Iterator[Redirect]:
    """The redirects that the configs in a site's folder, in those above it and in those that are copied to the site
    say, in their order; those for other hosts too."""
    above = [root, *ancestors(root)] if root else [""]
    if "" not in above:
        above.append("")
    done: set[str] = set()
    for base in above:
        for folder in COPIED:
            path = join(base, f"{folder}/_redirects" if folder else "_redirects") or ""
            data = _read(names, read, path) if path not in done else None
            done.add(path)
            if data is not None:
                yield from read_redirects_file(data.decode("utf-8", "replace"), path)
        path = join(base, "netlify.toml") or ""
        data = _read(names, read, path)
        if data is not None:
            yield from read_netlify_toml(data, path)
        for name in READERS:
            path = join(base, name) or ""
            data = _read(names, read, path)
            if data is not None:
                yield from read_host_config(name, data, path)


def with_host_redirects(mount: Mount, names: Names, read: Read, url: str = "") -> Mount:
    """The mount, with what the host redirects after its own redirects, and with what it knows of clean addresses. Files
    as GitHub shows them have no host. ``url``: where the config says that the site is."""
    if mount.framework == "plain":
        return mount
    if has_clean_urls(names, read):
        mount = change_for_good(mount, lambda bare: msgspec.structs.replace(bare, clean=True))
    found = tuple(find_host_redirects(names, read, mount.root))
    host = read_destination(url).host
    return change_for_good(mount, lambda bare: _add(bare, found, host)) if found else mount


def _add(mount: Mount, found: tuple[Redirect, ...], host: str) -> Mount:
    named = [each for each in found if each.host in ("", host) or mount.own(_full_address(each))]
    # A page is there or it is not: to show the home page instead mends no link.
    written = mount.framework in WRITTEN
    ours = [_below(mount.base, each) for each in named if not _moves_host(each) and not (written and each.fallback)]

    def list_redirects(documents: Mapping[str, Document]) -> list[Redirect]:
        return [*mount.redirects(documents), *ours]

    return msgspec.structs.replace(mount, redirects=list_redirects)


def _moves_host(redirect: Redirect) -> bool:
    """Whether the redirect sends visitors of another name of the host on, to the same address: inside the site it says
    nothing, and an address that is missing there is missing here."""
    new = read_destination(redirect.new)
    other = redirect.host and new.kind == "external" and new.host != redirect.host
    return bool(other) and redirect.old == "/*" and new.path == "/:splat"


def _below(base: str, redirect: Redirect) -> Redirect:
    """The redirect as the site's own addresses are: a host's begin with the path that the site lies below."""
    if not base or redirect.rule is not None:
        return redirect
    old, new = (each[len(base) :] or "/" if within(each, base) else each for each in (redirect.old, redirect.new))
    return redirect._replace(old=old, new=new, written=(redirect.old, redirect.new))


def _full_address(redirect: Redirect) -> Destination:
    return read_destination(f"https://{redirect.host}{redirect.old.rstrip('*')}")


def _read(names: Names, read: Read, path: str) -> bytes | None:
    data = read(path) if path in names.files else None
    return data if data is not None and len(data) <= LARGEST_CONFIG else None

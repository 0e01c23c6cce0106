"""Texts in, a site out: what the tests of this folder share."""

from collections.abc import Iterable, Mapping

from linklint.model.files import MemoryRepository, Repository
from linklint.model.settings import Settings, SiteSettings
from linklint.model.site import Link, Site
from linklint.site import build, detect, sources
from linklint.source.parse import parse


def make_site(files: Mapping[str, str], settings: Settings | None = None, untracked: Iterable[str] = ()) -> Site:
    """The site that the texts make."""
    return site_of(MemoryRepository(files, untracked), settings)


def site_of(repository: Repository, settings: Settings | None = None) -> Site:
    """The site that a repository holds."""
    settings = settings or Settings()
    mounts = detect(repository, settings.site)
    documents = {
        path: parse(repository.read(path) or b"", dialect) for path, dialect in sources(mounts, repository.names)
    }
    return build(repository, mounts, documents, settings)


def site_with(files: Mapping[str, str], **site: object) -> Site:
    """The same, with settings of ``site:``."""
    return make_site(files, Settings(site=SiteSettings(**site)))  # type: ignore[arg-type]  # the test's own keywords


def link_to(href: str, *others: str, source: str = "README.md", **site: object) -> Link:
    """The resolved link that ``source`` makes to ``href``, in a repository that also holds the files ``others``."""
    text = f'<a href="{href}">x</a>' if source.endswith("html") else f"[x](<{href}>)"
    return written_links(site_with({**dict.fromkeys(others, ""), source: text}, **site), source)[0]


def status_of(href: str, *others: str, source: str = "README.md", **site: object) -> str:
    """The status of that link."""
    return link_to(href, *others, source=source, **site).status


def written_links(site: Site, source: str) -> list[Link]:
    """The links that the file holds."""
    return [link for link in site.links if link.file == source and link.written is not None]


def orphan_states(site: Site) -> dict[str, str]:
    """Path → orphan state of every page that nobody links and that is no root."""
    linked = {link.target.path for link in site.links if link.target is not None and link.target is not link.source}
    return {page.path: page.orphan for page in site.pages if page.path not in linked and not page.root}

"""Sites of generators that linklint has no profile for. GitHub shows their Markdown, too, but it is written for the
site: what an address or a fragment means there, and who lists a page, is the generator's to say.

So below such a generator's config, in all files but those that GitHub's readers come to by themselves: a link that
finds a file leads to it; one that names a Markdown file that is not there is broken, as no generator makes those; of
any other, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, lru_cache, partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.site import Page
from linklint.site.destination import Destination
from linklint.site.generators import find_configs, find_site_folders, jekyll_folders
from linklint.site.glancing import glance
from linklint.site.languages import LANGUAGE
from linklint.site.neighbours import IMAGES
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Lookup, Mount, Read, Redirect, Standing, change_for_good
from linklint.site.profiles.conventions import is_example, is_set_aside, is_shown_by_github
from linklint.source.dialects import GITHUB_EXTENSIONS

FILLING = frozenset({"Jupyter Book", "MyST", "Sphinx", "Writerside"})
"""Generators that give a link without a text the title of its target
(https://mystmd.org/guide/cross-references#auto-filled-cross-references,
https://www.jetbrains.com/help/writerside/links.html)."""
OWN_READER = frozenset({"Pelican", "SvelteKit"})
"""Frameworks that leave the reading of Markdown to the site's own code, which often takes front matter line by line;
and those that do so themselves (https://docs.getpelican.com/en/latest/content.html#file-metadata)."""
BY_NAME = frozenset({"ExDoc"})
"""Generators for which the last name of a path is enough to find a Markdown file, wherever it lies."""
WITH_BLANKS = frozenset({"ExDoc"})
"""Generators that take addresses with blanks for addresses, as Earmark does (``EarmarkParser.Helpers.LinkParser``)."""
ALONE = frozenset({"Quartz", "Writerside"})
"""Generators that know each file by its name alone (https://www.jetbrains.com/help/writerside/links.html; Quartz, where
that is shortest)."""
DEFINING = frozenset({"GitBook's program", "Pelican"})
"""Generators that find definitions of reference labels below lines of text, too."""
BESIDE = frozenset({"Grav"})
"""Generators that look for a picture without a folder beside the page
(https://learn.getgrav.org/17/content/media), where ``a@2x.jpg`` stands for ``a.jpg``."""
WRITING = frozenset({"mdBook behind a build"})
"""Generators before which a build writes Markdown that is not here."""
UNCERTAIN = frozenset({"file", "url", "anywhere", "outside"})
MARKDOWN = frozenset({"md", "markdown", "mdx"})
ListRedirects = Callable[[Mapping[str, Document]], Iterable[Redirect]]


MDX = Dialect(extensions=tuple(sorted({*GITHUB_EXTENSIONS, "mdx"})), front_matter=("yaml", "toml", "json"))
UNNAMED = "a framework that is not known here"
FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+---[ \t]*\r?\n")
LANGUAGE_ENDING = re.compile(r"(?<=.)\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?\.md$")
FEW_PAGES = 5
FEW_HOMES = 50
"""Where there are more, programs made them."""


def is_mdx(path: str) -> bool:
    """Whether the file is MDX by its name; asked of every file, so the slow look is taken last."""
    return path[-4:].lower() == ".mdx" and extension(path) == "mdx"


def find_other_sites(names: Names, read: Read) -> Mapping[str, str]:
    """Folder of such a site → the generator's name."""
    configs = find_configs(names, read)
    others = {path: generator for path, generator in configs.items() if not generator.known}
    known = {folder for path in configs.keys() - others.keys() for folder in find_site_folders(path)}
    unnamed = _find_homes(names, read, known | jekyll_folders(names))
    named = {folder: generator.name for path, generator in others.items() for folder in find_site_folders(path)}
    return {**dict.fromkeys(unnamed, UNNAMED), **dict.fromkeys(find_translations(names), "DocFX"), **named}


@lru_cache(maxsize=4)  # each mount asks, of the same repository
def find_translations(names: Names) -> Mapping[str, str]:
    """Folder of a translation → the folder of the site that it is laid over: beside a site with a config, in a folder
    named for its language, one named for another language, without a config and with mostly the same pages."""
    found: dict[str, str] = {}
    for main in map(parent, names.named("docfx.json")):
        if not LANGUAGE.fullmatch(name(main)):
            continue
        for other in names.directories:
            if parent(other) == parent(main) and other != main and LANGUAGE.fullmatch(name(other)):
                pages = [path for path in names.ending("md") if within(path, other)]
                same = sum(f"{main}/{below(path, other)}" in names.files for path in pages)
                if f"{other}/docfx.json" not in names.files and len(pages) >= FEW_PAGES and 2 * same > len(pages):
                    found[other] = main
    return found


def _find_homes(names: Names, read: Read, known: AbstractSet[str]) -> Iterator[str]:
    """The folders with a home page that begins with front matter, which only a generator has a use for; not those of
    generators that are ``known``."""
    homes = [path for path in names.named("index.html") if not is_set_aside(path, names)]
    for path in homes if len(homes) <= FEW_HOMES else ():
        if known.isdisjoint(ancestors(path)) and not is_example(path) and glance(read, path, has_front_matter):
            yield parent(path)


def has_front_matter(data: bytes) -> bool:
    """Whether the file begins with front matter."""
    return FRONT_MATTER.match(data) is not None


def _find_sources(destination: Destination, file: str, root: str, names: Names) -> list[Lookup]:
    """The Markdown that an address, as nearly all generators make them, is made of: ``a/b.html`` of ``a/b.md``, ``/a/``
    of the index in ``a``. ``root``: the site's folder, where addresses begin."""
    path, ending = destination.path, extension(destination.path)
    if ending not in ("", "html") or not (destination.absolute or ending):
        return []
    whole = join(root if destination.absolute else parent(file), path)
    stem = (whole or "").removesuffix(".html").removesuffix("/index")
    sources = (f"{stem}.md", f"{stem}/README.md", f"{stem}/index.md") if stem else ()
    return [Lookup("file", source) for source in sources if source in names.files]


def _in_same_language(found: Sequence[Lookup], file: str) -> list[Lookup]:
    """``b.md`` in ``a.en.md`` may mean ``b.en.md``."""
    ending = LANGUAGE_ENDING.search(name(file))
    paths = [each.path for each in found if each.kind == "file" and extension(each.path) == "md"] if ending else []
    return [Lookup("file", path[:-3] + ending[0]) for path in paths if ending]


def is_part(file: str, root: str) -> bool:
    """Whether the file lies in a hidden folder of the site, of which no generator makes pages: what it says is shown
    elsewhere, and read from there."""
    return bool(root) and "/." in f"/{parent(below(file, root))}"


def _from_top(found: Sequence[Lookup], root: str, path: str) -> list[Lookup]:
    """The readings of a path that begins at the top of the site, rather than of the repository."""
    return [
        Lookup("file", join(root, path) or ""),
        *(each for each in found if within(each.path, root) or each.kind != "file"),
    ]


def _doubt_redirects(list_all: ListRedirects, documents: Mapping[str, Document]) -> list[Redirect]:
    """The redirects, with it being unknown where those of configs lead."""
    return [
        each if each.rule is not None or each.location.path in documents else each._replace(new="")
        for each in list_all(documents)
    ]


class OtherSites:
    """Which files belong to such sites, and what their links may name. ``folders``: folder of a site → its generator.
    False where no file can belong to one."""

    def __init__(self, names: Names, folders: Mapping[str, str], read: Read) -> None:
        self.names = names
        self._read = read
        self.folders = folders
        self.find_generator = cache(self._find_generator)
        self._translations = find_translations(names)

    def __bool__(self) -> bool:
        return bool(self.folders or self.mdx or self._defining)

    def _find_generator(self, path: str) -> str | None:
        """Whose page the file is; None for GitHub's readers."""
        unknown = UNNAMED if is_mdx(path) else None
        generator = next((self.folders[folder] for folder in ancestors(path) if folder in self.folders), unknown)
        # A page of the site, too, may be named as a community file of GitHub's is, which people write in capitals.
        is_readme = name(path).lower().startswith("readme")
        # What is one to GitHub may be the page of its folder to a site, which only front matter tells.
        is_pages = self._has_matter(path) if is_readme else name(path) == name(path).lower()
        is_githubs = unknown is None and ((is_shown_by_github(path) and not is_pages) or not parent(path))
        return None if is_githubs else generator

    def _has_matter(self, path: str) -> bool:
        return "/" in path and path in self.names.files and glance(self._read, path, has_front_matter)

    def owns(self, path: str) -> bool:
        """Whether the file is a page of such a site."""
        return self.find_generator(path) is not None

    @cached_property
    def _defining(self) -> AbstractSet[str]:
        """The folders of those generators' sites."""
        configs = find_configs(self.names, self._read).items()
        found = (path for path, generator in configs if generator.name in DEFINING)
        return frozenset(folder for path in found for folder in find_site_folders(path))

    def finds_definitions(self, path: str) -> bool:
        """Whether the file is of a site whose generator finds definitions below lines of text."""
        return bool(self._defining) and not self._defining.isdisjoint(ancestors(path))

    @cached_property
    def mdx(self) -> Mapping[str, Sequence[str]]:
        """The last name of the address of a page in MDX → the paths of such pages without their endings."""
        found: dict[str, list[str]] = {}
        for path in self.names.ending("mdx"):
            stem = path.removesuffix(".mdx").removesuffix("/index")
            found.setdefault(stem.rpartition("/")[2], []).append(stem)
        return found

    @cached_property
    def _named(self) -> Mapping[str, Sequence[str]]:
        """Name → the Markdown of that name."""
        found: dict[str, list[str]] = {}
        for path in self.names.ending(*MARKDOWN):
            found.setdefault(name(path), []).append(path)
        return found

    def read(self, found: Sequence[Lookup], standing: Standing, destination: Destination) -> Sequence[Lookup]:
        """The readings of a destination, of which ``found`` are those of a file as it is."""
        file, path = standing.file, destination.path
        generator = self.find_generator(file)
        if generator is None:
            return found  # most files; MDX always has one
        root = next((folder for folder in ancestors(file) if folder in self.folders), "")
        if destination.absolute and destination.fragment and not path.strip("/"):
            return [Lookup("opaque", path, f"{generator} makes the home page of this site")]
        if destination.absolute and root:
            found = _from_top(found, root, path)
        found = [*found, *self._in_original(found, file), *_in_same_language(found, file)]
        if generator in ALONE | BY_NAME:
            found += [Lookup("file", each) for each in self._named.get(name(path), ()) if within(each, root)]
        if is_mdx(file) and destination.absolute:
            found = [*self._pages_at(path.strip("/").removesuffix(".mdx")), *found]
        is_markdown = extension(path) in MARKDOWN and path[:1] not in ("/", "@")
        is_certain = is_markdown and not is_part(file, root) and generator not in WRITING
        if is_certain or self._is_beside(generator, file, path) or any(each.kind not in UNCERTAIN for each in found):
            return found
        reason = f"{generator} makes a site of this folder, by rules of its own for addresses"
        # What climbs out of the repository as a path may not climb out of the site as an address.
        inside = [each for each in found if each.kind != "outside"]
        return [*inside, *_find_sources(destination, file, root, self.names), Lookup("opaque", path, reason)]

    def _is_beside(self, generator: str, file: str, path: str) -> bool:
        """Whether the destination is a picture that can only lie beside the page."""
        stem, ending = path[: -len(extension(path)) - 1], extension(path)
        if generator not in BESIDE or ending not in IMAGES or "/" in path:
            return False
        return not any(join(parent(file), f"{stem}@{times}x.{ending}") in self.names.files for times in (2, 3))

    def _in_original(self, found: Sequence[Lookup], file: str) -> list[Lookup]:
        """Of what is not translated, the build takes the original."""
        over = next((folder for folder in ancestors(file) if folder in self._translations), None)
        if over is None:
            return []
        paths = [each.path for each in found if each.kind == "file" and within(each.path, over)]
        return [Lookup("file", f"{self._translations[over]}/{below(path, over)}") for path in paths]

    def _pages_at(self, address: str) -> list[Lookup]:
        """The file whose path ends as the address does, if only one does."""
        stems = [stem for stem in self.mdx.get(address.rpartition("/")[2], ()) if f"/{stem}".endswith(f"/{address}")]
        files = [path for stem in stems for path in (f"{stem}.mdx", f"{stem}/index.mdx") if path in self.names]
        return [Lookup("file", path) for path in files] if len(files) == 1 else []


def with_other_generators(mount: Mount, others: OtherSites, *, alone: bool) -> Mount:
    """The mount of files as they are, for files that belong to such sites. ``alone``: no framework that is known here
    reads any file, so MDX belongs to one that is not."""
    return change_for_good(mount, lambda bare: _with_others(bare, others, alone=alone))


def _with_others(mount: Mount, others: OtherSites, *, alone: bool) -> Mount:
    names, find_generator = others.names, others.find_generator
    # Whose redirects a host's config holds, those pages' or a generator's, is not known.
    is_doubted = mount.framework == "html" and (others.folders or (alone and others.mdx))

    def find_dialect(path: str) -> Dialect | None:
        found = mount.dialect(path)
        if found is None and alone and mount.framework == "plain" and is_mdx(path):
            return None if is_set_aside(path, names) or is_example(path) else MDX
        if found is None:
            return None
        generator = find_generator(path)
        if generator in OWN_READER:
            found = msgspec.structs.replace(found, front_matter=("texts",))
        more = {"filled-links"} if generator in FILLING else set()
        if generator in WITH_BLANKS:
            more.add("blank-destinations")
        if others.finds_definitions(path):
            more.add("inner-definitions")
        return msgspec.structs.replace(found, extensions=tuple(sorted({*found.extensions, *more}))) if more else found

    def find_orphans(pages: Sequence[Page], linked: frozenset[str]) -> Mapping[str, str]:
        made = {page.path: "unknown" for page in pages if find_generator(page.path)}
        return {**mount.orphans(pages, linked), **made}

    return msgspec.structs.replace(
        mount,
        dialect=find_dialect,
        lookups=lambda standing, destination: others.read(mount.lookups(standing, destination), standing, destination),
        redirects=partial(_doubt_redirects, mount.redirects) if is_doubted else mount.redirects,
        slugs_known=lambda path: mount.slugs_known(path) and find_generator(path) is None,
        orphans=find_orphans,
    )

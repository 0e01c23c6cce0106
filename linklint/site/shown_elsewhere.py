"""Files that are shown in another place than their own, and whose links are written for that place: behind a symbolic
link, where a script copies them to, among the resources of an app, in a program that takes them in, in the pages that a
template is for. And files that a program makes of others beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from itertools import islice

import msgspec

from linklint.model.endings import HTML, PAGE_LIKE
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.glancing import glance
from linklint.site.imports import SCRIPTS
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Mount, Read, Standing, change_for_good
from linklint.site.profiles.conventions import TEMPLATE_FOLDERS, is_example, is_set_aside, is_shown_by_github

AS_THEY_ARE = frozenset({"plain", "html"})
SERVLETS = frozenset({"", "action", "do", "jsf", "jsp", "xhtml"})
BROWSER_SCRIPTS = frozenset({"js", "mjs", "ts"})
FETCHING = re.compile(rb"\bfetch\(|\bXMLHttpRequest\b|\$\.get\(|\.load\(")
FETCHED = re.compile(rb"""(?<![\w.\-])[\w.\-]{1,100}+/[\w.\-]{1,100}\.html?(?=["'`])""")
COPY = re.compile(r"\b(?:cp|mv)[ \t]([^\n]*)")
TOKEN = re.compile(r"[\w.\-/]+")
C_SOURCES = frozenset({"c", "cc", "cpp", "cxx", "h", "hh", "hpp"})
C_INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*"([^"\n]+\.(?:md|markdown|html))"', re.MULTILINE)
TEMPLATES = TEMPLATE_FOLDERS | {"layout", "templates"}
FILLING = re.compile(rb"\s*\{%-?\s*extends\b")  # https://jinja.palletsprojects.com/en/stable/templates/#child-template
PLACEHOLDER = re.compile(rb"\{\{|\{%|<%|\$\{")
READ_FRAGMENT = re.compile(rb"location\.hash\b(?![ \t]*=[^=])")
FILLED = re.compile(rb"\{%-?\s*(?:block|include|import)\s|<%-\s*include\b")
SOUGHT = re.compile(
    rb"(?:querySelector(?:All)?|getElementById|\$)\([^()\n]{0,80}hash\b"
    rb"|getElementsByName|scrollIntoView|\[href[*^$]?=|hashchange[^\n]{0,80}(?:tab|nav|menu)",
    re.IGNORECASE,
)
DEEP = 2
LOWEST = 1_000
MOST_FILES = 200
MOST_SCRIPTS = 1_000
LARGEST = 200_000  # bytes; no script is larger


class Elsewhere:
    """What the repository tells of such files; found when the first link is asked for."""

    def __init__(self, names: Names, read: Read) -> None:
        self._names = names
        self._read = read
        self._programs: dict[str, str | None] = {}

    def explain(self, file: str, written: str) -> str | None:
        """Why a relative path, for which nothing is found from its file, may lead somewhere; None where nothing tells
        so."""
        if is_shown_by_github(file):
            return self._behind_link(file, written, highest=file.count("/") - 1)
        return (
            self.find_program(file)
            or self._of_template(file)
            or self._made_of_source(file, written)
            or self._behind_link(file, written)
            or self._of_app(file, written)
            or self._of_servlets(file, written)
            or self._of_rdoc(written)
            or self._laid_over(file, written)
            or self._of_script(file, written)
        )

    def find_program(self, file: str) -> str | None:
        """Why the file is a text of a program, which C takes in by ``#include "help.md"``: its own words about itself,
        with ids and addresses of where the program shows them. Remembered, since each broken link of the file asks."""
        if file not in self._programs:
            sources = self._c_sources.get(parent(file), ())
            found = (path for path in sources if name(file) in glance(self._read, path, list_c_includes))
            source = next(found, None)
            self._programs[file] = source and f"{source} takes the text in, and may show it elsewhere"
        return self._programs[file]

    def may_have_others(self, file: str) -> bool:
        """Whether the file may be shown with other ids than its own, or a script in it reads any fragment."""
        is_read = extension(file) in HTML and glance(self._read, file, reads_fragment)
        return is_read or self.find_program(file) is not None

    @cached_property
    def _c_sources(self) -> Mapping[str, list[str]]:
        """The sources in C of each folder."""
        found: dict[str, list[str]] = {}
        for path in self._names.ending(*C_SOURCES):
            if self._names.files[path].kind == "file":
                found.setdefault(parent(path), []).append(path)
        return found

    def _of_template(self, file: str) -> str | None:
        """HTML with placeholders in a folder of templates, and HTML that fills in another template: what it names is
        read from the pages that it is for."""
        if extension(file) not in HTML:
            return None
        is_placed = not TEMPLATES.isdisjoint(parent(file).split("/")) and glance(self._read, file, has_placeholder)
        is_template = is_placed or glance(self._read, file, is_filling)
        return (
            "the file is a template, and its links are read from the pages that are made of it" if is_template else None
        )

    def explain_fetched(self, file: str) -> str | None:
        """HTML that a script of a page asks for by its folder and its name, to put it into that page."""
        asked = "/".join(file.rsplit("/", 2)[-2:])
        script = self._fetched.get(asked) if extension(file) in HTML and "/" in asked else None
        return script and f"{script} puts the file into other pages, and its links are read from these"

    @cached_property
    def _fetched(self) -> Mapping[str, str]:
        """The folders and names of files that scripts ask for, and the first script that does."""
        found: dict[str, str] = {}
        scripts = self._names.ending(*BROWSER_SCRIPTS)
        for path in islice((each for each in scripts if not is_set_aside(each, self._names)), MOST_SCRIPTS):
            for asked in glance(self._read, path, list_fetched):
                found.setdefault(asked, path)
        return found

    def _made_of_source(self, file: str, written: str) -> str | None:
        """``name.html``, of which ``name.page.html`` is there: the word between tells a program what to make of it."""
        wanted = join(parent(file), written) or ""
        source = self._html_sources.get(wanted) if extension(wanted) in HTML else None
        return f"a program may make it of {source}" if source else None

    @cached_property
    def _html_sources(self) -> Mapping[str, str]:
        """Files of HTML that may be made of others with a further word in their names, and of which."""
        found: dict[str, str] = {}
        for path in self._names.ending(*HTML):
            stem, _, word = path.rpartition(".")[0].rpartition(".")
            if name(stem) and word.isalpha():
                found.setdefault(f"{stem}.{extension(path)}", path)
        return found

    @cached_property
    def _links(self) -> Mapping[str, list[str]]:
        """The symbolic links by their names."""
        found: dict[str, list[str]] = {}
        for path, each in self._names.files.items():
            if each.kind == "symlink":
                found.setdefault(name(path), []).append(path)
        return found

    def _behind_link(self, file: str, written: str, highest: int = LOWEST) -> str | None:
        """Where a link leads is not asked for: one of the same name, from whose place the path is right, tells it.
        ``highest``: it lies in so many folders at most."""
        for path in (file, *ancestors(file)) if self._links else ():
            for link in (each for each in self._links.get(name(path), ()) if each.count("/") <= highest):
                shown = f"{link}/{below(file, path)}" if path != file else link
                found = join(parent(shown), written)
                if found and (found in self._names.files or found in self._names.directories):
                    return f"the file is also shown by the symbolic link {link}"
        return None

    def _of_app(self, file: str, written: str) -> str | None:
        """Xcode puts the localised resources of an app, ``Base.lproj``, beside all others, from whatever folder."""
        folder = next((each for each in ancestors(file) if each.endswith(".lproj")), None)
        wanted = name(written)
        if folder is None or not written.startswith("../"):
            return None
        found = (path for path in self._names.named(wanted) if within(path, parent(folder)))
        path = next(found, None)
        return f"the build of the app puts {path} beside the folder" if path else None

    def _of_servlets(self, file: str, written: str) -> str | None:
        """What the classes of a web application in Java answer to, beside the files of its folder."""
        above = ancestors(file) if extension(file) in HTML and extension(written) in SERVLETS else ()
        folder = next((each for each in above if f"{each}/WEB-INF" in self._names.directories), None)
        return f"a class of the application in {folder} may answer there" if folder else None

    def _of_rdoc(self, written: str) -> str | None:
        """RDoc keeps what it makes of each file below a folder of this name (``RDoc::TopLevel#http_url``)."""
        path = written.removeprefix("files/")
        return f"RDoc shows {path} there" if path != written and path in self._names.files else None

    def _laid_over(self, file: str, written: str) -> str | None:
        """What a build copies beside what it makes of the page, out of another folder at the top that is divided as
        the page's is: ``src/a/b/page.html`` and ``assets/a/b/picture.png``."""
        wanted = join(parent(file), written) or ""
        top, _, inner = wanted.partition("/")
        own = parent(file).partition("/")[2]
        if not own or inner.count("/") < DEEP or extension(wanted) in PAGE_LIKE or top != file.partition("/")[0]:
            return None
        every = self._names.directories
        folders = (each for each in every if each and "/" not in each and f"{each}/{own}" in every)
        found = next((f"{folder}/{inner}" for folder in folders if f"{folder}/{inner}" in self._names.files), None)
        return f"a build may put {found} beside the page" if found else None

    def _of_script(self, file: str, written: str) -> str | None:
        """A file that one script makes, named by a page that one copies."""
        wanted = name(written)
        if extension(wanted) in PAGE_LIKE or wanted not in self._named:
            return None
        copied = self._copied.get(file)
        return f"{copied} copies the page, and {self._named[wanted]} may make the file" if copied else None

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """The scripts and workflows, with what they say."""
        found: dict[str, str] = {}
        for path in self._names.ending(*SCRIPTS, "yaml", "yml", ""):
            each = self._names.files[path]
            workflow = path.startswith(".github/workflows/") and extension(path) in ("yml", "yaml")
            is_script = (extension(path) in SCRIPTS or name(path).lower() == "makefile") and not is_example(path)
            if each.kind == "file" and each.present and (workflow or is_script) and len(found) < MOST_FILES:
                found[path] = (self._read(path) or b"")[:LARGEST].decode("utf-8", "ignore")
        return found

    @cached_property
    def _copied(self) -> Mapping[str, str]:
        """The pages that are copied, by paths from the script's folder or one above it, and by which script."""
        return {
            page: path
            for path, text in self._texts.items()
            for line in COPY.findall(text)
            for token in TOKEN.findall(line)
            if token.endswith(".md")
            for folder in ancestors(path)
            if (page := join(folder, token.removeprefix("/"))) and page in self._names.files
        }

    @cached_property
    def _named(self) -> Mapping[str, str]:
        """The names of files, whatever their folders, that the scripts say, and which."""
        return {
            name(token): path
            for path, text in self._texts.items()
            for token in TOKEN.findall(text)
            if extension(token) and not token.endswith("/")
        }


def list_fetched(data: bytes) -> list[str]:
    """The HTML that a script asks for, each as a folder and a name."""
    found = FETCHED.findall(data) if len(data) <= LARGEST and b".htm" in data and FETCHING.search(data) else []
    return [each.decode("utf-8", "replace") for each in found]


def list_c_includes(data: bytes) -> list[str]:
    """The names of the texts that a source in C takes in from its own folder."""
    found = C_INCLUDE.findall(data) if b"include" in data else []
    return [each.decode("utf-8", "replace") for each in found]


def is_filling(data: bytes) -> bool:
    """Whether the text fills in a template of another file."""
    return FILLING.match(data) is not None


def has_placeholder(data: bytes) -> bool:
    """Whether a template engine has something to fill in."""
    return PLACEHOLDER.search(data) is not None


def reads_fragment(data: bytes) -> bool:
    """Whether a script in a page takes the fragment of its address for words of its own: it reads the fragment, and
    looks for no element by it. Or the page is a template (Nunjucks, Jinja, EJS) with a block that others fill."""
    is_read = b"location.hash" in data and READ_FRAGMENT.search(data) is not None and not SOUGHT.search(data)
    return is_read or (b"%" in data and FILLED.search(data) is not None)


def with_elsewhere(mount: Mount, elsewhere: Elsewhere) -> Mount:
    """The mount, which knows of files that are shown elsewhere. Other frameworks say themselves where theirs are."""
    if mount.framework not in AS_THEY_ARE:
        return with_fetched(mount, elsewhere)
    explain = cache(lambda file, written: elsewhere.explain(file, written) or elsewhere.explain_fetched(file))

    def excuse(standing: Standing, destination: Destination) -> str | None:
        return None if destination.absolute else explain(standing.file, destination.path)

    def change(bare: Mount) -> Mount:
        def slugs_known(path: str) -> bool:
            return bare.slugs_known(path) and not elsewhere.may_have_others(path)

        return msgspec.structs.replace(bare, excuse=excuse, slugs_known=slugs_known)

    return change_for_good(mount, change)


def with_fetched(mount: Mount, elsewhere: Elsewhere) -> Mount:
    """The mount, which knows of HTML that the site copies and a script puts into its pages."""

    def change(bare: Mount) -> Mount:
        def excuse(standing: Standing, destination: Destination) -> str | None:
            reason = bare.excuse(standing, destination)
            return reason if reason or destination.absolute else elsewhere.explain_fetched(standing.file)

        return msgspec.structs.replace(bare, excuse=excuse)

    return change_for_good(mount, change)

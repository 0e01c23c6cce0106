"""Names that mean the same in every repository: files that GitHub shows by itself, files that tools read, folders that
hold other people's pages or test data."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.paths import ancestors, name, parent

# Shown by GitHub itself or read by tools, whatever the letter case and the folder ("-" is read as "_").
STANDING_NAMES = frozenset(
    "agents analyzerreleases.shipped analyzerreleases.unshipped bug_report claude code_of_conduct codeowners "
    "contributing copilot_instructions feature_request gemini issue_template pull_request_template third_party_notices "
    "thirdpartynotices".split()
)
# The same, but good names for a page too: at the top of the repository, or in capitals.
TOP_NAMES = frozenset(
    "adopters authors bugs changelog changes citation cla conduct contributors copying copyright dco emeritus "
    "funding governance hacking history license licence licenses maintainers news notice owners patents release "
    "release_notes releases releasing roadmap security skill sponsors support todo upgrade upgrading".split()
)
# What changed in some versions, CHANGELOG-2.x.md, under the same conditions.
VERSIONS = re.compile(r"(changelog|changes|upgrad(?:e|ing))[-_.]v?\d[\w.-]*", re.IGNORECASE)
LICENCES = ("LICENCE-", "LICENSE-")
FORMS = frozenset({"issue_template", "pull_request_template"})
PATTERN = re.compile(r"(?:^|[-_. ])template$|\.(?:example|sample)$", re.IGNORECASE)
PROMPTS = (".agent.md", ".chatmode.md", ".prompt.md")
# What agents are told to do, from whatever folder they work in (https://code.claude.com/docs/en/slash-commands).
COMMANDS = re.compile(
    r"(?:^|/)\.(?:agents?|claude|codex|cursor|gemini|opencode|windsurf)/(?:agents?|commands?|prompts?|workflows?)/"
)
PATTERN_FOLDERS = frozenset({"template", "templates"})
# Of all that lies there, a program or a person makes copies (Hexo, Plop).
COPIED_FOLDERS = frozenset({"boilerplate", "boilerplates", "plop-templates", "scaffolds"})
SCRIPT_FOLDERS = frozenset({"bin", "hack", "script", "scripts", "tools"})
COMMUNITY_NAMES = frozenset("code_of_conduct contributing governance license licence security support".split())
# Navigation and partials of documentation generators: shown as parts of other pages. What hosts show for errors.
PART = re.compile(r"_.*|SUMMARY|[45]\d\d|TOC(?:[-_.].*)?")
TRANSLATION = re.compile(r"[-_.][A-Za-z]{2,3}([-_][A-Za-z]{2,4})?$")

STORIES = (".story", ".stories")  # Storybook and Histoire show what stands beside components

FOREIGN_FOLDERS = frozenset({"node_modules", "bower_components", ".git", "site-packages", ".venv", "venv"})
BUILT_FOLDERS = frozenset({"_site", "_book"})  # what Jekyll, Eleventy and GitBook write
TEST_FOLDERS = frozenset(
    "fixtures __fixtures__ testdata test-data test_data test-content test_content __tests__ __snapshots__".split()
) | {"test data"}
# Each file is an entry of a changelog that a program (towncrier, scriv, changie) puts together.
FRAGMENT_FOLDERS = frozenset({"changelog.d", "changes.d", "news.d", "newsfragments"})
FRAGMENTS = re.compile(
    r"(?:^|/)\.?(?:change(?:log)?s?|release[-_]?notes)/(?:(?:current|next|pending|unreleased)/)(?!(?:index|readme)\.)",
    re.IGNORECASE,
)
MANUAL = re.compile(r"(?:^|/)man(?:\d|page|pages)?/[^/]+\.[1-9]\.md$")  # a program makes pages for ``man`` of these
EXAMPLE_FOLDERS = TEST_FOLDERS | frozenset(
    "test tests testing cypress e2e integration-tests spec specs example examples playground playgrounds demo demos "
    "sample samples template templates theme themes fixture benchmark benchmarks starter starters sandbox".split()
)
TEMPLATE_FOLDERS = frozenset({"overrides", "layouts", "_layouts", "_includes", "includes", "partials", "_partials"})
SET_ASIDE_FOLDERS = FOREIGN_FOLDERS | TEST_FOLDERS
THEME_SAMPLE = re.compile(r"(?:^|/)themes/[^/]+/examplesite(?:/|$)")  # what shows a theme of Hugo off, copied with it
CHECK_FOLDERS = frozenset({"test", "tests", "__tests__"})
SERVED_FOLDERS = frozenset({"static", "public"})  # a build copies what they hold to the site's top
MODULES = "github.com"  # the first segment of many a path of Go's modules, below folders with names of their own
VENDOR_FOLDERS = frozenset({"vendor", "third_party", "third-party", "thirdparty", "3rdparty", MODULES})
OTHERS_FOLDERS = VENDOR_FOLDERS | CHECK_FOLDERS
# What a program is measured with: texts in a folder of the second kind, in one of the first.
MEASURE_FOLDERS = frozenset({"bench", "benches", "benchmark", "benchmarking", "benchmarks"})
SAMPLE_FOLDERS = frozenset({"cases", "corpus", "data", "input", "inputs", "sample", "samples"})
SITE_PARTS = frozenset(
    {"content", "doc", "docs", "documentation", "guide", "guides", "pages", "site", "website", "wiki"}
)
EXPECTED_FOLDER = "expected"
EXPECTED = re.compile(r"\.expect(?:ed)?\.(?=(?:md|mdx|markdown|html)$)")
DOWNLOADED = ("-master", "-main")
DOWNLOADS = ("package.json", "composer.json", "bower.json")
MANIFESTS = frozenset(
    "package.json composer.json go.mod Cargo.toml Gemfile pyproject.toml setup.py CMakeLists.txt pom.xml build.gradle "
    "Makefile makefile".split()
)


def is_standing(path: str) -> bool:
    """Whether the file is shown or read without any link: GitHub's community files (also in translation), whatever
    lies in a folder with a leading dot, parts of other pages, patterns to copy."""
    folders = path.split("/")[:-1]
    if any(segment.startswith(".") or segment in FRAGMENT_FOLDERS for segment in folders) or is_pattern(path):
        return True
    if FRAGMENTS.search(path) or MANUAL.search(path):
        return True
    stem = name(path).rpartition(".")[0]
    if stem.endswith(STORIES):
        return True
    for bare in (stem, TRANSLATION.sub("", stem)):
        plain = bare.casefold().replace("-", "_").replace(" ", "_")
        if plain in STANDING_NAMES or (plain in TOP_NAMES and ("/" not in path or bare.isupper())):
            return True
        versions = VERSIONS.fullmatch(bare)
        if versions and ("/" not in path or versions[1].isupper()):
            return True
        if bare.startswith(LICENCES):  # LICENSE-MIT.md
            return True
    return PART.fullmatch(stem) is not None


def has_blanks(path: str) -> bool:
    """Whether empty destinations are meant: in forms, and in a book's summary, where chapters without one are to be
    written yet."""
    return is_form(path) or name(path).rpartition(".")[0].casefold() == "summary"


def is_form(path: str) -> bool:
    """Whether GitHub gives the text to authors of issues and pull requests to fill in."""
    stem = name(path).rpartition(".")[0]
    words = (each.casefold().replace("-", "_").rstrip("s") for each in (*parent(path).split("/"), stem))
    return not FORMS.isdisjoint(words)


def is_pattern(path: str) -> bool:
    """Whether people copy the file to begin another: it is named a template (``0000-template.md``) or an example of a
    kind of file (``notes.example.md``), or a script fills it in. Among the pages of a site, that name may also tell
    what a page is about, but not in a folder of templates, nor where the site's folder lies below one of scripts."""
    stem = name(path).rpartition(".")[0]
    folders = parent(path).lower().split("/")
    if not (COPIED_FOLDERS.isdisjoint(folders) or stem.lower() == "readme"):
        return True
    if not PATTERN.search(stem):
        return False
    if stem[0].isdigit() or folders[-1] in PATTERN_FOLDERS:
        return True
    return next((each in SCRIPT_FOLDERS for each in folders if each in SITE_PARTS | SCRIPT_FOLDERS), True)


@lru_cache(maxsize=65536)  # asked of a file at each of its links
def is_copied(path: str) -> bool:
    """Whether the file's text is meant to be read at another place than its own, or tells an agent what to write."""
    is_part = not TEMPLATE_FOLDERS.isdisjoint(parent(path).split("/")) and not name(path).lower().startswith("readme")
    return is_part or is_form(path) or is_pattern(path) or path.endswith(PROMPTS) or COMMANDS.search(path) is not None


def is_community_file(path: str) -> bool:
    """Whether GitHub links the file from the repository's front page
    (https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions)."""
    if parent(path) not in ("", ".github", "docs"):
        return False
    return name(path).rpartition(".")[0].casefold().replace("-", "_") in COMMUNITY_NAMES


@lru_cache(maxsize=65536)  # asked of a file at each of its links
def is_shown_by_github(path: str) -> bool:
    """Whether readers meet the file on GitHub without looking for it: a folder's README, a community file."""
    return name(path).casefold().startswith("readme") or is_community_file(path)


def is_set_aside(path: str, names: Names) -> bool:
    """Whether the file is somebody else's or test data, and so none of this repository's pages. In a repository of
    code, what lies among tests or samples for measurements is for a program to make or to read, but for a README."""
    folder = parent(path)
    told = _read_folder(folder)
    if told.set_aside or folder in _list_expecting(names) or (told.downloaded and _is_download(folder, names)):
        return True
    if told.expected and _expects_often(names):
        return True
    if told.vendor and _is_of_projects(folder, names):
        return True
    return told.others and not (told.of_site or is_shown_by_github(path)) and "" in _list_projects(names)


class _FolderNames(NamedTuple):
    """What the names of a folder and of those that it lies in say: whether one of them holds what is set aside, what
    others wrote (``vendor``) or that or tests (``others``), what tests are to make (``expected``), a part of a site,
    examples; or is named for a branch."""

    set_aside: bool
    downloaded: bool
    expected: bool
    others: bool
    vendor: bool
    of_site: bool
    example: bool


@lru_cache(maxsize=16384)  # a folder has many files, and each is asked about several times
def _read_folder(folder: str) -> _FolderNames:
    folders = frozenset(folder.lower().split("/"))
    return _FolderNames(
        set_aside=not SET_ASIDE_FOLDERS.isdisjoint(folders) or THEME_SAMPLE.search(folder.lower()) is not None,
        downloaded=any(each.endswith(DOWNLOADED) for each in folders),
        expected=EXPECTED_FOLDER in folders,
        others=not OTHERS_FOLDERS.isdisjoint(folders)
        or not (MEASURE_FOLDERS.isdisjoint(folders) or SAMPLE_FOLDERS.isdisjoint(folders)),
        vendor=not VENDOR_FOLDERS.isdisjoint(folders),
        of_site=not SITE_PARTS.isdisjoint(folders),
        example=not EXAMPLE_FOLDERS.isdisjoint(folders),
    )


def _is_download(folder: str, names: Names) -> bool:
    """Whether the folder lies in an unpacked archive of another repository: named for its branch, with its manifest."""
    while folder:
        if folder.lower().endswith(DOWNLOADED) and any(f"{folder}/{each}" in names.files for each in DOWNLOADS):
            return True
        folder = parent(folder)
    return False


@lru_cache(maxsize=8)
def _expects_often(names: Names) -> bool:
    """Whether several folders of the name hold what tests are to make; a single one may be about the word."""
    return sum(name(folder) == EXPECTED_FOLDER for folder in names.directories) > 1


@lru_cache(maxsize=8)
def _list_expecting(names: Names) -> frozenset[str]:
    """Folders with a text and what a program is expected to make of it, ``a.md`` and ``a.expected.md``."""
    found = ((path, EXPECTED.sub(".", path)) for path in names.files if EXPECTED.search(path))
    return frozenset(parent(path) for path, given in found if given in names.files)


@lru_cache(maxsize=16384)
def _is_of_projects(folder: str, names: Names) -> bool:
    """Whether the folder of what others wrote belongs to code: that of the repository, or of the folder around it."""
    segments = folder.lower().split("/")
    place = next(number for number, each in enumerate(segments) if each in VENDOR_FOLDERS)
    around = "/".join(folder.split("/")[:place])
    projects = _list_projects(names)
    return not projects.isdisjoint((around, "") if segments[place] != MODULES else ancestors(f"{around}/x"))


@lru_cache(maxsize=8)
def _list_projects(names: Names) -> frozenset[str]:
    """The folders of code with a manifest."""
    return frozenset(map(parent, names.named(*MANIFESTS)))


def is_template(path: str) -> bool:
    """Whether HTML of a site that a framework builds is a template or belongs to a theme, rather than a page at the
    address that its path says."""
    folders = parent(path).lower().split("/")
    return is_example(path) or any(folder in TEMPLATE_FOLDERS | SERVED_FOLDERS for folder in folders)


def is_mostly_html(names: Names) -> bool:
    """Whether HTML is the matter of the repository, rather than a few demos beside Markdown."""
    return len(names.ending("html", "htm")) > len(names.ending("md", "markdown"))


def is_example(path: str) -> bool:
    """Whether a site's config lies in a folder of tests, examples, templates or themes."""
    return _read_folder(parent(path)).example

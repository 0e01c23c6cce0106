import pytest

from linklint.site.languages import find_language, language_folders, read_tag
from linklint.site.places import RELATED_HEADINGS, known_headings, normalise_heading
from linklint.source.dialects import GFM
from linklint.source.parse import parse
from tests.site.sites import make_site, site_with

PAGE = """[intro](x.md)

# Title [h](x.md)

| a |
|---|
| [t](x.md) |

## See also:

[r](x.md)

### Books

- [r](x.md)

## Later

[b](x.md)

<nav><a href="x.md">n</a></nav> <aside><a href="x.md">a</a></aside>
"""


def test_places_of_a_page() -> None:
    site = make_site({"a.md": PAGE, "x.md": ""})
    assert [link.place for link in site.links] == [
        "body", "heading", "table", "related", "related", "body", "nav", "aside",
    ]  # fmt: skip


def test_a_related_section_ends_at_a_heading_of_equal_or_higher_level() -> None:
    text = (
        "### Related\n[1](x.md)\n#### Deeper\n[2](x.md)\n### Next\n[3](x.md)\n### related!\n[4](x.md)\n# Up\n[5](x.md)"
    )
    site = make_site({"a.md": text, "x.md": ""})
    assert [link.place for link in site.links] == ["related", "related", "body", "related", "body"]


@pytest.mark.parametrize("heading", ["See also this page", "Unrelated", "Related work in biology"])
def test_only_exact_headings_open_a_related_section(heading: str) -> None:
    site = make_site({"a.md": f"## {heading}\n[x](x.md)", "x.md": ""})
    assert [link.place for link in site.links] == ["body"]


def test_configured_headings_replace_the_known_ones() -> None:
    files = {"a.md": "## Elsewhere\n[x](x.md)\n## See also\n[y](x.md)", "x.md": ""}
    assert [link.place for link in site_with(files, related_headings=("elsewhere",)).links] == ["related", "body"]


@pytest.mark.parametrize(
    "text", ["SEE ALSO", "See  also:", "👉 See also", "**See also**", "Voir aussi :", "À LIRE AUSSI"]
)
def test_headings_are_compared_without_case_and_edges(text: str) -> None:
    assert normalise_heading(text) in known_headings(())


def test_every_known_heading_is_its_own() -> None:
    assert (
        len(set(RELATED_HEADINGS)) >= len(RELATED_HEADINGS) - 1
    )  # "Ver também" and "Ver también" differ; no others repeat
    assert all(normalise_heading(heading) for heading in RELATED_HEADINGS)


@pytest.mark.parametrize("rel", ["nofollow", "ugc", "sponsored", "noopener NoFollow"])
def test_links_that_are_not_followed(rel: str) -> None:
    site = make_site({"index.html": f'<a href="./" rel="{rel}">x</a><a href="./" rel="noopener">y</a>'})
    assert [link.nofollow for link in site.links] == [True, False]


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en", "en"), ("pt_BR", "pt-BR"), ("EN", "en"), ("zh-hans", "zh-Hans"), ("es-419", "es-419"), ("go", None),
     ("english", None), ("", None), (3, None), (None, None), ("xx", None)],
)  # fmt: skip
def test_language_tags(text: object, tag: str | None) -> None:
    assert read_tag(text) == tag


@pytest.mark.parametrize(
    ("paths", "folders"),
    [
        (["en/a.md", "de/b.md"], {"en", "de"}),
        (["fr/a.md", "de/a.md"], {"fr", "de"}),
        (["docs/fr/a.md", "docs/de/b.md", "docs/es/c.md"], {"docs/fr", "docs/de", "docs/es"}),
        (["cs/README.md", "ml/README.md"], set()),
        (["cs/intro.md", "ml/regression.md"], set()),
        (["no/a.md", "yes/a.md"], set()),
        (["it/a.md"], set()),
    ],
)
def test_language_folders_stand_side_by_side(paths: list[str], folders: set[str]) -> None:
    assert language_folders(paths) == folders


def test_language_folders_that_are_told_are_the_only_ones():
    paths = ["docs/ja/a.md", "docs/a.md", "en/b.md", "pt_BR/c/d.md"]
    assert language_folders(paths) == {"en", "pt_BR"}
    assert language_folders(paths, ("ja", "pt-BR")) == {"docs/ja", "pt_BR"}


@pytest.mark.parametrize("framework", ["plain", "html", "docsify"])
def test_a_language_that_is_told_has_a_home_page(framework: str) -> None:
    start = {"docsify": "<script>window.$docsify = {}</script><script src='docsify.js'></script>"}.get(framework, "")
    index = "index.html" if framework == "html" else "README.md"
    files = {"index.html": start, "README.md": "", "a.md": "", f"ja/{index}": "", "ja/b.md": ""}
    pages = {page.path: page for page in site_with(files, framework=framework, languages=("ja",)).pages}
    assert (pages[f"ja/{index}"].root, pages[f"ja/{index}"].lang) == (True, "ja")
    pages = {page.path: page for page in site_with(files, framework=framework).pages}
    assert (pages[f"ja/{index}"].root, pages[f"ja/{index}"].lang) == (False, None)


def test_a_page_says_its_language_itself_else_its_folder_does() -> None:
    folders = frozenset({"de"})
    assert find_language("de/a.md", parse(b"---\nlang: fr\n---\n", GFM), folders) == "fr"
    assert find_language("de/sub/a.md", parse(b"x", GFM), folders) == "de"
    assert find_language("it/a.md", parse(b"x", GFM), folders) is None

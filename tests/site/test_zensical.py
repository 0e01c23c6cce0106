"""Zensical: its own config beside that of MkDocs, and the extensions that it switches on by itself."""

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

PAGE = '# A\n\n## Use\n\n=== "One way"\n\n    text\n\n!!! note\n\n    ## In a note\n'


def zensical(config: str, **files: str) -> Site:
    """A site with this ``zensical.toml``, below it the files of ``docs``."""
    return make_site({"zensical.toml": config, **{f"docs/{path}": text for path, text in files.items()}})


def test_its_own_config_makes_a_site() -> None:
    site = zensical('[project]\nuse_directory_urls = false\nsite_url = "https://e.org/b/"\n', **{"a.md": "# A\n"})
    assert [(each.name, each.root) for each in site.frameworks if each.name != "plain"] == [("mkdocs", "docs")]
    assert site.by_path["docs/a.md"].url == "/a.html"


def test_one_site_with_both_configs() -> None:
    files = {"mkdocs.yml": "use_directory_urls: false\n", "zensical.toml": "[project]\n", "docs/a.md": "# A\n"}
    site = make_site(files)
    assert len([each for each in site.frameworks if each.name == "mkdocs"]) == 1
    assert site.by_path["docs/a.md"].url == "/a.html"


def test_its_navigation() -> None:
    config = '[project]\nnav = ["index.md", {"Part" = [{"A" = "a.md"}, {"Gone" = "gone.md"}]}]\n'
    site = zensical(config, **{"index.md": "# H\n", "a.md": "# A\n", "b.md": "# B\n"})
    nav = [link for link in site.links if link.place == "nav" and link.written]
    assert [(link.written.text, link.status) for link in nav if link.written] == [
        ("H", "ok"), ("A", "ok"), ("Gone", "missing"),
    ]  # fmt: skip
    assert orphan_states(site) == {"docs/b.md": "checked"}


@pytest.mark.parametrize(
    ("config", "fragments"),
    [
        ("[project]\n", {"a", "use", "in-a-note"}),
        ("[project]\nmarkdown_extensions = {}\n", {"a", "use"}),
        ("[project.markdown_extensions.admonition]\n", {"a", "use", "in-a-note"}),
        (
            "[project.markdown_extensions.pymdownx.tabbed]\ncombine_header_slug = true\n"
            'slugify = {object = "pymdownx.slugs.slugify", kwds = {case = "lower"}}\n',
            {"a", "use", "use-one-way"},
        ),
        (
            '[project.markdown_extensions.toc]\nslugify = {object = "pymdownx.slugs.slugify", kwds = {}}\n',
            {"A", "Use"},
        ),
    ],
)
def test_extensions(config: str, fragments: set[str]) -> None:
    assert zensical(config, **{"a.md": PAGE}).by_path["docs/a.md"].fragments == fragments


def test_raw_html_is_read_from_the_file() -> None:
    site = zensical("[project]\n", **{"a/b.md": '<a href="c.md">x</a> <a href="../c/">y</a>', "a/c.md": "# C\n"})
    assert [link.status for link in written_links(site, "docs/a/b.md")] == ["ok", "missing"]


def test_a_config_that_cannot_be_read_leaves_the_defaults() -> None:
    assert zensical("[project\n", **{"a.md": "# A\n"}).by_path["docs/a.md"].url == "/a/"

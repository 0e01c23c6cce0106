"""VitePress: each language's home page shows the menus of that language, and those of all where it has none."""

import pytest

from tests.site.sites import make_site

PAGES = {"index.md": "# Home", "a.md": "# A", "de/index.md": "# Start", "de/a.md": "# A"}
MENU = "themeConfig: {{nav: [{{text: 'x', link: '{}'}}]}}"
GERMAN, WHOLE = MENU.format("/de/a"), MENU.format("/a")


@pytest.mark.parametrize(
    ("configs", "shown"),
    [
        ({"": "locales: {root: {}, de: {}}, " + WHOLE}, {("index.md", "a.md"), ("de/index.md", "a.md")}),
        (
            {"": "locales: {root: {lang: 'en'}, de: {lang: 'de', " + GERMAN + "}}, " + WHOLE},
            {("index.md", "a.md"), ("de/index.md", "de/a.md")},
        ),
        (
            {"": "locales: {root: {" + WHOLE + "}, de: {" + GERMAN + "}}"},
            {("index.md", "a.md"), ("de/index.md", "de/a.md")},
        ),
        (
            {"": WHOLE + ", locales: {root: {}, de: {}}", "de": GERMAN},
            {("index.md", "a.md"), ("de/index.md", "de/a.md")},
        ),
        ({"": WHOLE}, {("index.md", "a.md")}),
    ],
)
def test_who_shows_a_menu(configs: dict[str, str], shown: set[tuple[str, str]]) -> None:
    files = {".vitepress/config.ts": f"export default {{{configs.get('', '')}}}"}
    if "de" in configs:
        files["de/config.ts"] = f"export default defineAdditionalConfig({{{configs['de']}}})"
    links = make_site({**files, **PAGES}).links
    assert {(link.source.path, link.target.path) for link in links if link.place == "nav" and link.target} == shown


def test_without_a_home_page_of_its_own_a_menu_is_shown_by_all() -> None:
    config = "export default {locales: {root: {}, de: {" + GERMAN + "}}}"
    pages = {path: text for path, text in PAGES.items() if path != "de/index.md"}
    links = make_site({".vitepress/config.ts": config, **pages}).links
    assert {(link.source.path, link.target.path) for link in links if link.place == "nav" and link.target} == {
        ("index.md", "de/a.md")
    }

"""Each language's home page shows the menus of that language, and those of all where it has none."""

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


MENUS = {("README.md", "a.md"), ("de/README.md", "de/a.md")}


@pytest.mark.parametrize(
    ("theme", "shown"),
    [
        ("locales: {'/': {nav: ['/a']}, '/de/': {nav: ['/de/a']}}", MENUS),
        ("nav: ['/a'], locales: {'/de/': {nav: ['/de/a']}}", MENUS),
        ("sidebar: ['/a'], locales: {'/de/': {nav: ['/de/a']}}", {*MENUS, ("de/README.md", "a.md")}),
        ("nav: ['/de/a'], locales: {'/': {nav: ['/a']}, '/de/': {nav: ['/de/a']}}", MENUS),
        ("nav: ['/a']", {("README.md", "a.md"), ("de/README.md", "a.md")}),
        (
            "nav: ['/a'], locales: {'/fr/': {nav: ['/de/a']}}",
            {*MENUS, ("README.md", "de/a.md"), ("de/README.md", "a.md")},
        ),
    ],
)
def test_who_shows_a_menu_of_vuepress(theme: str, shown: set[tuple[str, str]]) -> None:
    config = f"module.exports = {{locales: {{'/': {{}}, '/de/': {{}}}}, themeConfig: {{{theme}}}}}"
    pages = {path.replace("index", "README"): text for path, text in PAGES.items()}
    links = make_site({".vuepress/config.js": config, **pages}).links
    assert {(link.source.path, link.target.path) for link in links if link.place == "nav" and link.target} == shown


RSPRESS = "export default {root: '.', lang: 'en', %s}"
LANGUAGES = "locales: [{lang: 'en'}, {lang: 'de'}]"


@pytest.mark.parametrize(
    ("config", "files"),
    [
        (LANGUAGES, {"en/_nav.json": '[{"text": "x", "link": "/a"}]', "de/_nav.json": '[{"text": "x", "link": "/a"}]'}),
        (
            f"{LANGUAGES}, themeConfig: {{locales: [{{lang: 'en', nav: [{{text: 'x', link: '/a'}}]}}, "
            "{lang: 'de', nav: [{text: 'x', link: '/de/a'}]}]}",
            {},
        ),
        (
            f"{LANGUAGES}, themeConfig: {{nav: [{{text: 'x', link: '/de/a'}}], locales: ["
            "{lang: 'en', nav: [{text: 'x', link: '/a'}]}, {lang: 'de', nav: [{text: 'x', link: '/de/a'}]}]}",
            {},
        ),
        (LANGUAGES, {"en/_meta.json": '["a"]', "de/_meta.json": '["a"]'}),
    ],
)
def test_who_shows_a_menu_of_rspress(config: str, files: dict[str, str]) -> None:
    pages = {f"{lang}/{name}.md": f"# {name}" for lang in ("en", "de") for name in ("index", "a")}
    links = make_site({"rspress.config.ts": RSPRESS % config, **files, **pages}).links
    shown = {(link.source.path, link.target.path) for link in links if link.place == "nav" and link.target}
    assert shown == {("en/index.md", "en/a.md"), ("de/index.md", "de/a.md")}

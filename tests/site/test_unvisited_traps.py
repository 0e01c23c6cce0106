"""What sites had that was told wrongly or left open at first sight: languages and versions of pages whose routes are
code, layers of Nuxt, configs of Sphinx that copy pictures, marks that a build fills in."""

from linklint.model.files import MemoryRepository, Names, SourceFile
from tests.site.sites import make_site, site_of, written_links


def statuses(files: dict[str, str], source: str) -> dict[str, str]:
    return {link.written.href: link.status for link in written_links(make_site(files), source) if link.written}


ASTRO = {
    "astro.config.mjs": "import { defineConfig } from 'astro/config';\nexport default defineConfig({});",
    "src/pages/[...slug].astro": "---\nexport async function getStaticPaths() { return make(); }\n---\n<p>x</p>",
}
TOPS = "ants bees cats dogs elks".split()


def _translate(language: str, heading: str) -> dict[str, str]:
    return {f"src/pages/{language}/{top}/p{n}.md": f"# P\n\n## {heading}\n" for top in TOPS for n in range(12)}


def test_an_address_of_a_page_in_several_languages_names_that_which_has_the_heading() -> None:
    links = " ".join(f"[x](/{top}/p{n})" for top in TOPS for n in range(12))
    text = f"{links} [a](/ants/p1#soil) [b](/ants/p2#erde) [c](/ants/lost) [d](/bees/p1#gone)"
    files = {**ASTRO, **_translate("de", "Erde"), **_translate("en", "Soil")}
    files |= {"src/pages/en/index.md": text, "src/pages/de/index.md": text}
    for language in ("de", "en"):
        found = statuses(files, f"src/pages/{language}/index.md")
        assert found["/ants/p1#soil"] == found["/ants/p2#erde"] == "ok"
        assert (found["/ants/lost"], found["/bees/p1#gone"]) == ("missing", "fragment-missing")
    site = make_site(files)
    led = {str(link.target and link.target.path) for link in written_links(site, "src/pages/de/index.md")}
    assert "src/pages/de/bees/p3.md" in led
    assert "src/pages/en/bees/p3.md" not in led


def test_many_addresses_together_tell_of_tops_with_few_and_few_tell_nothing() -> None:
    pages = _translate("en", "Soil")
    many = " ".join(f"[x](/{top}/p{n})" for top in TOPS for n in range(11))
    few = " ".join(f"[x](/{top}/p{n})" for top in TOPS for n in range(5))
    for text, status in ((many, "missing"), (few, "opaque")):
        files = {**ASTRO, **pages, "src/pages/en/index.md": f"{text} [a](/cats/lost) [b](/cats/gone)"}
        found = statuses(files, "src/pages/en/index.md")
        assert found["/cats/lost"] == found["/cats/gone"] == status


def test_a_layer_of_nuxt_brings_content_where_numbers_order_its_folders() -> None:
    files = {
        "package.json": '{"dependencies": {"nuxt": "3.13.2"}}',
        "nuxt.config.ts": "export default defineNuxtConfig({ extends: ['@garden/docs'] })",
        "content/0.start/1.seeds.md": "# Seeds\n\n[a](../more/soil.md) [b](../more/lost.md) [c](%%shop_url%%/seeds)",
        "content/1.more/1.soil.md": "# Soil",
    }
    found = statuses(files, "content/0.start/1.seeds.md")
    assert found == {"../more/soil.md": "ok", "../more/lost.md": "missing", "%%shop_url%%/seeds": "unresolvable"}
    alone = {**files, "nuxt.config.ts": "export default defineNuxtConfig({})"}
    assert statuses(alone, "content/0.start/1.seeds.md")["../more/soil.md"] != "ok"


def test_a_folder_that_the_config_of_sphinx_copies_pictures_into_is_left_open() -> None:
    copying = 'import shutil\nSHOTS = "shots"\ndef setup(app):\n    shutil.copyfile(app.a, HERE / SHOTS / app.b)\n'
    config = 'extensions = ["myst_parser"]\nhtml_static_path = ["_static"]\n'
    text = "# Home\n\n![](shots/new.png) ![](drawn/new.png) ![](_static/new.png)"
    files = {"docs/index.md": text, "docs/shots/old.png": "x", "docs/_static/old.png": "x"}
    found = statuses({**files, "docs/conf.py": config + copying}, "docs/index.md")
    assert found == {
        "shots/new.png": "opaque",
        "drawn/new.png": "asset-missing",
        "_static/new.png": "asset-missing",
    }
    assert statuses({**files, "docs/conf.py": config}, "docs/index.md")["shots/new.png"] == "asset-missing"


def test_a_pattern_of_names_is_no_address() -> None:
    files = {"README.md": "# A\n\n[all](docs/*.md) ![[*.png]] [one](docs/lost.md)", ".obsidian/app.json": "{}"}
    assert statuses(files, "README.md") == {
        "docs/*.md": "unresolvable",
        "*.png": "unresolvable",
        "docs/lost.md": "missing",
    }


def test_pictures_of_a_vault_may_lie_in_the_folder_of_attachments_that_git_ignores() -> None:
    settings = {".obsidian/app.json": '{"attachmentFolderPath": "extras/media"}'}
    files = {"a.md": "![[rose.png]] ![x](tulip.png) [[b.md]]", **settings}
    ignored = statuses({**files, ".gitignore": "extras/media\n"}, "a.md")
    assert ignored == {"rose.png": "opaque", "tulip.png": "opaque", "b.md": "missing"}
    assert set(statuses(files, "a.md").values()) == {"asset-missing", "missing"}
    kept = {**files, ".gitignore": "extras/media\n", "extras/media/old.png": "x"}
    assert set(statuses(kept, "a.md").values()) == {"missing"}


def test_a_single_note_with_the_word_publish_publishes_no_vault() -> None:
    ideas = " ".join(f"[[Idea {number}]]" for number in range(30))
    files = {f"n{number}.md": "# N" for number in range(98)} | {".obsidian/app.json": "{}", "a.md": ideas}
    tried = {**files, "p.md": "---\npublish: true\n---\n# P"}
    assert set(statuses(tried, "a.md").values()) == {"planned"}
    published = {path: f"---\npublish: true\n---\n{text}" for path, text in files.items() if path.endswith(".md")}
    assert set(statuses({**files, **published}, "a.md").values()) == {"missing"}


def test_a_readme_behind_a_symbolic_link_is_written_for_both_places() -> None:
    repository = MemoryRepository({"packages/a/README.md": "[x](./CONDUCT.md) [y](./LOST.md)", "CONDUCT.md": "# C"})
    repository.names = Names([*repository.names.files.values(), SourceFile("README.md", kind="symlink")])
    found = [link.status for link in written_links(site_of(repository), "packages/a/README.md")]
    assert found == ["opaque", "missing"]


def test_a_link_as_slack_writes_it_is_none() -> None:
    text = "<https://seeds.example|Seeds> [x](https://bad|host|/a)"
    assert list(statuses({"README.md": text}, "README.md").values()) == ["unresolvable", "malformed"]


def test_mkdocs_copies_a_folder_of_an_app_whose_index_is_its_page() -> None:
    text = "[a](app/) [b](app) [c](app/?scene=2) [d](parts/)"
    files = {"mkdocs.yml": "site_name: G\n", "docs/a/app/index.html": "<p>x</p>", "docs/a/parts/x.html": "<p>x</p>"}
    assert list(statuses({**files, "docs/a/index.md": text}, "docs/a/index.md").values()) == ["ok"] * 3 + ["missing"]
    assert set(statuses({**files, "docs/a/b.md": text}, "docs/a/b.md").values()) == {"missing"}  # it lies below /a/b/


def test_items_of_menus_and_trees_that_a_script_opens_are_no_links() -> None:
    items = '<a role="menuitem" href="#history">x</a> <a role="treeitem" href="#facts">x</a>'
    text = f'{items} <a role="menuitem" href="lost.html">x</a> <a role="button" href="#gone">x</a>'
    assert statuses({"index.html": text}, "index.html") == {"lost.html": "missing", "#gone": "fragment-missing"}


def test_blocks_of_a_template_that_others_fill_may_bring_ids() -> None:
    link = '<!doctype html><a href="#content">skip</a>'
    for block in ("{% block content %}{% endblock %}", "<%- include('main') %>"):
        assert statuses({"lib/page.html": link + block}, "lib/page.html") == {"#content": "fragment-unverifiable"}
    assert statuses({"lib/page.html": link + "100 %, {% if a %}"}, "lib/page.html") == {"#content": "fragment-missing"}


def test_the_sample_of_a_theme_that_a_site_has_copied_is_somebody_elses() -> None:
    sample = "exampleSite/content/a.md"
    files = {"hugo.toml": 'theme = "sun"', f"themes/sun/{sample}": "[x](#lost)", "content/a.md": "# A"}
    assert not [page for page in make_site(files).pages if page.path.endswith(sample)]
    assert [page for page in make_site({sample: "[x](#lost)", "theme.toml": ""}).pages if page.path == sample]


def test_a_workflow_that_publishes_on_github_pages_serves_addresses_without_html() -> None:
    files = {"book.toml": "[book]\n", "src/SUMMARY.md": "[A](a.md)\n[B](b.md)", "src/b.md": "# B"}
    book = {**files, "src/a.md": "[x](./b) [y](./c)"}
    assert statuses(book, "src/a.md") == {"./b": "missing", "./c": "missing"}
    step = "jobs:\n  a:\n    steps:\n      - uses: peaceiris/actions-gh-pages@v4\n"
    assert statuses({**book, ".github/workflows/p.yml": step}, "src/a.md") == {"./b": "ok", "./c": "missing"}


def test_a_page_below_a_config_whose_table_of_contents_follows_github_is_checked_by_github_s_rules() -> None:
    table = "".join(f"- [Part {number}](#part-{number})\n" for number in range(8))
    parts = "".join(f"## Part {number}\n\n" for number in range(8))
    pages = {
        "specs/a.md": f"# A\n\n{table}- [Lost](#lost)\n\n{parts}",
        "specs/b.md": "# B\n\n[x](#lost) [y](a.md#gone)\n",
    }
    found = [statuses({**pages, "zensical.toml": "[project]\nsite_name = 'S'\n"}, path) for path in pages]
    assert found[0]["#lost"] == found[1]["a.md#gone"] == "fragment-missing"
    assert found[1]["#lost"] == "fragment-unverifiable"  # by which rules its ids are made nobody says


def test_entries_in_folders_of_languages_are_shown_by_a_page_with_the_language_for_a_parameter() -> None:
    code = "---\nexport async function getStaticPaths() { return make(await getCollection('docs')) }\n---\n"
    config = "const docs = defineCollection({});\nexport const collections = { docs };"
    files = {
        "astro.config.mjs": ASTRO["astro.config.mjs"],
        "src/content/config.ts": f"import {{ defineCollection }} from 'astro:content';\n{config}",
        "src/pages/[lang]/[...slug].astro": code,
        "src/content/docs/en/a/index.md": "# A\n\n[x](/de/b#erde) [y](/de/b#lost) [z](/en/a/made)",
        "src/content/docs/de/b.md": "# B\n\n## Erde",
    }
    found = statuses(files, "src/content/docs/en/a/index.md")
    assert found == {"/de/b#erde": "ok", "/de/b#lost": "fragment-missing", "/en/a/made": "opaque"}
    assert not statuses({**files, "src/content/docs/soil/c.md": "# C"}, "src/content/docs/en/a/index.md")

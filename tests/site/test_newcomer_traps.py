"""Traps of sites of JavaScript frameworks that came to linklint last."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links

DOCUSAURUS = "export default {presets: [['classic', {docs: {routeBasePath: '/'}}]], MORE}"
STARLIGHT = (
    "import Icons from 'starlight-plugin-icons';\nexport default {integrations: [Icons({starlight: {OPTIONS}})]}"
)
SHOT = "import shot from './img/SHOT.png'\n\n<img src={shot} />\n"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_sidebar_that_a_function_fills_may_list_any_page() -> None:
    config = "FUNCTION\nexport default {themeConfig: {sidebar: make()}}"
    filled = "function make() { const all = {}; for (const each of list) { all[each] = find(each) } return all }"
    whole = "function make() { const all = {'/': [{text: 'A', link: '/a'}]}; return all }"
    files = {"index.md": "# Home", "a.md": "# A", "b.md": "# B"}
    for function, expected in ((filled, "unknown"), (whole, "checked")):
        site = make_site({**files, ".vitepress/config.ts": config.replace("FUNCTION", function)})
        assert orphan_states(site)["b.md"] == expected, function


def test_starlight_may_be_called_by_another_integration() -> None:
    files = {
        "astro.config.mjs": "\ufeff" + STARLIGHT.replace("OPTIONS", "sidebar: ['a']"),
        "src/content/docs/a.md": "[b](/b/) [none](/none/)",
        "src/content/docs/b.md": "# B",
    }
    assert statuses(files, "src/content/docs/a.md") == ["ok", "missing"]
    other = {**files, "astro.config.mjs": "export default {integrations: [icons({sets: {}})]}"}
    assert not any("Starlight" in framework.reason for framework in make_site(other).frameworks)


def test_badges_of_contributors_are_no_fragments_in_mdx_either() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", ""),
        "docs/a.md": '<a href="#design-someone" title="Design">🎨</a> <a href="#design-someone">more</a>'
        '\n\n<Card href="#example-link" title="Example" />',
    }
    assert statuses(files, "docs/a.md") == ["ok", "fragment-missing", "fragment-missing"]


@pytest.mark.parametrize("config", [
    {"docusaurus.config.js": DOCUSAURUS.replace("MORE", "")},
    {"astro.config.mjs": STARLIGHT.replace("OPTIONS", "")},
])  # fmt: skip
def test_a_picture_that_is_imported_is_the_file(config: dict[str, str]) -> None:
    page = "docs/a.mdx" if "docusaurus.config.js" in config else "src/content/docs/a.mdx"
    folder = page.rpartition("/")[0]
    files = {**config, f"{folder}/img/here.png": "", f"{folder}/b.md": "# B"}
    assert statuses({**files, page: SHOT.replace("SHOT", "here")}, page) == ["asset"]
    assert statuses({**files, page: SHOT.replace("SHOT", "gone")}, page) == ["asset-missing"]
    assert statuses({**files, page: "import {shot} from './code'\n\n<img src={shot} />\n"}, page) == ["unresolvable"]


def test_aliases_of_typescript_name_folders_of_imported_pictures() -> None:
    page = "src/content/docs/a.mdx"
    files = {
        "astro.config.mjs": STARLIGHT.replace("OPTIONS", ""),
        "tsconfig.json": '{"compilerOptions": {"paths": {"@assets/*": ["./src/assets/*"] /* pictures */}}}',
        "src/assets/here.png": "",
    }
    shown = "import a from '@assets/NAME.png'\n\n<Image src={a} alt='' />\n<img src={a.src} alt='' />\n"
    assert set(statuses({**files, page: shown.replace("NAME", "here")}, page)) == {"asset"}
    assert set(statuses({**files, page: shown.replace("NAME", "gone")}, page)) == {"asset-missing"}
    assert set(statuses({**files, page: shown.replace("@assets", "@other")}, page)) == {"unresolvable"}


def test_webpack_reads_a_leading_slash_from_the_folder_of_the_site() -> None:
    files = {"website/docusaurus.config.js": DOCUSAURUS.replace("MORE", ""), "website/static/img/a.png": ""}
    page = "website/docs/a.md"
    text = "<img src={require('/static/img/NAME.png').default} />"
    assert statuses({**files, page: text.replace("NAME", "a")}, page) == ["asset"]
    assert statuses({**files, page: text.replace("NAME", "b")}, page) == ["asset-missing"]


def test_the_address_that_is_missing_names_its_language_once() -> None:
    config = DOCUSAURUS.replace("MORE", "i18n: {defaultLocale: 'en', locales: ['en', 'zh']}")
    page = "i18n/zh/docusaurus-plugin-content-docs/current/a.md"
    site = make_site({"docusaurus.config.js": config, "docs/a.md": "# A", page: "[b](./b/c) [d](/d)"})
    paths = [link.target_path for link in written_links(site, page)]
    assert paths == ["/zh/b/c", "/zh/d"]


def test_a_patch_of_docusaurus_may_give_headings_other_ids() -> None:
    files = {"docusaurus.config.js": DOCUSAURUS.replace("MORE", ""), "docs/a.md": "# A\n\n## 1.2.0\n\n[x](#1-2-0)"}
    patch = "patches/@docusaurus+mdx-loader+3.10.1.patch"
    assert statuses(files, "docs/a.md") == ["fragment-missing"]
    changed = "+++ b/node_modules/@docusaurus/mdx-loader/lib/remark/headings/index.js\n+slug"
    assert statuses({**files, patch: changed}, "docs/a.md") == ["fragment-unverifiable"]
    assert statuses({**files, patch: "+++ b/lib/remark/toc/index.js\n"}, "docs/a.md") == ["fragment-missing"]


def test_docusaurus_may_keep_the_case_of_ids() -> None:
    files = {"docs/a.md": "# A\n\n## The Way, Über\n\n[x](#The-Way-Über) [y](#the-way-über)"}
    kept = DOCUSAURUS.replace("MORE", "markdown: {anchors: {maintainCase: true}}")
    assert statuses({**files, "docusaurus.config.js": kept}, "docs/a.md") == ["ok", "case-mismatch"]
    plain = DOCUSAURUS.replace("MORE", "")
    assert statuses({**files, "docusaurus.config.js": plain}, "docs/a.md") == ["case-mismatch", "ok"]


def test_entities_in_headings_of_vitepress_may_be_read_or_kept() -> None:
    files = {".vitepress/config.ts": "export default {}"}
    text = "# A\n\n### <code>out: S&lt;text&gt;</code>\n\n[x](#out-s-text) [y](#out-s-lt-text-gt) [z](#out)"
    assert statuses({**files, "a.md": text}, "a.md") == ["ok", "ok", "fragment-missing"]


def test_a_template_may_make_the_redirects_of_the_host() -> None:
    template = (
        "---\npermalink: _redirects\n---\n{% if site.docs %}\n/docs/rules/* /docs/latest/rules/:splat 301!\n"
        "/docs/latest/* https://{{ site.docs }}/:splat 200!\n{% else %}\n/docs/* https://x.org/docs/:splat 302!\n"
        "{% endif %}\n"
        "{% if not site.blog %}\n/blog/* https://x.org/blog/:splat 302!\n{% endif %}\n/old /gone\n"
        "{% for each in site.moved %}\n{{ each.from }} {{ each.to }} 301\n{% endfor %}\n"
    )
    files = {
        ".eleventy.js": "module.exports = () => ({dir: {input: 'src'}})",
        "src/static/redirects.njk": template,
        "src/_data/site.yml": "moved:\n  - from: /moved/\n    to: https://y.org\n",
        "src/index.md": "[a](/docs/rules/x) [b](/docs/latest/use/) [c](/docs/9/) [d](/blog/no/) [e](/old)\n"
        "[f](/moved/) [g](/not/)",
    }
    site = make_site(files)
    found = [link.status for link in written_links(site, "src/index.md")]
    assert found == ["opaque", "opaque", "missing", "missing", "missing", "opaque", "missing"]
    told = {entry.location.line for entry in site.entries if entry.kind == "redirect" and entry.status == "missing"}
    assert told == {13}


GATSBY = {"docs/gatsby-config.js": "module.exports = {}", "docs/guide/a.md": "# A", "README.md": "# Top"}


def test_addresses_begin_at_the_top_of_a_generator_that_has_no_profile() -> None:
    text = "[a](/guide/a.md) [b](/guide/none.md) [d](/other/)"
    assert statuses({**GATSBY, "docs/index.md": "# Home", "docs/guide/b.md": text}, "docs/guide/b.md") == [
        "ok", "opaque", "opaque",
    ]  # fmt: skip
    site = make_site({**GATSBY, "docs/guide/b.md": "[top](/README.md)"})
    assert [link.status for link in written_links(site, "docs/guide/b.md")] == ["opaque"]


def test_what_lies_in_a_hidden_folder_of_a_site_is_shown_elsewhere() -> None:
    text = "[a](a.md) [none](none.md)"
    files = {**GATSBY, "docs/.parts/b.md": text, "docs/.parts/a.md": "# A", "docs/guide/c.md": text}
    assert statuses(files, "docs/.parts/b.md") == ["ok", "opaque"]
    assert statuses(files, "docs/guide/c.md") == ["ok", "missing"]


def test_redirects_beside_a_generator_that_has_no_profile_lead_to_its_pages() -> None:
    files = {"static/_redirects": "/old /docs/made.html\n", "README.md": "# Top", "static/fallback.html": "<p>x</p>"}

    def told(more: dict[str, str]) -> list[str]:
        return [entry.status for entry in make_site({**files, **more}).entries if entry.kind == "redirect"]

    assert told({}) == ["missing"]
    assert told({"gatsby-config.js": "module.exports = {}", "content/docs/made.md": "# Made"}) == ["opaque"]


def test_a_site_may_have_a_page_whose_name_looks_like_a_file() -> None:
    links = " ".join(f"[x](../lost/{name})" for name in "abcdef")
    text = (
        f"{links}\n\n[y](../40-api/entry.tsx) [z](@kit#Type) [gone](../api/gone.tsx) [v](../svelte/@debug) [w](@user)"
    )
    files = {"docs/10-start/a.md": text, "docs/40-api/10-entry.tsx.md": "# E", "docs/98-more/10-@kit.md": "# K"}
    assert statuses(files, "docs/10-start/a.md")[6:] == ["opaque", "opaque", "asset-missing", "opaque", "missing"]
    beside = {**files, "docs/40-api/entry.tsx.md": "# E"}
    assert statuses(beside, "docs/10-start/a.md")[6] == "ok"
    few = {**files, "docs/10-start/a.md": text.partition("\n\n")[2]}
    assert {"opaque", "ok"}.isdisjoint(statuses(few, "docs/10-start/a.md"))


def test_the_page_of_a_collection_may_be_the_index_of_a_folder() -> None:
    route = "const pages = await getCollection('learn')\nreturn pages.map((page) => ({params: { slug: page.id }}))"
    files = {
        "astro.config.mjs": "export default {}",
        "src/pages/docs/[...slug]/index.astro": route,
        "src/components/Signature.astro": "---\nconst id = Astro.props.id ?? 'signature'\n---\n<h2 id={id}>S</h2>",
        "src/content/learn/a.md": "# A\n\n[b](/docs/b) [none](/docs/none) [x](#signature) [y](#design)",
        "src/content/learn/b.md": "# B",
        "src/content/other/c.md": "# C",
    }
    site = make_site(files)
    assert site.by_path["src/content/learn/b.md"].url == "/docs/b/"
    assert "src/content/other/c.md" not in site.by_path
    found = [link.status for link in written_links(site, "src/content/learn/a.md")]
    assert found == ["ok", "missing", "ok", "fragment-missing"]
    for more in ({"src/content/learn/d.yaml": ""}, {"src/pages/docs/[...slug]/index.astro": route + "params: more"}):
        assert statuses({**files, **more}, "src/content/learn/a.md")[:2] == ["ok", "opaque"]


def test_a_rewrite_to_the_file_of_the_name_shows_no_page_that_is_not_there() -> None:
    files = {".vitepress/config.ts": "export default {}", "a.md": "[b](./b) [c](./c)", "b.md": "# B"}
    rewrite = '{"rewrites": [{"source": "/:path*", "destination": "/OTHER"}]}'
    own = {**files, "vercel.json": rewrite.replace("OTHER", ":path*.html")}
    assert statuses(own, "a.md") == ["ok", "missing"]
    assert statuses({**files, "vercel.json": rewrite.replace("OTHER", "app/:path*")}, "a.md") == ["ok", "opaque"]


def test_links_above_a_site_of_vitepress_end_its_build() -> None:
    files = {"docs/a.md": "[x](../../c.md) <a href='../../c.html'>x</a>", "c.md": "# C"}
    found = statuses({**files, "docs/.vitepress/config.ts": "export default {}"}, "docs/a.md")
    assert found == ["missing", "opaque"]
    ignoring = {**files, "docs/.vitepress/config.ts": "export default {ignoreDeadLinks: list()}"}
    assert statuses(ignoring, "docs/a.md") == ["opaque", "opaque"]


@pytest.mark.parametrize(("body", "status"), [
    ("actions.setGlobalData(data)", "missing"),
    ("actions.addRoute({path: '/x'})", "opaque"),
    ("await makePages(data, actions)", "opaque"),
])  # fmt: skip
def test_a_plugin_that_loads_data_makes_pages_by_routes_only(body: str, status: str) -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "plugins: ['./plugins/own']"),
        "plugins/own.js": f"module.exports = () => ({{name: 'own', async contentLoaded({{actions}}) {{ {body} }}}})",
        "docs/a.md": "[none](/none)",
    }
    assert statuses(files, "docs/a.md") == [status]


def test_where_nearly_all_addresses_name_markdown_one_that_does_not_is_missing() -> None:
    pages = {f"web/docs/guide/page-{number}.mdx": "# Page" for number in range(120)}
    links = " ".join(f"[x](/guide/page-{number})" for number in range(120))
    files = {"web/doczrc.js": "export default {src: 'docs'}", **pages, "web/docs/guide/other.tsx": ""}
    text = "[a](/guide/page-999) [b](/guide/other) [c](/elsewhere/page) [d](/guide/shot.png)"

    def found(more: dict[str, str]) -> list[str]:
        return statuses({**files, "web/docs/start/a.mdx": text + "\n\n" + links, **more}, "web/docs/start/a.mdx")[:4]

    assert found({}) == ["missing", "opaque", "opaque", "opaque"]
    assert found({"web/docs/guide/[name].tsx": ""})[0] == "opaque"
    made = " ".join(f"[x](/guide/made-{number})" for number in range(12))
    assert found({"web/docs/start/b.mdx": made})[0] == "opaque"
    assert found({"web/docs/start/a.mdx": text + "\n\n" + links.partition("[x](/guide/page-16)")[0]})[0] == "opaque"


def test_a_list_of_pages_may_stand_where_all_documents_lie() -> None:
    sidebar = "export default {docs: [{type: 'category', label: 'Start', link: LINK, items: ['a']}]}"
    files = {
        "docusaurus.config.js": "export default {presets: [['classic', {docs: {sidebarPath: './sidebars.js'}}]]}",
        "docs/a.md": "[all](/docs) [all](/docs/)",
    }
    made = sidebar.replace("LINK", "{type: 'generated-index', slug: '/'}")
    assert statuses({**files, "sidebars.js": made}, "docs/a.md") == ["opaque", "opaque"]
    other = sidebar.replace("LINK", "{type: 'generated-index', slug: '/start'}")
    assert statuses({**files, "sidebars.js": other}, "docs/a.md") == ["missing", "missing"]


def test_files_of_a_skill_name_others_from_its_folder() -> None:
    files = {
        "skills/change/references/a.md": "[b](references/b.md) [c](b.md) [none](references/none.md)",
        "skills/change/references/b.md": "# B",
    }
    with_skill = {**files, "skills/change/SKILL.md": "# Skill"}
    assert statuses(with_skill, "skills/change/references/a.md") == ["ok", "ok", "missing"]
    assert statuses(files, "skills/change/references/a.md") == ["missing", "ok", "missing"]


def test_a_script_may_bring_projects_to_the_finished_site() -> None:
    files = {
        ".eleventy.js": "module.exports = () => ({dir: {input: 'src'}})",
        "src/index.md": "[a](/demos/fonts/a.html) [b](/demos/b.html)",
        "fetch.sh": "rm -rf _site/demos/fonts\nnpx degit somebody/fonts _site/demos/fonts\n",
    }
    assert statuses(files, "src/index.md") == ["opaque", "missing"]
    assert statuses({**files, "fetch.sh": "cp -r fonts _site/demos/fonts\n"}, "src/index.md") == ["missing", "missing"]


def test_a_layout_may_link_pages_whose_names_are_data() -> None:
    files = {
        ".eleventy.js": "module.exports = () => ({dir: {input: 'src'}})",
        "src/_includes/base.njk": "{% for each in parts %}<a href='/parts/{{ each.name | bare }}'>x</a>{% endfor %}",
        "src/index.md": "---\nlayout: base.njk\n---\n# Home",
        "src/parts/a.md": "---\nlayout: base.njk\n---\n# A",
        "src/other/b.md": "---\nlayout: base.njk\n---\n# B",
    }
    states = orphan_states(make_site(files))
    assert (states["src/parts/a.md"], states["src/other/b.md"]) == ("unknown", "checked")


def test_a_plugin_of_vitepress_puts_markdown_beside_pages() -> None:
    files = {
        ".vitepress/config.ts": "export default {}",
        "public/_redirects": "/a.txt /a.md 301\n/b.txt /b.md 301\n/c.txt /c.md 301\n",
        "a.md": "# A",
        "b/index.md": "# B",
    }

    def told(packages: str, ignored: str = "") -> list[str]:
        site = make_site({**files, "package.json": f'{{"devDependencies": {{{packages}}}}}', ".gitignore": ignored})
        return [entry.status for entry in site.entries if entry.kind == "redirect"]

    assert told('"vitepress-plugin-llms": "^1.0.0"')[1:] == ["opaque", "missing"]
    assert told('"vitepress-plugin-llms": "^1.0.0"', "c/")[1:] == ["opaque", "opaque"]  # a build makes the page
    assert told("", "c/")[1:] == ["missing", "missing"]
    assert told("")[1:] == ["missing", "missing"]

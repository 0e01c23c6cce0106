"""A magazine in two languages that Hugo builds; and pull requests on it."""

from __future__ import annotations

from tests.history.requests import Told, delete, edit, move, request, write

SITE = {
    "hugo.toml": """\
baseURL = "https://example.org/"
defaultContentLanguage = "en"
[languages.en]
contentDir = "content/en"
[languages.de]
contentDir = "content/de"
""",
    "content/en/_index.md": "---\ntitle: Magazine\n---\n\nOn [bread](/bread/).\n",
    "content/en/bread.md": "---\ntitle: Bread\n---\n\nIt needs [flour](/flour/), see the [kinds](/flour/#kinds).\n",
    "content/en/flour.md": "---\ntitle: Flour\n---\n\n## Kinds\n\nWheat and rye.\n",
    "content/de/_index.md": "---\ntitle: Zeitschrift\n---\n\nÜber [Brot](/de/bread/).\n",
    "content/de/bread.md": "---\ntitle: Brot\n---\n\nEs braucht [Mehl](/de/flour/).\n",
    "content/de/flour.md": "---\ntitle: Mehl\n---\n\n## Arten\n\nWeizen und Roggen.\n",
    "layouts/_default/single.html": "<main>{{ .Content }}</main>\n",
}

WENT_ON = (
    edit("content/en/flour.md", "Wheat and rye.", "Wheat, rye and [spelt](/spelt/)."),
    write("content/de/salt.md", "---\ntitle: Salz\n---\n\nZum [Brot](/de/bread/).\n"),
)

REQUESTS = [
    request(
        "link by a path that Hugo looks for in the language of the text",
        edit("content/de/bread.md", "(/de/flour/)", "(/flour/)"),
    ),
    request(
        "link to the page in another language",
        edit("content/de/bread.md", "[Mehl](/de/flour/)", '<a href="/flour/">Mehl</a>'),
        new=[Told("content/de/bread.md:5:12", "links-stay-in-language", "content/de/bread.md")],
    ),
    request(
        "delete the page in one language and leave its link behind",
        delete("content/de/flour.md"),
        new=[Told("content/de/bread.md:5:12", "deleted-page-needs-redirect", "content/de/flour.md", "here")],
    ),
    request(
        "make a page a draft",
        edit("content/de/flour.md", "title: Mehl\n", "title: Mehl\ndraft: true\n"),
        new=[Told("content/de/bread.md:5:12", "no-links-to-unpublished", "content/de/bread.md")],
    ),
    request(
        "rename a page and give it its old address as an alias",
        move("content/en/flour.md", "content/en/flours.md"),
        edit("content/en/flours.md", "title: Flour\n", "title: Flour\naliases: [/flour/]\n"),
    ),
    request(
        "give a page another slug, whose links Hugo finds by its path",
        edit("content/en/flour.md", "title: Flour\n", "title: Flour\nslug: flours\n"),
    ),
    request(
        "translate a heading that only the other language's page is linked by",
        edit("content/de/flour.md", "## Arten", "## Sorten"),
    ),
    request(
        "rename a heading and leave a fragment behind",
        edit("content/en/flour.md", "## Kinds", "## Sorts"),
        new=[Told("content/en/flour.md:5:1", "renamed-heading-links", "content/en/flour.md", "here")],
    ),
    request(
        "make a page one in a folder of its own, which changes no address",
        move("content/en/flour.md", "content/en/flour/index.md"),
    ),
]

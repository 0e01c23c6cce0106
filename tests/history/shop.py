"""A shop that Jekyll builds, with a layout, an include, redirects and drafts; and pull requests on it."""

from __future__ import annotations

from tests.history.requests import Told, append, delete, edit, request, write

SITE = {
    "_config.yml": "title: Shop\nplugins: [jekyll-redirect-from]\n",
    "_layouts/default.html": "<main>{{ content }}</main>\n{% include footer.html %}\n<p>Shop</p>\n",
    "_includes/footer.html": '<p><a href="/imprint/">Imprint</a></p>\n<p><a href="/terms/">Terms</a></p>\n<hr>\n',
    "index.md": """\
---
title: Shop
layout: default
---

Buy [tea](/tea/) or [coffee](/coffee/).

Open all day.
""",
    "tea.md": """\
---
title: Tea
layout: default
permalink: /tea/
redirect_from: /chai/
---

As good as [coffee](/coffee/).
""",
    "coffee.md": "---\ntitle: Coffee\nlayout: default\npermalink: /coffee/\n---\n\nAs good as [tea](/tea/).\n",
    "imprint.md": "---\ntitle: Imprint\nlayout: default\npermalink: /imprint/\n---\n\nWe are the shop.\n",
    "terms.md": "---\ntitle: Terms\nlayout: default\npermalink: /terms/\n---\n\nPay first.\n",
    "_drafts/cocoa.md": "---\ntitle: Cocoa\nlayout: default\n---\n\nSoon.\n",
}

WENT_ON = (
    edit("terms.md", "Pay first.", "Pay first, by [card](/card/)."),
    append("index.md", "\nIn [mugs](/mugs/).\n"),
    write("mugs.md", "---\ntitle: Mugs\nlayout: default\npermalink: /mugs/\n---\n\nFor [tea](/tea/).\n"),
)

REQUESTS = [
    request(
        "change the address of a page and leave its links behind",
        edit("tea.md", "permalink: /tea/", "permalink: /teas/"),
        new=[Told("coffee.md:7:12", "renamed-page-links", "tea.md", "here")],
    ),
    request(
        "change the address of a page and redirect the old one",
        edit("tea.md", "permalink: /tea/\nredirect_from: /chai/", "permalink: /teas/\nredirect_from: [/chai/, /tea/]"),
    ),
    request(
        "change the address of a page and its links",
        edit("tea.md", "permalink: /tea/", "permalink: /teas/"),
        edit("index.md", "(/tea/)", "(/teas/)"),
        edit("coffee.md", "(/tea/)", "(/teas/)"),
        new=[Told("mugs.md:7:5", "renamed-page-links", "tea.md", "here")],
        elsewhere={"merge base": []},
    ),
    request(
        "take a link out of an include that every page shows",
        edit("_includes/footer.html", '<p><a href="/terms/">Terms</a></p>\n', ""),
        new=[Told("_includes/footer.html:2:1", "no-new-orphans", "terms.md", "here")],
    ),
    request(
        "take an include out of the layout",
        edit("_layouts/default.html", "{% include footer.html %}\n", ""),
        new=[
            Told("_layouts/default.html:2:1", "no-new-orphans", "imprint.md", "here"),
            Told("_layouts/default.html:2:1", "no-new-orphans", "terms.md", "here"),
        ],
    ),
    request(
        "break a link of an include",
        edit("_includes/footer.html", "/terms/", "/term/"),
        new=[
            Told("_includes/footer.html:2:4", "no-broken-links", "index.md"),
            Told("_includes/footer.html:2:4", "no-new-orphans", "terms.md", "here"),
        ],
    ),
    request(
        "publish a page no more",
        edit("coffee.md", "title: Coffee\n", "title: Coffee\npublished: false\n"),
        new=[
            Told("index.md:6:21", "no-links-to-unpublished", "index.md"),
            Told("tea.md:8:12", "no-links-to-unpublished", "tea.md"),
        ],
    ),
    request(
        "keep a page from search engines",
        edit("coffee.md", "title: Coffee\n", "title: Coffee\nrobots: noindex\n"),
    ),
    request("write a draft", write("_drafts/soup.md", "---\ntitle: Soup\n---\n\nWith [tea](/tea/).\n")),
    request(
        "link to a draft",
        edit("coffee.md", "As good", "Or [cocoa](/cocoa.html). As good"),
        new=[Told("coffee.md:7:4", "no-links-to-unpublished", "coffee.md")],
    ),
    request("remove a redirect that no link uses", edit("tea.md", "redirect_from: /chai/\n", "")),
    request(
        "delete a page whose address was kept alive, with all its links",
        delete("tea.md"),
        edit("index.md", "[tea](/tea/)", "tea"),
        edit("coffee.md", "[tea](/tea/)", "tea"),
        new=[Told("mugs.md:7:5", "deleted-page-needs-redirect", "tea.md", "here")],
        elsewhere={"merge base": [Told("tea.md", "deleted-page-needs-redirect", "tea.md", "here")]},
    ),
    request(
        "let two pages have the same keyword",
        edit("tea.md", "title: Tea\n", "title: Tea\nkeyword: hot drinks\n"),
        edit("coffee.md", "title: Coffee\n", "title: Coffee\nkeyword: hot drinks\n"),
        new=[
            Told("coffee.md:3:1", "keyword-collision", "coffee.md", "here"),
            Told("tea.md:3:1", "keyword-collision", "tea.md", "here"),
        ],
    ),
]

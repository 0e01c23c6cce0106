"""Sphinx with MyST-Parser: which files are pages, what destinations and roles name, ids, tables of contents.

What is expected here was compared with builds by Sphinx 9.0 and MyST-Parser 5.2: what they warn of and the ids of their
HTML. Links of ``STATUSES`` that they warn of are those that are told here.
"""

from collections.abc import Mapping

import pytest

from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.model.site import Site
from linklint.site.frameworks import detect
from tests.site.sites import make_site, orphan_states, written_links

CONFIG = "extensions = ['myst_parser']\nmyst_heading_anchors = 3\nexclude_patterns = ['_build', 'excluded.md']\n"
FILES = {
    "CHANGELOG.md": "# Top\n",
    "LICENSE": "x",
    "docs/a.png": "x",
    "docs/excluded.md": "# Left out\n",
    "docs/other.md": "# Other\n",
    "docs/third.rst": ".. _rst-label:\n\nHeading\n=======\n",
    "docs/sub/deep/index.md": "# Deep\n",
    "docs/sub/page.md": "# Page\n\n"
    "(my-label)=\n## C++ and x_y\n\n### Dup\n### Dup\n\n#### Deep four\n#### Deep four\n\n"
    '(My_Label2)=\npara\n\n```{note}\n:name: name-opt\ntext\n```\n\n## émoji 🎉 `code` *emph* & "quotes"\n'
    "## 1. Numbered\n## Über straße\n## Heading {kbd}`Ctrl` x\n",
}


def sphinx(text: str, config: str = "", files: Mapping[str, str] = {}, first: str = CONFIG) -> Site:
    """A site with this home page; ``auto`` has to find it."""
    return make_site({"docs/conf.py": first + config, "docs/index.md": text, **FILES, **files})


def statuses(site: Site, path: str = "docs/index.md") -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


STATUSES = [
    ("[a](sub/page.md)", "ok"), ("[a](sub/page)", "ok"), ("[a](/sub/page.md)", "ok"), ("[a](sub/page/)", "ok"),
    ("[a](sub/page.html)", "missing"), ("[a](sub/)", "missing"), ("[a](sub/deep)", "missing"),
    ("[a](excluded.md)", "missing"), ("[a](../CHANGELOG.md)", "missing"), ("[a](/CHANGELOG.md)", "missing"),
    ("[a](../LICENSE)", "asset"), ("[a](third.rst)", "asset"), ("[a](third)", "asset"), ("[a](gone.md)", "missing"),
    ("[a](my-label)", "ok"), ("[a](#my-label)", "ok"), ("[a](#My_Label2)", "ok"), ("[a](#nope)", "fragment-missing"),
    ("[a](rst-label)", "asset"), ("[a](#rst-label)", "asset"), ("[a](third.rst#x)", "fragment-unverifiable"),
    ("[a](project:sub/page.md)", "ok"), ("<project:sub/page.md#dup>", "ok"), ("[a](path:a.png)", "asset"),
    ("[a](inv:python#x)", "external"), ("[a](genindex)", "opaque"), ("[a](genindex.html)", "missing"),
    ("[a](sub/page#dup)", "missing"), ("[a](dup)", "missing"), ("[a](sub/Page.md)", "case-mismatch"),
    ("![a](a.png)", "asset"), ("![a](gone.png)", "asset-missing"), ("![a](a.*)", "opaque"),
    ("{doc}`sub/page`", "ok"), ("{doc}`a </sub/page>`", "ok"), ("{doc}`third`", "asset"), ("{doc}`gone`", "missing"),
    ("{doc}`sub/page.md`", "missing"), ("{ref}`my-label`", "ok"), ("{ref}`a <My_Label2>`", "ok"),
    ("{ref}`rst-label`", "asset"), ("{ref}`gone`", "missing"), ("{ref}`dup`", "missing"), ("{ref}`search`", "opaque"),
    ("{any}`third`", "asset"), ("{any}`gone`", "opaque"), ("{download}`a.png`", "asset"),
    ("{download}`x <gone.zip>`", "asset-missing"), ("```{figure} a.png\nx\n```", "asset"),
    ("```{figure} gone.png\nx\n```", "asset-missing"), ("```{include} gone.txt\n```", "asset-missing"),
    ("```{toctree}\nsub/page\n```", "ok"), ("```{toctree}\nsub/page.md\n```", "ok"),
        ("```{toctree}\ngone\n```", "missing"),
    (":::{toctree}\n:hidden:\n\nA <sub/page>\n:::", "ok"), ("```{toctree}\nthird\n```", "asset"),
    ("```{toctree}\nexcluded\n```", "missing"), ("```{toctree}\nhttps://x.org\n```", "external"),
    ("```{note}\n[a](gone.md)\n```", "missing"),
        ("::::{grid} 2\n:::{grid-item-card} T\n:link: my-label\n:link-type: ref\n"
     "x\n:::\n::::", "ok"), ("<img src='gone.png'>", "asset-missing"),
    ("<img src='a.png'>", "asset"), ("<img src='_static/x.png'>", "opaque"),
        ("<a href='sub/page.html'>a</a>", "ok"), ("<a href='sub/gone.html'>a</a>", "opaque"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_destinations(text: str, status: str) -> None:
    assert statuses(sphinx(f"# Hello\n\n{text}\n")) == [status]


@pytest.mark.parametrize(
    ("fragment", "status"),
    [
        ("page", "ok"), ("my-label", "ok"), ("c-and-x-y", "ok"), ("c-and-x_y", "ok"), ("dup", "ok"), ("dup-1", "ok"),
        ("name-opt", "ok"), ("my-label2", "ok"), ("emoji-code-emph-quotes", "ok"), ("émoji--code-emph--quotes", "ok"),
        ("numbered", "ok"), ("1-numbered", "ok"), ("uber-strasze", "ok"), ("über-straße", "ok"), ("deep-four", "ok"),
        ("heading-ctrl-x", "ok"), ("heading--x", "ok"), ("id1", "fragment-unverifiable"),
        ("c--and-x_y", "fragment-missing"), ("deep-four-1", "fragment-missing"), ("nope", "fragment-missing"),
        ("émoji", "fragment-missing"), ("Dup", "case-mismatch"),
    ],
)  # fmt: skip
def test_ids_of_a_page(fragment: str, status: str) -> None:
    assert statuses(sphinx(f"# A\n\n[a](sub/page.md#{fragment})\n")) == [status]


@pytest.mark.parametrize(
    ("text", "config"),
    [
        ("{ref}`gone`", "extensions.append('sphinx.ext.intersphinx')\nintersphinx_mapping = {'a': ('b', None)}"),
        ("{ref}`gone`", "extensions.append('theirs')"),
        ("[a](#gone)", "extensions += ['sphinx.ext.autodoc']"),
        ("[a](gone)", "extensions.extend(more())"),
        ("{doc}`gone`", "extensions.append('sphinx_gallery.gen_gallery')"),
        ("{doc}`gone`", "def setup(app):\n    app.connect('builder-inited', run)"),
        ("{doc}`gone/a`", "extensions.append('theirs')"),
        ("{doc}`gone/a`", "def setup(app):\n    app.add_css_file('x')"),
        ("{doc}`gone`", "from base import *"),
        ("```{toctree}\ngone/a\n```", "if x:\n    extensions.append('theirs')"),
        ("```{toctree}\ngone\n```", "if x:\n    extensions.append('lib.ours')"),
        ("{ref}`gone`\n\n```{ours}\nx\n```", ""),
        ("[a](gone.md)", "copy('../gone.md')"),
        ("[a](made/gone)", "extensions += ['theirs']"),
        ("[a](./gone)", "def setup(app):\n    app.connect('builder-inited', run)"),
        ("[a](sub/gone)", "extensions += ['sphinx.ext.autodoc']"),
        ("![a](gone.png)", "write('gone.png')"),
        ("[a](q_list.md)\n\n```{toctree}\n:glob:\nmade/*\n```", ""),
    ],
)
def test_what_cannot_be_known_is_not_told(text: str, config: str) -> None:
    site = sphinx(f"# A\n\n{text}\n", config, {"docs/lib/ours.py": ""})
    assert not {"missing", "asset-missing", "fragment-missing"} & {*statuses(site)}


@pytest.mark.parametrize(
    ("text", "config"),
    [
        ("{doc}`gone`", "def setup(app):\n    app.add_css_file('x')"),
        ("{doc}`gone`", "extensions += ['theirs']"),
        ("{ref}`gone`", "extensions += ['sphinx.ext.intersphinx']"),
        ("```{toctree}\nsub/gone\n```", "extensions += ['theirs']"),
        ("{doc}`gone`", "if x:\n    extensions.append('sphinx_immaterial')"),
    ],
)
def test_extensions_write_no_pages_beside_others(text: str, config: str) -> None:
    assert statuses(sphinx(f"# A\n\n{text}\n", config)) == ["missing"]


@pytest.mark.parametrize(
    ("page", "fragment", "config"),
    [
        ("```{ours}\nx\n```", "x", ""), ("```{py:function} f()\n```", "f", ""), ("{{ parts }}", "x", ""),
        ("```{include} ../README.rst\n```", "x", ""), ("# X y", "x_y", "myst_heading_slug_func = slug"),
        ("```{glossary}\nx\n: y\n```", "term-x", ""), ("[^1]\n\n[^1]: x", "footnote-1", ""),
    ],
)  # fmt: skip
def test_ids_that_may_be_there(page: str, fragment: str, config: str) -> None:
    site = sphinx(f"# A\n\n[a](b.md#{fragment})\n", config, {"docs/b.md": f"# B\n\n{page}\n", "README.rst": "x"})
    assert statuses(site) == ["fragment-unverifiable"]


@pytest.mark.parametrize(
    ("page", "fragment", "config", "status"),
    [
        ("## X_y", "x_y", "myst_heading_anchors = None", "fragment-missing"),
        ("## X_y", "x-y", "myst_heading_anchors = None", "ok"),
        ("## X_y", "x_y", "myst_heading_anchors = depth", "ok"),
        ("---\nmyst:\n  heading_anchors: 1\n---\n## X_y", "x_y", "", "fragment-missing"),
        ("[x]{#b}", "b", "myst_enable_extensions = ['attrs_inline']", "ok"),
        ("{#b}\nx", "b", "myst_enable_extensions = {'attrs_block'}", "ok"),
        ("```{math}\n:label: eq\nx\n```", "equation-eq", "", "ok"),
        ("```{code-block} python\n:name: code\nx\n```", "code", "", "ok"),
        ("```{code-block} python\n(x)=\n# x\n```", "x", "", "fragment-missing"),
        ("```{raw} html\n<b id='x'></b>\n```", "x", "", "ok"),
        ("% (x)=\ny", "x", "", "fragment-missing"),
        ("```{eval-rst}\n.. _x:\n\ny\n```", "x", "", "ok"),
    ],
)
def test_what_gives_ids(page: str, fragment: str, config: str, status: str) -> None:
    site = sphinx(f"# A\n\n[a](b.md#{fragment})\n", config, {"docs/b.md": page})
    assert statuses(site) == [status]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("docs/index.md", "/"), ("docs/other.md", "/other.html"), ("docs/sub/deep/index.md", "/sub/deep/"),
        ("docs/sub/page.md", "/sub/page.html"), ("CHANGELOG.md", "/CHANGELOG.md"),
    ],
)  # fmt: skip
def test_addresses(path: str, url: str) -> None:
    assert sphinx("# A\n").by_path[path].url == url


CLOSED = {path: text for path, text in FILES.items() if not path.endswith(".rst")}
TREE = "# A\n\n```{toctree}\nother\nsub/page\nsub/deep/index\n```\n"


def closed(text: str, **files: str) -> dict[str, str]:
    """The orphan states of pages, where all sources are Markdown."""
    site = make_site({"docs/conf.py": CONFIG, "docs/index.md": text, **CLOSED, **files})
    return {path: state for path, state in orphan_states(site).items() if path.startswith("docs/")}


def test_tables_of_contents_link_their_pages() -> None:
    site = sphinx(TREE)
    targets = [link.target.path for link in written_links(site, "docs/index.md") if link.target]
    assert targets == ["docs/other.md", "docs/sub/page.md", "docs/sub/deep/index.md"]
    hidden = sphinx(TREE.replace("tree}", "tree}\n:hidden:\n"))
    assert [link.place for link in written_links(hidden, "docs/index.md")] == ["nav"] * 3
    assert closed(TREE).get("docs/other.md") is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (TREE, "checked"),
        (TREE.replace("other\n", ":glob:\n\no*\n"), None),
        (TREE + "\n```{eval-rst}\nx\n```\n", "unknown"),
        (TREE + "\n```{gallery}\nx\n```\n", "unknown"),
    ],
)
def test_orphans(text: str, state: str | None) -> None:
    assert closed(text, **{"docs/own.md": "# Own\n"}).get("docs/own.md") == state


def test_other_sources_may_link_any_page() -> None:
    assert orphan_states(sphinx(TREE, files={"docs/own.md": "# Own\n"}))["docs/own.md"] == "unknown"


def test_a_page_may_say_that_it_is_no_orphan_by_mistake() -> None:
    assert closed(TREE, **{"docs/own.md": "---\norphan: true\n---\n# Own\n"})["docs/own.md"] == "intended"


def test_what_is_taken_in_is_read_from_the_page_and_from_its_own_place() -> None:
    text = "[a](docs/other.md) [b](gone.md) [](docs/other.md) [c](docs)\n"
    site = sphinx("# A\n\n```{include} ../README.md\n```\n", files={"README.md": text})
    shown = [link for link in site.links if link.file == "README.md" and link.source.path == "docs/index.md"]
    assert [link.status for link in shown] == ["ok", "missing", "opaque", "ok"]
    assert [link.written.made for link in shown if link.written] == [False, False, False, True]


@pytest.mark.parametrize(
    ("config", "home", "found"),
    [
        (CONFIG, "index.md", True),
        ("extensions = [\n    'sphinx.ext.autodoc',\n    'myst_nb',\n]\n", "index.rst", True),
        ("extensions = []\nif x:\n    extensions.append('myst_parser')\n", "index.md", True),
        ("master_doc = 'contents'\nextensions = ['myst_parser']\n", "contents.rst", True),
        (CONFIG, "source/index.md", False), ("extensions = ['sphinx.ext.autodoc']\n", "index.md", False),
        ("# myst_parser\nPORT = 1\n", "index.md", False), ("extensions = ['myst_parser'\n", "index.md", True),
        ("extensions = 'myst_parser'\n", "index.md", False),
    ],
)  # fmt: skip
def test_which_configs_make_a_site(config: str, home: str, found: bool) -> None:
    mounts = detect(MemoryRepository({"docs/conf.py": config, f"docs/{home}": "# A\n"}), SiteSettings())
    assert ("sphinx" in [mount.framework for mount in mounts]) is found


@pytest.mark.parametrize(
    ("extension", "status"), [("myst_parser", "fragment-missing"), ("theirs", "ok"), ("canonical_sphinx", "ok")]
)
def test_extensions_may_ask_for_anchors(extension: str, status: str) -> None:
    first = f"extensions = ['myst_parser', '{extension}']\n"
    assert statuses(sphinx("# A\n\n[a](sub/page.md#c-and-x_y)\n", first=first)) == [status]


def test_patterns_leave_out_folders_and_files() -> None:
    files = {"docs/old/a.md": "# A\n", "docs/x/old/b.md": "# B\n", "docs/_build/c.md": "# C\n", "docs/x/d.md": "# D\n"}
    site = sphinx("# A\n", "exclude_patterns += ['old', 'x/d*']\n", files)
    kinds = {path: site.by_path[path].framework for path in files if path in site.by_path}
    assert kinds["docs/old/a.md"] == kinds["docs/x/d.md"] == "plain"
    assert kinds["docs/x/old/b.md"] == "sphinx"


BOOK = {
    "docs/_toc.yml": "format: jb-book\nroot: intro\nparts:\n- caption: A\n  chapters:\n  - file: sub/page\n"
    "    title: P\n    sections:\n    - file: sub/deep/index.md\n  - url: https://x.org\n  - glob: o*\n"
    "  - file: gone\n",
    "docs/_config.yml": "title: x\nexclude_patterns: [excluded.md]\nsphinx:\n  config:\n    myst_heading_anchors: 3\n",
}


def test_books_have_a_sidebar() -> None:
    text = "# Intro\n\n[a](sub/page.md#c-and-x_y) [b](excluded.md) [c](other.html) {ref}`gone` [](my:label)\n\n"
    text += "(my:label)=\nx\n"
    site = make_site({**FILES, **BOOK, "docs/intro.md": text})
    found = [(link.status, link.target.path if link.target else None) for link in written_links(site, "docs/_toc.yml")]
    assert found == [
        ("ok", "docs/intro.md"), ("ok", "docs/sub/page.md"), ("ok", "docs/sub/deep/index.md"), ("external", None),
        ("ok", "docs/other.md"), ("missing", None),
    ]  # fmt: skip
    assert statuses(site, "docs/intro.md") == ["ok", "missing", "missing", "opaque", "ok"]
    assert (site.by_path["docs/intro.md"].root, site.by_path["docs/intro.md"].url) == (True, "/intro.html")


@pytest.mark.parametrize(
    ("contents", "config", "path", "framework"),
    [
        ("format: jb-book\nroot: intro\n", "", "docs/other.md", "sphinx"),
        ("format: jb-article\nroot: intro.md\n", "", "docs/other.md", "sphinx"),
        ("format: jb-book\nroot: intro\n", "only_build_toc_files: true\n", "docs/other.md", "plain"),
        ("format: jb-book\nroot: intro\n", "only_build_toc_files: true\n", "docs/intro.md", "sphinx"),
        ("format: jb-book\nroot: gone\n", "", "docs/intro.md", "plain"),
        ("- file: intro\n", "", "docs/intro.md", "plain"),
        ("format: jb-book\nroot: [\n", "", "docs/intro.md", "plain"),
    ],
)
def test_which_tables_of_contents_make_a_book(contents: str, config: str, path: str, framework: str) -> None:
    files = {**FILES, "docs/_toc.yml": contents, "docs/_config.yml": config, "docs/intro.md": "# Intro\n"}
    assert make_site(files).by_path[path].framework == framework

"""Hugo: which shortcodes can give ids to anything (https://gohugo.io/templates/shortcode/)."""

import pytest

from tests.site.sites import make_site, written_links

OK, MISSING, UNSURE = "ok", "fragment-missing", "fragment-unverifiable"
BOX = '<div class="box">{{ with .Title }}<b>{{ . | safeHTML }}</b>{{ end }}{{ .Inner | markdownify }}</div>'


def statuses(files: dict[str, str], *fragments: str) -> list[str]:
    """Of links to the page ``b``."""
    links = " ".join(f"[b](/b/#{each})" for each in fragments)
    site = make_site({"hugo.toml": "", "content/a.md": links, **files})
    return [link.status for link in written_links(site, "content/a.md")]


def status_with(template: str, *, page: str = "## Part\n\n{{< box >}}\n## Inner\n{{< /box >}}", **others: str) -> str:
    """Of a link to nothing on a page with a shortcode of this template."""
    files = {"layouts/shortcodes/box.html": template, "content/b.md": page}
    files |= {f"layouts/partials/{name}.html": text for name, text in others.items()}
    assert statuses(files, "part", "inner") == [OK, OK]
    return statuses(files, "none")[0]


@pytest.mark.parametrize(
    "template",
    [
        '{{ partial "box.html" (dict "Title" (.Get 0) "Inner" .Inner) }}',
        "{{/* Calls {{ .Content }} of a page. */}}<p>{{ .Inner | $.Page.RenderString }}</p>",
        '<h2 id="own">{{ .Get 0 }}</h2>',
        '<p id="box-{{ .Ordinal }}">{{ .Inner }}</p>',
        "{{ with site.Data.rows }}<p>{{ .x }}</p>{{ end }}",
        '{{ define "partials/cell.html" }}{{ return 1 }}{{ end }}{{ partial "cell.html" . }}',
    ],
)
def test_shortcodes_that_give_no_ids_but_known_ones(template: str) -> None:
    assert status_with(template, box=BOX) == MISSING


@pytest.mark.parametrize(
    "template",
    [
        '{{ partial "none.html" . }}',
        '{{ partial (printf "%s.html" .Name) . }}',
        '{{ partial "deep.html" . }}',
        "## {{ .Get 0 }}",
        "<h2>{{ .Get 0 }}</h2>",
        '<p id="{{ .Get 0 }}">x</p>',
        "{{ with site.GetPage (.Get 0) }}{{ .Content }}{{ end }}",
        '{{ readFile "x.md" | markdownify }}',
        "{{ range site.Data.rows }}{{ .text | markdownify }}{{ end }}",
        '{{ template "_internal/box.html" . }}',
    ],
)
def test_shortcodes_that_may_give_some(template: str) -> None:
    assert status_with(template, box=BOX, deep='{{ partial "deeper.html" . }}', deeper='<p id="{{ .x }}">') == UNSURE


def test_ids_that_begin_as_a_shortcode_has_them() -> None:
    files = {"layouts/shortcodes/box.html": '<p id="box-{{ .Ordinal }}">', "content/b.md": "# B\n\n{{< box >}}"}
    assert statuses(files, "box-1", "boxes", "none") == [UNSURE, MISSING, MISSING]
    files = {"layouts/shortcodes/box.html": '<p id="{{ .Get "id" }}">', "content/b.md": '# B\n\n{{< box id="one" >}}'}
    assert statuses(files, "one", "none") == [OK, MISSING]


def test_shortcodes_in_folders_go_by_their_whole_name() -> None:
    files = {
        "layouts/shortcodes/intro.html": "<p>x</p>",
        "layouts/_shortcodes/guides/intro.md": "## {{ .Get 0 }}",
        "content/b.md": "# B\n\n{{% guides/intro %}}",
    }
    assert statuses(files, "none") == [UNSURE]
    files["content/b.md"] = "# B\n\n{{< intro >}}"
    assert statuses(files, "none") == [MISSING]


def test_tabs_of_a_theme_that_is_not_here_and_headings_between_them() -> None:
    page = "# B\n\n{{< tabpane text=true >}}\n{{% tab One %}}\n## Inner\n{{% /tab %}}\n{{< /tabpane >}}\n"
    docsy = {"hugo.toml": '[[module.imports]]\npath = "github.com/google/docsy"', "content/b.md": page}
    assert statuses(docsy, "inner", "tabs-00-01", "none") == [OK, UNSURE, MISSING]
    assert statuses({**docsy, "hugo.toml": "theme = ['docsy']"}, "inner", "none") == [OK, MISSING]
    # Other themes may give a tab the id of its title.
    assert statuses({"content/b.md": page}, "inner", "one") == [OK, UNSURE]
    # The block of code does not end the list.
    page = "1. One\n\n    {{< tabpane >}}\n\n```sh\nls\n```\n\n    {{< /tabpane >}}\n\n    ### Two\n"
    assert statuses({**docsy, "content/b.md": page}, "two", "none") == [UNSURE, UNSURE]
    assert statuses({**docsy, "content/b.md": page.replace("    ### Two", "    # ls")}, "none") == [MISSING]
    assert statuses({**docsy, "content/b.md": page.replace("ls\n", "    ## ls\n").replace("###", "#")}, "none") == [
        MISSING
    ]


def test_ids_of_controls_that_templates_make() -> None:
    single = '{{ range .Params.rows }}<input type="radio" id="{{ .name }}">{{ end }}{{ .Content }}'
    files = {"layouts/_default/single.html": single, "content/b.md": "# B"}
    assert statuses(files, "none") == [MISSING]
    files["layouts/_default/single.html"] = single.replace("input", "section")
    assert statuses(files, "none") == [UNSURE]


def test_a_layout_that_shows_something_else_than_the_text() -> None:
    files = {
        "layouts/_default/single.html": "{{ .Content }}",
        "layouts/_default/reference.html": "<redoc></redoc>",
        "layouts/_default/wide.html": '{{ partial "text.html" . }}',
        "layouts/partials/text.html": "{{ .Content }}",
        "content/b.md": "---\nlayout: reference\n---\n# B",
    }
    assert statuses(files, "one") == [UNSURE]
    for layout in ("wide", "[reference]", "{}"):
        files["content/b.md"] = f"---\nlayout: {layout}\n---\n# B"
        assert statuses(files, "one") == [MISSING]

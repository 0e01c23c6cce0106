"""Jekyll: pages that templates link by addresses which they put together, or find by a value."""

import pytest

from tests.site.sites import make_site, orphan_states

BLOG = {
    "Gemfile": "gem 'jekyll'",
    "_config.yml": "collections:\n  people:\n    output: true\n    permalink: /:collection/:title.html\n",
    "_people/ann.md": "---\nlayout: default\n---\n",
    "index.html": "---\nlayout: default\n---\n",
}


@pytest.mark.parametrize(
    ("template", "state"),
    [
        ('<a href="/people/{{ a }}.html">x</a>', "unknown"),
        ("<a href='{{ site.baseurl }}/people/{{ page.author | slugify }}.html#work'>x</a>", "unknown"),
        ("{% assign url = site.url | append: '/people/' | append: a | append: '.html' %}", "unknown"),
        ('{% assign author = site.people | where: "short", a | first %}<a href="{{ author.url }}">x</a>', "unknown"),
        ('<a href="/teams/{{ a }}.html">x</a>', "checked"),
        ('<a href="/people/{{ a }}/">x</a>', "checked"),
        ('<a href="/people/{{ include.name }}.html">x</a>', "checked"),
        ('<a href="/{{ a }}">x</a>{{ "/" | append: a }}', "checked"),
        ("{% assign author = site.posts | first %}", "checked"),
        ('{% for x in site.data.nav %}<a href="/people/{{ x.who }}.html">x</a>{% endfor %}', "checked"),
    ],
)
def test_pages_that_templates_look_up_by_a_value_are_in_doubt(template: str, state: str) -> None:
    site = make_site({**BLOG, "_layouts/default.html": template + "{{ content }}"})
    assert orphan_states(site) == {"_people/ann.md": state}

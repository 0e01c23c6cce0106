"""Components whose source shows that they lead to another site."""

from __future__ import annotations

import pytest

from tests.site.sites import make_site, written_links

CONFIG = "export default {presets: [['classic', {}]]}"
REPOSITORY = "href={`https://github.com/o/n/blob/${branch()}/${href.startsWith('/') ? href.slice(1) : href}`}"


def status(component: str, **others: str) -> tuple[str, str]:
    files = {"docusaurus.config.js": CONFIG, "src/core/RepositoryLink.tsx": component, **others}
    site = make_site({**files, "docs/a.mdx": '<RepositoryLink href="template/app.json">x</RepositoryLink>'})
    (found,) = written_links(site, "docs/a.mdx")
    return found.kind, found.status


def test_a_component_that_puts_another_site_before_the_destination_leads_there() -> None:
    assert status(f"export default ({{href}}) => <A {REPOSITORY} />") == ("external", "external")


@pytest.mark.parametrize(
    "component",
    [
        "export default ({href}) => <A href={href} />",
        "export default ({href}) => <A href={`/docs/${href}`} />",
        "export default ({href}) => <A href='https://github.com/o/n' title={href} />",
        f"export default ({{href}}) => href.startsWith('/') ? <A href={{href}} /> : <A {REPOSITORY} />",
        "export default () => <b />",
    ],
)
def test_what_others_make_of_it_stays_unknown(component: str) -> None:
    assert status(component) == ("internal", "unresolvable")


def test_of_two_components_with_one_name_both_have_to_lead_there() -> None:
    here = "export default ({href}) => <A href={href} />"
    there = f"export default ({{href}}) => <A {REPOSITORY} />"
    assert status(there, **{"src/b/RepositoryLink.tsx": here}) == ("internal", "unresolvable")
    assert status(here, **{"src/b/RepositoryLink.tsx": there}) == ("internal", "unresolvable")
    assert status(there, **{"src/b/RepositoryLink.tsx": there}) == ("external", "external")

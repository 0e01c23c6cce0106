"""Two sites of one repository that share a host: links of one lead to pages of the other."""

from __future__ import annotations

from tests.site.sites import make_site, written_links

STARLIGHT = "import starlight from '@astrojs/starlight'\nexport default {integrations: [starlight({title: 'Roses'})]}"
BLOG = "web/src/content/blog/one.md"
POSTS = {
    "web/src/pages/blog/[slug].astro": """---
import { getCollection } from 'astro:content'
export async function getStaticPaths() {
  const posts = await getCollection('blog')
  return posts.map((post) => ({ params: { slug: post.id } }))
}
---
""",
}
MANY = range(6)


def build(text: str, page: str = "", count: int = len(MANY), **more: str) -> dict[str, str]:
    """A site of documentation below ``/docs``, and one with a blog, whose post has that text."""
    docs = {f"docs/src/content/docs/docs/p{n}.md": f"---\ntitle: P{n}\n---\n\n## Care\n\n{page}" for n in range(count)}
    configs = {"web/astro.config.mjs": "export default {}", "docs/astro.config.mjs": STARLIGHT}
    return {**configs, **POSTS, **docs, BLOG: f"---\ntitle: One\n---\n\n{text}", **more}


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


NAMED = " ".join(f"[p{n}](/docs/p{n}/)" for n in MANY)


def test_pages_of_the_other_site_are_found_and_what_neither_has_is_missing() -> None:
    text = f"{NAMED} [c](/docs/p0/#care) [d](/docs/p0/#gone) [g](/docs/gone/) [h](/gone/)"
    files = build(text, "[one](/blog/one/) [gone](/blog/gone/)")
    assert statuses(files, BLOG) == ["ok"] * 7 + ["fragment-missing", "missing", "missing"]
    assert statuses(files, "docs/src/content/docs/docs/p0.md") == ["ok", "missing"]


def test_their_redirects_lead_there_too() -> None:
    site = make_site(build(NAMED, **{"web/public/_redirects": "/old /docs/p1/\n/older /docs/gone/\n"}))
    assert [entry.status for entry in site.entries if entry.kind == "redirect"] == ["opaque", "missing"]


def test_sites_of_which_few_links_tell_share_nothing() -> None:
    assert statuses(build("[p](/docs/p0/) [q](/docs/p1/)"), BLOG) == ["missing"] * 2
    lost = " ".join(f"[g](/docs/gone{n}/)" for n in MANY)
    assert set(statuses(build(f"{NAMED} {lost}"), BLOG)) == {"missing"}


def test_a_folder_that_the_site_has_itself_is_its_own() -> None:
    own = {"web/src/pages/docs/p9.md": "---\n---\n"}
    assert statuses(build(f"{NAMED} [p](/docs/p9/)", **own), BLOG) == ["missing"] * 6 + ["ok"]

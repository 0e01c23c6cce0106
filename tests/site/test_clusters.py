"""Clusters: what the clusters file and front matter declare, as pages."""

from linklint.model.place import Location
from linklint.model.settings import ClusterSpec, RelatedSpec, Settings, SiteSettings, SpokeSpec
from linklint.model.site import Site
from tests.site.sites import make_site, site_of

FILES = {"README.md": "", "hub.md": "", "a.md": "", "b.md": "", "sub/README.md": "", "sub/c.md": ""}


def at(line: int) -> Location:
    return Location("clusters.yml", line, 1, line, 2)


def cluster(*spokes: str | SpokeSpec, hub: str = "hub.md", **more: object) -> Settings:
    specs = tuple(
        spoke if isinstance(spoke, SpokeSpec) else SpokeSpec(spoke, at(10 + n)) for n, spoke in enumerate(spokes)
    )
    return Settings(clusters=(ClusterSpec("c", hub, at(1), at(2), spokes=specs, **more),))  # type: ignore[arg-type]  # ditto


def members(site: Site) -> list[tuple[str, str, bool]]:
    return [(member.path, member.role, member.page is not None) for member in site.members]


def test_the_hub_comes_first_then_spokes_as_declared() -> None:
    site = make_site(FILES, cluster("b.md", "a.md", keyword="soil"))
    assert members(site) == [("hub.md", "hub", True), ("b.md", "spoke", True), ("a.md", "spoke", True)]
    assert site.members[0].keyword == "soil"
    assert [member.declared.line for member in site.members] == [2, 10, 11]
    assert site.clusters[0].hub is site.by_path["hub.md"]


def test_globs_are_sorted_and_never_take_the_hub() -> None:
    site = make_site(FILES, cluster("*.md"))
    assert members(site)[1:] == [("README.md", "spoke", True), ("a.md", "spoke", True), ("b.md", "spoke", True)]


def test_addresses_may_be_written_with_the_path_that_the_site_lies_below() -> None:
    files = {f"src/pages/{each}.md": f"# {each}" for each in ("hub", "a", "b")}
    files["astro.config.mjs"] = "export default { base: '/shop' }"
    for hub, spoke in (("/hub/", "/?/"), ("/shop/hub/", "/shop/?/"), ("/shop/hub", "/shop/[ab]/")):
        found = members(make_site(files, cluster(spoke, hub=hub)))
        assert [path for path, _, there in found if there] == [f"src/pages/{each}.md" for each in ("hub", "a", "b")]
    assert not members(make_site(files, cluster(hub="/other/hub/")))[0][2]


def test_a_page_that_two_entries_name_is_a_member_once() -> None:
    site = make_site(FILES, cluster(SpokeSpec("a.md", at(9), role="tool"), "{a,b}.md"))
    assert members(site)[1:] == [("a.md", "tool", True), ("b.md", "spoke", True)]


def test_urls_and_folders_name_pages() -> None:
    site = make_site(FILES, cluster("/sub/c.md", "/sub/", "/sub/*.md", hub="/hub.md"))
    assert members(site) == [("hub.md", "hub", True), ("sub/c.md", "spoke", True), ("sub/README.md", "spoke", True)]


def test_what_names_no_page_is_a_member_without_one() -> None:
    site = make_site(FILES, cluster("nope.md", "none/*.md", "/none/", "A.md", hub="nohub.md"))
    assert members(site) == [
        ("nohub.md", "hub", False), ("nope.md", "spoke", False), ("none/*.md", "spoke", False),
        ("/none/", "spoke", False),
        ("A.md", "spoke", False),
    ]  # fmt: skip
    assert (site.clusters[0].hub, site.clusters[0].hub_path) == (None, "nohub.md")


def test_a_file_whose_name_looks_like_a_glob_is_itself() -> None:
    site = make_site({**FILES, "a[1].md": ""}, cluster("a[1].md"))
    assert members(site)[1:] == [("a[1].md", "spoke", True)]


def test_pairs_of_existing_pages_once_each() -> None:
    related = [
        RelatedSpec(*pair, at(20)) for pair in (("a.md", "b.md"), ("b.md", "a.md"), ("a.md", "x.md"), ("a.md", "a.md"))
    ]
    site = make_site(FILES, cluster("a.md", "b.md", related=tuple(related)))
    assert [(pair.a.path, pair.b.path, pair.location.line) for pair in site.pairs] == [("a.md", "b.md", 20)]


def test_what_a_pair_names_and_is_no_page_is_a_member_without_one_unless_it_is_planned() -> None:
    named = RelatedSpec("a.md", "nope.md", at(20), (at(22), at(23)))
    related = (named, RelatedSpec("nope.md", "later.md", at(21)))
    site = make_site(FILES, cluster("a.md", related=related, planned=("later.md",)))
    assert members(site)[1:] == [("a.md", "spoke", True), ("nope.md", "spoke", False)]
    assert site.members[-1].declared.line == 23
    assert site.pairs == ()


def test_front_matter_joins_a_declared_cluster() -> None:
    files = {**FILES, "a.md": "---\ntitle: x\ncluster: c\nrole: tool\nkeyword: worms\nstage: decision\n---\n"}
    site = make_site(files, cluster("b.md"))
    member = site.members[-1]
    assert (member.path, member.role, member.keyword, member.stage) == ("a.md", "tool", "worms", "decision")
    assert (member.declared.path, member.declared.line) == ("a.md", 3)


def test_the_clusters_file_wins_and_front_matter_fills_what_it_leaves_open() -> None:
    files = {**FILES, "a.md": "---\ncluster: c\nrole: tool\nkeyword: worms\n---\n"}
    site = make_site(files, cluster(SpokeSpec("a.md", at(9), keyword="soil"), "b.md"))
    assert [(member.path, member.role, member.keyword) for member in site.members[1:]] == [
        ("a.md", "tool", "soil"),
        ("b.md", "spoke", None),
    ]


def test_front_matter_alone_declares_clusters() -> None:
    files = {
        "h.md": "---\ncluster: x\nrole: hub\nkeyword: k\n---\n",
        "s.md": "---\ncluster: [x, y]\n---\n",
        "n.md": "---\ncluster: 3\n---\n",
    }
    site = make_site(files)
    assert [(each.id, each.hub_path, each.keyword) for each in site.clusters] == [("x", "h.md", "k"), ("y", "", None)]
    assert [(member.cluster.id, member.path, member.role) for member in site.members] == [
        ("x", "h.md", "hub"), ("x", "s.md", "spoke"), ("y", "s.md", "spoke"),
    ]  # fmt: skip


def test_front_matter_keys_can_be_renamed() -> None:
    from linklint.model.files import MemoryRepository

    repository = MemoryRepository({"a.md": "---\ntopic: x\ncluster: y\n---\n"})
    site = site_of(repository, Settings(site=SiteSettings(front_matter_keys={"cluster": "topic"})))
    assert [each.id for each in site.clusters] == ["x"]
    assert site.front_matter_keys == {
        "cluster": "topic", "role": "role", "keyword": "keyword", "stage": "stage", "audience": "audience",
        "priority": "priority",
    }  # fmt: skip


def test_links_to_planned_pages_are_planned_until_the_page_exists() -> None:
    files = {**FILES, "a.md": "[x](avif.md) [y](/planned/) [z](other.md)"}
    settings = cluster("a.md", planned=("avif.md", "/planned/"))
    assert [link.status for link in make_site(files, settings).links if link.written] == [
        "planned",
        "planned",
        "missing",
    ]
    assert make_site({**files, "avif.md": ""}, settings).links[0].status == "ok"

"""Everything of a config but its rules."""

from linklint.config import list_effective
from linklint.model.place import Location
from linklint.model.settings import RelatedSpec, ScoreSettings, Settings, SpokeSpec
from tests.config.boxes import configure

FULL = """\
site:
  framework: plain
  content: [docs, ./blog/]
  url: https://example.com
  hosts: [WWW.example.com]
  roots: [/, docs/start.md]
  related_headings: [See also]
  languages: [en, de]
clusters: data/clusters.yml
roles: {tutorial: {links_to: {tool: required}}, tool: {}}
stages: [awareness, decision]
ignore: ["drafts/**", "./old.md"]
external_prefixes: [/api/]
orphans_ok: ["docs/landing-*.md"]
baseline: .linklint-baseline.jsonl
score: {damping: 0.9, nofollow: drop}
suppressions: {require-reason: true}
front_matter: {cluster: topic, required: [title, seo.title]}
"""
CLUSTERS = """\
roses:
  hub: docs/roses.md
  spokes:
    - docs/pruning.md
    - "docs/roses/*.md"
    - {page: /tools/x/, role: tool, keyword: pruning tool, stage: decision}
  keyword: roses
  related: [[docs/pruning.md, ./docs/soil.md]]
  planned: [docs/pests.md]
  require: {tool: 1}
"""
NAMES = ("docs/start.md", "blog/a.md")


def full() -> Settings:
    return configure({".linklint.yml": FULL, "data/clusters.yml": CLUSTERS}, names=NAMES).settings


def test_every_key() -> None:
    settings = full()
    site = settings.site
    assert (site.framework, site.content, site.url) == ("plain", ("docs", "blog"), "https://example.com")
    assert (site.hosts, site.roots) == (("www.example.com",), ("/", "docs/start.md"))
    assert (site.related_headings, site.languages) == (("See also",), ("en", "de"))
    assert (site.ignore, site.orphans_ok) == (("drafts/**", "old.md"), ("docs/landing-*.md",))
    assert site.external_prefixes == ("/api/",)
    assert site.front_matter_keys["cluster"] == "topic"
    assert site.front_matter_keys["role"] == "role"
    assert site.required_front_matter == ("title", "seo.title")
    assert settings.roles == {"tutorial": {"tool": "required"}, "tool": {}}
    assert settings.stages == ("awareness", "decision")
    assert settings.baseline == ".linklint-baseline.jsonl"
    assert settings.score == ScoreSettings(0.9, "drop")
    assert settings.require_reason
    assert (settings.config_path, settings.clusters_path) == (".linklint.yml", "data/clusters.yml")


def test_clusters_with_their_places() -> None:
    (cluster,) = full().clusters
    path = "data/clusters.yml"
    assert (cluster.id, cluster.hub, cluster.keyword) == ("roses", "docs/roses.md", "roses")
    assert cluster.location == Location(path, 1, 1, 1, 6)
    assert cluster.hub_location == Location(path, 2, 8, 2, 21)
    assert cluster.spokes == (
        SpokeSpec("docs/pruning.md", Location(path, 4, 7, 4, 22)),
        SpokeSpec("docs/roses/*.md", Location(path, 5, 7, 5, 24)),
        SpokeSpec("/tools/x/", Location(path, 6, 14, 6, 23), "tool", "pruning tool", "decision"),
    )
    places = Location(path, 8, 14, 8, 29), Location(path, 8, 31, 8, 45)
    assert cluster.related == (RelatedSpec("docs/pruning.md", "docs/soil.md", Location(path, 8, 13, 8, 46), places),)
    assert (cluster.planned, cluster.require) == (("docs/pests.md",), {"tool": 1})


def test_clusters_inside_the_config() -> None:
    settings = configure({".linklint.yml": "clusters: {roses: {hub: roses.md}}"}).settings
    assert settings.clusters[0].hub_location == Location(".linklint.yml", 1, 25, 1, 33)
    assert settings.clusters_path is None


def test_without_a_config_all_is_default() -> None:
    settings = configure({}).settings
    assert settings.site.framework == "auto"
    assert (settings.clusters, settings.baseline, settings.require_reason) == ((), None, False)
    assert settings.score == ScoreSettings(0.85, "spread")


def test_files_are_relative_to_the_config_and_clusters_to_the_top() -> None:
    files = {
        "docs/.linklint.yml": "clusters: c.yml\nbaseline: ../known.jsonl\nsite: {content: [.], roots: [a.md]}",
        "docs/c.yml": "x: {hub: docs/a.md}",
    }
    settings = configure(files, start="docs", names=("docs/a.md",)).settings
    assert (settings.clusters_path, settings.baseline) == ("docs/c.yml", "known.jsonl")
    assert (settings.site.content, settings.site.roots) == (("docs",), ("docs/a.md",))
    assert settings.clusters[0].hub == "docs/a.md"


def test_each_effective_value_names_its_origin() -> None:
    text = """\
site: {framework: plain}
rules:
  max-links: {level: error, options: {max: 60}}
overrides:
  - files: ["blog/**"]
    rules: {max-links: {options: {max: 30}}, no-words: off}
"""
    configuration = configure({".linklint.yml": text}, names=NAMES, assignments=[("stages", "[a]")])
    whole = {row.key: (row.value, row.origin) for row in list_effective(configuration)}
    assert whole["site.framework"] == ("plain", ".linklint.yml:1")
    assert whole["score.damping"] == (0.85, "default")
    assert whole["stages"] == (["a"], "--set stages")
    assert whole["rules.max-links.level"] == ("error", ".linklint.yml:3")
    assert whole["rules.max-links.options.max"] == (60, ".linklint.yml:3")
    assert whole["rules.no-words.level"] == ("error", "linklint:recommended:1")
    assert whole["rules.no-words.options.places"][1] == "default"
    blog = {row.key: (row.value, row.origin) for row in list_effective(configuration, "blog/a.md")}
    assert blog["rules.max-links.level"] == ("error", ".linklint.yml:3")
    assert blog["rules.max-links.options.max"] == (30, ".linklint.yml:6")
    assert blog["rules.no-words.level"] == ("off", ".linklint.yml:6")


TABLE = """\
# exported on Monday
Top pages;Klicks;CTR;Position;Query
https://example.com/a/;"1.200";2,5 %;12,5;roses
https://example.com/b/;3;-;;
;1;1 %;1;x
"""


def test_data_files_are_read_with_their_own_columns() -> None:
    config = """\
data:
  search:
    file: gsc.csv
    key: Top pages
    decimal: ","
    columns: {clicks: Klicks, ctr: CTR, position: {column: Position, combine: least}, query: Query}
score: {teleport: data.search.clicks}
"""
    settings = configure({".linklint.yml": config, "gsc.csv": TABLE}).settings
    (table,) = settings.data
    assert (table.name, table.path) == ("search", "gsc.csv")
    assert table.columns == {"clicks": "sum", "ctr": "mean", "position": "least", "query": "first"}
    assert [(row.key, row.location.line, row.values) for row in table.rows] == [
        ("https://example.com/a/", 3, {"clicks": 1200, "ctr": 0.025, "position": 12.5, "query": "roses"}),
        ("https://example.com/b/", 4, {"clicks": 3}),
    ]
    assert settings.score.teleport == ("search", "clicks")


def test_without_columns_all_are_facts_by_their_own_names() -> None:
    config = "data: {search: {file: gsc.csv, key: Page}}"
    sheet = "Page,Avg. position,CTR,Clicks\n/a,3.5,12%,2\n"
    (table,) = configure({".linklint.yml": config, "gsc.csv": sheet}).settings.data
    assert table.rows[0].values == {"avg_position": 3.5, "ctr": 0.12, "clicks": 2}
    assert table.columns == {"avg_position": "sum", "ctr": "mean", "clicks": "sum"}

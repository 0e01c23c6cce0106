"""Whatever is written, a link has one of the statuses, and nobody raises."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linklint.model.document import Document, WrittenLink
from linklint.model.files import MemoryRepository
from linklint.model.place import Span, pack_spans
from linklint.model.settings import Settings
from linklint.model.site import KINDS, PLACES, STATUSES
from linklint.site import Neighbours, build, detect, nearest

HREFS = st.one_of(
    st.text(alphabet=st.characters(codec=None), max_size=40),
    st.text(alphabet="./\\#?%:@[]{}abAB2ef~ \t\n", max_size=25),
    st.lists(
        st.sampled_from(["..", ".", "a.md", "A.md", "sub", "%2e%2e", "#x", "//", "http:", "?y", "%00", "\ud800"])
    ).map("/".join),
)
REPOSITORY = MemoryRepository({"README.md": "", "a.md": "", "sub/README.md": "", "sub/b.html": "", "index.html": ""})
SPAN = Span(0, 1, 1, 1, 1, 2)


@given(st.lists(HREFS, max_size=8), st.sampled_from(["inline", "html", "image", "wikilink"]), st.none() | HREFS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_destination_resolves(hrefs: list[str], syntax: str, base: str | None) -> None:
    element = "img" if syntax == "image" else "a"
    links = tuple(WrittenLink(syntax, element, href, href, "x", pack_spans(SPAN)) for href in hrefs)
    mounts = detect(REPOSITORY, Settings().site)
    documents = {path: Document("markdown", 1, 1) for path in REPOSITORY.names.files}
    for source in ("README.md", "sub/b.html"):
        document = Document("markdown", 1, 1, links=links)
        if base is not None:
            document = Document("html", 1, 1, links=links, head=type(document.head)(base=base, canonical=base))
        site = build(REPOSITORY, mounts, {**documents, source: document}, Settings())
        for link in site.links:
            assert link.status in STATUSES
            assert link.kind in KINDS
            assert link.place in PLACES
            assert (link.target is None) or link.status not in ("missing", "outside", "external", "opaque")
            assert all(isinstance(text, str) for text in nearest(link, Neighbours(site)))

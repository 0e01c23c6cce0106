"""One report of each kind, with texts that would do harm if they were not inert."""

from linklint.model.sheets import (
    AnchorCount,
    AnchorLedger,
    AnchorRow,
    ClusterMatrix,
    ClusterReport,
    EquityReport,
    EquityRow,
    Flow,
    HubRow,
    HubSheet,
    LedgerEntry,
    MatrixRow,
    Membership,
    MissingLink,
)

EVIL = '=cmd|"x" \x1b[31m<img src=x> | [a](javascript:b) `c` @team'
UP = MissingLink("hub", "roses/soil.md", "roses/README.md", "/roses/", "Roses", 12, "All about roses")
DOWN = MissingLink("spoke", "roses/README.md", "roses/soil.md", "/roses/soil.md", EVIL, 1, elsewhere="nav")
ALIKE = MissingLink("similar", "roses/soil.md", "compost.md", "/compost.md", None, 3)
RELATED = MissingLink("related", "roses/soil.md", "roses/pests.md", "/roses/pests.md", "Pests", 1, "", "related", 40)
ROSE, SOIL = Membership("roses", "hub"), Membership("roses", "spoke")
LONG = "a-folder-with-a-long-name/and-another-one/with-a-page-of-a-very-long-name-too.md"

HUB = HubSheet(
    (
        HubRow("roses/README.md", "/roses/", "Roses", "roses", (ROSE,), 9, 7, "high", 1, 3.14159,
               (AnchorCount("roses", 6), AnchorCount("all roses", 3)), (DOWN,)),
        HubRow("roses/soil.md", "/roses/soil.md", EVIL, None, (SOIL, Membership("soil", "hub")), 0, 0, 2, None, 0.5,
               (), (UP, ALIKE)),
        HubRow(LONG, f"/{LONG}", "A title that is much too long for any column of any terminal", None, (), 1, 1, None,
               2, None, (AnchorCount("here", 1),), ()),
    )
)  # fmt: skip
CLUSTERS = ClusterReport(
    (
        ClusterMatrix(
            id="roses", keyword="roses", declared="clusters.yml:2", hub="roses/README.md", hub_rank=2, pages=3,
            spokes=2, up=0.5, down=0.5, related=0.0, related_pairs=1, leak=0.25, density=1 / 3,
            members=(
                MatrixRow("roses/README.md", "hub", "roses", "published", None, None, 1, 9, 1, 3.14159),
                MatrixRow("roses/soil.md", "spoke", EVIL, "published", None, "nav", 0, 0, None, 0.5),
                MatrixRow("roses/pests.md", "spoke", None, "published", "body", "body", 0, 3, 2, 1.0),
                MatrixRow("roses/draft.md", "tool", None, "unpublished", None, None, 0, 0, None, None),
                MatrixRow("roses/gone.md", "spoke", None, "missing", None, None, 0, 0, None, None),
                MatrixRow("soil.md", "spoke", None, "missing", None, None, 0, 0, None, None, ("roses/soil.md", EVIL)),
            ),
            missing=(DOWN, UP, RELATED), suggested=(ALIKE,), planned=("roses/hips.md",), missing_roles=("comparison",),
        ),
        ClusterMatrix(
            id=EVIL, keyword=None, declared="a.md:1", hub="", hub_rank=None, pages=0, spokes=0, up=None, down=None,
            related=None, related_pairs=0, leak=None, density=None, members=(), missing=(), suggested=(), planned=(),
            missing_roles=(),
        ),
    ),
    1,
)  # fmt: skip
ANCHORS = AnchorLedger(
    (
        LedgerEntry("roses/README.md", "Roses", "roses", 5, 2, 0.6, 0.2, (
            AnchorRow("roses", "exact", 3, 3, ("a.md:1", "b.md:2", "c.md:3")),
            AnchorRow(EVIL, "generic", 2, 1, ("a.md:9",)),
        )),
        LedgerEntry("b.md", None, None, 1, 1, None, 0.0, (AnchorRow("b", "title", 1, 1, ("a.md:4",)),)),
    )
)  # fmt: skip
FIRST = EquityRow("roses/README.md", ("roses",), 3.14159, 0.5, 1, 9, 4)
LAST = EquityRow(EVIL, ("a", "b"), 0.5, 0.08, 6, 0, 0)
EQUITY = EquityReport(
    6, 0.4321, 0.5, "cluster", (FIRST, LAST), (LAST, FIRST), (), (FIRST,),
    (Flow("roses", "(no cluster)", 0.25, 3), Flow("(no cluster)", "roses", 0.05, 1)), True,
)  # fmt: skip
REPORTS = {"hub": HUB, "clusters": CLUSTERS, "anchors": ANCHORS, "equity": EQUITY}
NOTHING = {
    "hub": HubSheet(()),
    "clusters": ClusterReport((), 0),
    "anchors": AnchorLedger(()),
    "equity": EquityReport(0, None, None, "folder", (), (), (), (), ()),
}

"""Pull requests on the handbook that take links out, and pages."""

from __future__ import annotations

from tests.history.requests import PullRequest, Told, append, delete, edit, request, write

TOOLS = "- [Tools](tools/README.md)\n"
FORK, RAKE = "- [Fork](fork.md)\n", "- [Rake](rake.md)\n"
NO_MULCH = (
    edit("guides/soil.md", "[mulch](mulch.md)", "mulch"),
    edit("guides/lawn.md", "[mulch](mulch.md)", "mulch"),
)
ORPHANED = "no-new-orphans"
DELETED = "deleted-page-needs-redirect"

LINKS = [
    request(
        "take a line with the only link to a page out of a list",
        edit("tools/README.md", FORK, ""),
        new=[Told("tools/README.md:5:1", ORPHANED, "tools/fork.md", "here")],
    ),
    request(
        "take the last line out, of whose page main made another link meanwhile",
        edit("tools/README.md", RAKE, ""),
        elsewhere={"merge base": [Told("tools/README.md:5:1", ORPHANED, "tools/rake.md", "here")]},
    ),
    request(
        "make the only link to a page plain text",
        edit("tools/README.md", FORK, "- Fork\n"),
        new=[Told("tools/README.md:5:1", ORPHANED, "tools/fork.md", "here")],
    ),
    request(
        "let the only link to a page lead to another",
        edit("tools/README.md", "fork.md", "spade.md"),
        new=[Told("tools/README.md:5:3", ORPHANED, "tools/fork.md", "here")],
    ),
    request(
        "mistype the only link to a page",
        edit("tools/README.md", "fork.md", "frok.md"),
        new=[
            Told("tools/README.md:5:3", "no-broken-links", "tools/README.md"),
            Told("tools/README.md:5:3", ORPHANED, "tools/fork.md", "here"),
        ],
    ),
    request(
        "comment the only link to a page out",
        edit("tools/README.md", FORK, "<!-- - [Fork](fork.md) -->\n"),
        new=[Told("tools/README.md:5:1", ORPHANED, "tools/fork.md", "here")],
    ),
    request(
        "ask search engines not to follow the only link to a page",
        edit("tools/README.md", FORK, '- <a href="fork.md" rel="nofollow">Fork</a>\n'),
        new=[
            Told("tools/README.md:5:3", ORPHANED, "tools/fork.md", "here"),
            Told("tools/README.md:5:3", "no-nofollow-internal-links", "tools/README.md"),
        ],
    ),
    request("take out one of two links to a page", edit("tools/README.md", "- [Spade](spade.md)\n", "")),
    request(
        "take out both links to a page, in two files",
        *NO_MULCH,
        new=[Told("guides/lawn.md:7:1", ORPHANED, "guides/mulch.md", "here")],
    ),
    PullRequest(
        "take out both links to a page, in two commits",
        [NO_MULCH[:1], NO_MULCH[1:]],
        new=[Told("guides/lawn.md:7:1", ORPHANED, "guides/mulch.md", "here")],
    ),
    request(
        "take out one link to a page while main takes out the other",
        NO_MULCH[0],
        meanwhile=NO_MULCH[1:],
        new=[Told("guides/soil.md:11:1", ORPHANED, "guides/mulch.md", "here")],
        elsewhere={"merge base": []},
    ),
    PullRequest(
        "take a link out and put it back",
        [[edit("tools/README.md", FORK, "")], [edit("tools/README.md", RAKE, FORK + RAKE)]],
    ),
    request(
        "put back a link to a page that had none",
        append("guides/mulch.md", "\nBeware of [slugs](slugs.md).\n"),
        fixed=[Told("guides/slugs.md:1:1", "no-orphans", "guides/slugs.md")],
    ),
    request(
        "cut off two pages that link each other",
        edit("guides/roses.md", "[ladybirds](ladybirds.md)", "ladybirds"),
        new=[
            Told("guides/roses.md:14:1", "no-stranded-pages", "guides/aphids.md", "here"),
            Told("guides/roses.md:14:1", "no-stranded-pages", "guides/ladybirds.md", "here"),
        ],
    ),
    request("take a folder out of the home page, where GitHub lists it", edit("README.md", TOOLS, "")),
    request(
        "make the way to a deep page longer",
        edit("README.md", "[soil](guides/soil.md)", "soil"),
        new=[Told("README.md:3:1", "no-depth-regression", "guides/fungi/truffle.md", "here")],
    ),
    request(
        "take the catalogue out of the home page",
        edit("README.md", "- [Catalogue](catalogue.md)\n", ""),
        new=[
            Told("README.md:8:1", ORPHANED, "catalogue.md", "here"),
            *(
                Told("README.md:8:1", "no-stranded-pages", f"varieties/rose-{number:02}.md", "here")
                for number in range(1, 17)
            ),
        ],
    ),
]

DELETIONS = [
    request(
        "delete a page and leave two links behind",
        delete("guides/mulch.md"),
        new=[Told("guides/lawn.md:7:24", DELETED, "guides/mulch.md", "here")],
    ),
    request("delete a page together with its links", delete("guides/mulch.md"), *NO_MULCH),
    request(
        "delete a page together with its links, while main writes another",
        delete("guides/mulch.md"),
        *NO_MULCH,
        meanwhile=[append("guides/worms.md", "\nThey hide under [mulch](mulch.md).\n")],
        new=[Told("guides/worms.md:5:17", DELETED, "guides/mulch.md", "here")],
        elsewhere={"merge base": []},
    ),
    request(
        "delete a page that nothing links to",
        delete("guides/slugs.md"),
        fixed=[Told("guides/slugs.md:1:1", "no-orphans", "guides/slugs.md")],
    ),
    request(
        "delete a page that had the only link to another",
        delete("guides/ladybirds.md"),
        edit("guides/roses.md", "[ladybirds](ladybirds.md)", "ladybirds"),
        new=[
            Told("guides/aphids.md:3:13", DELETED, "guides/ladybirds.md", "here"),
            Told("guides/aphids.md:3:13", ORPHANED, "guides/aphids.md", "here"),
        ],
    ),
    request(
        "delete a page with its links, and it had the only link to another",
        delete("guides/fungi.md"),
        edit("guides/soil.md", "[fungi](fungi.md)", "fungi"),
        edit("guides/worms.md", "[fungi](fungi.md)", "fungi"),
        new=[Told("guides/fungi.md", ORPHANED, "guides/fungi/truffle.md", "here")],
    ),
    request(
        "delete a spoke that its hub, the clusters file and a page still name",
        delete("guides/roses/feeding.md"),
        new=[
            Told("clusters.yml:6:7", "no-missing-cluster-pages", "guides/roses/feeding.md"),
            Told("glossary.md:9:5", DELETED, "guides/roses/feeding.md", "here"),
        ],
    ),
    request(
        "delete the home page",
        delete("README.md"),
        new=[
            Told("README.md", ORPHANED, "catalogue.md", "here"),
            Told("README.md", ORPHANED, "glossary.md", "here"),
        ],
    ),
    request(
        "delete a picture that a page shows",
        delete("images/cut.png"),
        new=[Told("guides/roses/pruning.md:9:1", "no-broken-links", "guides/roses/pruning.md")],
    ),
    request(
        "delete a page and write another in its stead, with its links",
        delete("tools/fork.md"),
        edit("tools/README.md", FORK, "- [Border fork](border.md)\n"),
        write("tools/border.md", "# The border fork\n\nFor small hands, one of our [tools](README.md).\n"),
    ),
]

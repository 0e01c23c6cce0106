"""Which fragments a page has, and whether a written one is among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from linklint.model.document import Document, WrittenLink
from linklint.source.slugs import github_slug_with_joiners, github_slugs

# Notes after which a document may hold headings and ids that were not seen.
PARTLY_READ = frozenset({"unreadable", "encrypted", "too-large", "encoding", "nul", "nesting", "timeout"})
TEXT_DIRECTIVE = ":~:"
GITHUB_LINES = re.compile(r"L\d+(C\d+)?(-(L\d+)?(C\d+)?)?")
GITHUB_NOTE = re.compile(r"(user-content-)?fn(ref)?(:|-)?.*")
EXPLICIT_ID = re.compile(r"(?<!\s)\s*+\{:?\s*+#([^\s{}]++)[^{}]*+\}\s*+$")
# Badges of https://allcontributors.org, ``<a href="#content-NAME" title="Content">``: they lead nowhere on purpose.
CONTRIBUTOR = re.compile(r"[A-Za-z0-9]+-[A-Za-z0-9][A-Za-z0-9\-\[\]]*")
CONTRIBUTION = re.compile(
    r"(?:a11y|audio|blog|bug|business|code|content|data|design|doc|eventOrganizing|example|financial|fundingFinding|"
    r"ideas|infra|maintenance|mentoring|music|platform|plugin|projectManagement|promotion|question|research|review|"
    r"security|talk|test|tool|translation|tutorial|userTesting|video)(?P<who>-.+)?"
)
# A release in a changelog that links itself, by an id that some site gives it: ``[1.2.0](./#1.2.0)``.
RELEASE = re.compile(r"v?\d+\.\d+[\w.\-+]*")
# Places in a description of an API, which a script such as Redoc's shows: ``#tag/Roses/operation/plant``.
OF_API = re.compile(r"(?:operation|schema|section|tag|webhook)s?/.+")
# What a service shows below a post (Disqus, WordPress): a comment by its number, or all of them.
COMMENT = re.compile(r"(?:i?dc-)?comment-?\d{3,}|disqus_thread")
GITHUB_PREFIX = "user-content-"
# Ids of the page that shows a repository; links "to the top" name them.
GITHUB_PAGE = frozenset({"readme", "repo-content-pjax-container", "repo-content-turbo-frame", "start-of-content"})
# Ids that goldmark and kramdown give to footnotes and to the places that refer to them.
FOOTNOTE = re.compile(r"fn(?:ref\d*)?:.+")

EMOJI = re.compile(r":[\w+\-]+:")
"""The name of an emoji, which some generators replace before they make the id of a heading."""
# An id that a script in the page makes of data (https://mavo.io/docs/expressions): ``id="[idify(title)]"``.
EXPRESSION = re.compile(r"\[[^\[\]]+\]")
PARAMETERS = re.compile(r"[\w.\-]+=[^=&]*(?:&[\w.\-]+=[^=&]*)*")


class Verdict(NamedTuple):
    """``status``: ``ok``, ``fragment-missing``, ``fragment-unverifiable`` or ``case-mismatch``."""

    status: str
    reason: str = ""


OK = Verdict("ok")
FURTHER = "\0"
"""Among the fragments of a page that has others too, which cannot be known; and before the beginning of those whose end
cannot be."""
FRAGMENT_IS = "the fragment is written"  # how a reason begins when only the fragment is in the wrong case


def document_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of all elements, and nothing else: what a browser finds in a page whose headings get no ids of their own."""
    if any(note.kind in PARTLY_READ for document in documents for note in document.notes):
        return None
    ids = {element.id for document in documents for element in document.ids}
    ids.update(heading.id for document in documents for heading in document.headings if heading.id)
    if any(map(EXPRESSION.fullmatch, ids)):
        ids.add(FURTHER)
    return frozenset(ids)


def github_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of all elements, and the slugs that GitHub gives to headings, raw HTML headings too
    (https://github.com/Flet/github-slugger). An explicit ``{#id}``, which other renderers know and GitHub shows as
    text, counts in either reading; so do the joiners of emoji and Persian, which GitHub keeps and github-slugger drops.
    None where a macro makes a part of the page: then it is read as a page of a site, and that part may have headings.
    """
    ids = document_fragments(documents)
    if ids is None or any(include.kind == "macro" for document in documents for include in document.includes):
        return None
    shown = [heading.text for document in documents for heading in document.headings]
    found = ids.union(github_slugs(shown))
    if not all(map(str.isascii, shown)):
        found = found.union(github_slugs(shown, github_slug_with_joiners))
    explicit = {match[1] for text in shown if text.rstrip()[-1:] == "}" and (match := EXPLICIT_ID.search(text))}
    if explicit:
        found = found.union(explicit, github_slugs(EXPLICIT_ID.sub("", text) for text in shown))
    return found


def list_certain(fragments: Iterable[str]) -> frozenset[str]:
    """Those among the fragments of a page that are known whole."""
    return frozenset(each for each in fragments if not each.startswith(FURTHER))


def judge_fragment(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """Whether ``fragment`` (decoded) is among ``fragments``. The empty one, ``top`` and text fragments always are
    (https://html.spec.whatwg.org/multipage/browsing-the-web.html#select-the-indicated-part)."""
    fragment = fragment.partition(TEXT_DIRECTIVE)[0]
    if fragment.casefold() in ("", "top"):
        return OK
    if fragments is None:
        return Verdict("fragment-unverifiable", "what fragments the target has cannot be known")
    if fragment in fragments:
        return OK
    if FURTHER in fragments:
        return Verdict("fragment-unverifiable", "some fragments of the target cannot be known")
    folded = fragment.casefold()
    for other in sorted(fragments):
        if other.casefold() == folded:
            return Verdict("case-mismatch", f'{FRAGMENT_IS} "{other}"')
    if is_contribution(fragment, written) or is_badge(fragment, written):
        return OK  # GitHub's READMEs are also pages of sites
    if COMMENT.fullmatch(fragment):
        return Verdict("fragment-unverifiable", "a script that shows comments may read it")
    if OF_API.fullmatch(fragment):
        return Verdict("fragment-unverifiable", "a script that shows the description of an API may read it")
    if written.text == fragment and RELEASE.fullmatch(fragment):
        return Verdict("fragment-unverifiable", "a site may give releases ids of their own")
    if any(each[:1] == FURTHER and fragment.startswith(each[1:]) for each in fragments):
        return Verdict("fragment-unverifiable", "ids that begin so are made of data")
    return Verdict("fragment-missing", f'the target has no heading or element for "#{fragment}"')


def is_contribution(fragment: str, written: WrittenLink) -> bool:
    """Whether the link is a contributor's badge: a symbol with a title. Some do not say whose it is."""
    is_tag = written.syntax in ("html", "jsx") and written.element == "a"
    found = CONTRIBUTION.fullmatch(fragment) if is_tag and written.title else None
    return found is not None and (found["who"] is not None or not any(map(str.isalnum, written.text)))


def is_badge(fragment: str, written: WrittenLink) -> bool:
    """Whether the link is a picture that leads nowhere on purpose: ``<a href="#badge"><img …></a>``."""
    return fragment in ("badge", "badges") and written.element == "a" and written.syntax != "inline"


def excuse_parameters(verdict: Verdict, fragment: str) -> Verdict:
    """The verdict, for pages that may hold components: ``#sort=name`` is theirs, as no heading gets such an id."""
    if verdict.status == "fragment-missing" and PARAMETERS.fullmatch(fragment):
        return Verdict("fragment-unverifiable", "a component may read this fragment")
    return verdict


def judge_noted_fragment(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As ``judge_fragment``, where footnotes have ids such as ``fn:1`` and ``fnref:note``: which ones, is not known."""
    return OK if FOOTNOTE.fullmatch(fragment) else judge_fragment(fragment, fragments, written)


def judge_github_fragment(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As ``judge_fragment``, with what GitHub adds: lines of a file, footnotes, the README itself and what is around
    it, the prefix that it puts before every id; and with the badges of contributors that a robot keeps in READMEs."""
    bare = fragment.partition(TEXT_DIRECTIVE)[0]
    if GITHUB_LINES.fullmatch(bare) or GITHUB_NOTE.fullmatch(bare) or bare in GITHUB_PAGE:
        return OK
    verdict = judge_fragment(bare, fragments, written)
    if verdict.status != "ok" and bare.startswith(GITHUB_PREFIX):
        return judge_fragment(bare[len(GITHUB_PREFIX) :], fragments, written)
    if verdict.status != "ok" and bare.startswith("/"):
        return Verdict("fragment-unverifiable", "an app that shows the text may read it: no id on GitHub begins with /")
    if verdict.status != "ok" and written.syntax == "html" and written.title and CONTRIBUTOR.fullmatch(bare):
        return OK
    return verdict


def judge_script_fragment(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As ``judge_fragment``, for pages whose scripts may read the fragment: ``#/route`` and ``#!state`` are theirs."""
    if fragment.startswith(("/", "!")):
        return Verdict("fragment-unverifiable", "a script reads this fragment")
    return judge_fragment(fragment, fragments, written)

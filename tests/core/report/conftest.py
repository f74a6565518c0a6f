from __future__ import annotations

from dataclasses import replace

import pytest
from chunk_builder import chunk, episode

from core.checks.findings import of_sources
from core.checks.table import CHECKS
from core.messages import Message
from core.model import EntryId, Merge, Reason, Tier
from core.reading.discover import Opened
from core.reading.document import read_document
from core.reading.files import Notice
from core.work import finished
from core.workflow.auditing import Audit, audited
from core.workflow.inspecting import Inspection
from core.workflow.merging import Merged, accept_tiers
from core.workflow.opening import built

CHUNKS = (
    chunk(
        1,
        "# 소개",
        "00:10 진행자가 손님을 소개함",
        "  00:14 the guest built the night bus",
        "? 뭐지",
        "00:30 그는 설명하려다 문장이 끊김",
    ),
    chunk(2, "? I wrote the notes to chunk_002.md"),
    chunk(3, "# Depot", "05:10 the depot opens", "> 05:12 이제 시작이다 — 화자", "05:01 an earlier note"),
    chunk(4, "# Money", "05:11 the depot is opened", "06:00 it costs 18"),
)
READ = episode(*CHUNKS, language="ko")
MERGES = (
    Merge(
        (EntryId("3:2"), EntryId("4:2")),
        0.61234,
        Tier.CERTAIN,
        (
            Reason("close", 1.0, Message("{seconds} s apart", {"seconds": 1})),
            Reason("words", 0.66666, Message("{shared} of {all} words shared", {"shared": 2, "all": 3})),
        ),
    ),
    Merge((EntryId("1:2"), EntryId("1:3")), 0.25, Tier.POSSIBLE),
)


def opened() -> Opened:
    notice = Notice(Message("the file {name} was not used", {"name": "old.md"}), "old.md")
    return Opened(episode=READ, files=(), transcript=(), notices=(notice,), finished=None)


@pytest.fixture
def inspection() -> Inspection:
    return Inspection(opened(), MERGES, of_sources(CHECKS, READ, MERGES))


@pytest.fixture
def merged() -> Merged:
    """The certain merge accepted, the possible one pending."""
    review = built(READ)
    review.set_merges(MERGES)
    accept_tiers(review, frozenset({Tier.CERTAIN}))
    return Merged(opened(), review)


@pytest.fixture
def audit() -> Audit:
    """A merge that lost a note, altered a quote and has a wrong heading."""
    text = (
        "# An episode\n\n1. a\n2. b\n3. c\n\n## Chapter 2: 소개 (00:10-05:12)\n\n- [00:10] 진행자가 손님을 소개함\n"
        '- [05:10] the depot opens\n\n> "[05:12] 저제 시작이다" — 화자\n'
    )
    sources = episode(CHUNKS[0], CHUNKS[2], language="ko")
    read = read_document(text)
    return Audit(replace(opened(), episode=sources), finished(audited(sources, read)), "a b/out,1.md", read)

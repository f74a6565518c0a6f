"""How surely an audit finds damage in a finished merge: one damage at a time, planted by chance.

    make bench-audit_damage

Each case takes the merge of a labelled episode, damages one thing, writes it, reads it and audits it. What is new then
must be about that thing and nothing else. A note whose twin still stands is no loss, so those are not dropped.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core.checks.finding import Finding
from core.export.markdown import markdown
from core.model import (
    Block,
    Document,
    EntryId,
    Episode,
    FindingId,
    ItemId,
    Kind,
    Merge,
    Path,
    ReviewState,
    Tier,
    blocks_of,
    walk,
)
from core.reading.document import ReadDocument, read_document
from core.text.speakers import same_speaker
from core.work import finished
from core.workflow.auditing import audited
from core.workflow.merging import ACCEPTED_TIERS, accept_tiers
from core.workflow.opening import built, detection
from core.workflow.review import Answer, Review
from tests.episodes.labelled import NAMES, Labelled, labelled

CASES = 40  # of each kind, for each episode
LANGUAGES = {"ko-a": "ko", "en-a": "en", "es-a": "es"}
DOUBTED = frozenset({"NS501", "NS502", "NS503", "NS505", "NS506", "NS507"})  # never on an undamaged merge


@dataclass(frozen=True)
class Base:
    """The undamaged merge of an episode."""

    labels: Labelled
    episode: Episode
    document: Document  # with the sources that its blocks really have
    known: frozenset[FindingId]  # what is found about it undamaged


@dataclass(frozen=True, slots=True)
class Damaged:
    """A document with one damage, and what must be found."""

    document: Document
    rules: frozenset[str]
    text: str = ""  # of the damaged block, as it now stands
    entries: frozenset[EntryId] = frozenset()  # or the entries that it is about


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case."""

    kind: str
    is_found: bool
    others: tuple[Finding, ...]
    damaged: Damaged


@cache
def base(name: str, accept: str = "certain") -> Base:
    """The merge of an episode as Notestitch makes it."""
    labels = labelled(name)
    episode = Episode(name, language=LANGUAGES[name], chunks=labels.chunks)
    review = built(episode)
    found = finished(detection(review.state))
    review.set_merges(found.merges)
    accept_tiers(review, ACCEPTED_TIERS[accept])
    document = review.state.document
    return Base(labels, episode, document, frozenset(f.id for f in open_findings(audit(episode, document))))


def by_labels(name: str) -> tuple[Episode, Document]:
    """The merge as a careful reader would make it: what the labels call a duplicate is one."""
    labels = labelled(name)
    episode = Episode(name, language=LANGUAGES[name], chunks=labels.chunks)
    review = built(episode)
    pairs = (
        sorted(pair, key=lambda entry: labels.container.get(pair) != entry) for pair in sorted(labels.true, key=sorted)
    )
    review.set_merges(Merge(tuple(pair), 1.0, Tier.CERTAIN) for pair in pairs)
    accept_tiers(review, frozenset({Tier.CERTAIN}))
    return episode, review.state.document


def audit(episode: Episode, document: Document) -> Review:
    """The review of the document as it is read from its Markdown."""
    return finished(audited(episode, read(episode, document)))


def read(episode: Episode, document: Document) -> ReadDocument:
    """The document as it is read from its Markdown."""
    return read_document(markdown(document, episode.style))


def open_findings(review: Review) -> list[Finding]:
    """What ``check`` reports."""
    return [f for f in review.findings if f.rule.is_of_document and review.answer(f) is Answer.OPEN]


# ------------------------------------------------------------------------------------------------------- damages

Chance = random.Random
Damage = Callable[[Base, Chance], "Damaged | None"]

_NAMES: Mapping[str, Mapping[str, str]] = {
    "ko-a": {"도경훈": "위나래", "위나래": "도경훈", "한서율": "도경훈", "LFP": "NCM"}
    | {"늘봄대": "한빛대", "하늬신도시": "마루신도시", "고샅로보틱스": "골목로보틱스"},
    "en-a": {"Ilse": "Mateus", "Mateus": "Ilse", "Tamsin": "Ilse", "SCARP": "NEPTUNE", "DAS": "LIDAR"}
    | {"Rennick": "Ballard", "Aldous": "Hartwell", "CTD": "AUV"},
    "es-a": {"Amparo": "Noelia", "Noelia": "Amparo", "Madrid": "Sevilla", "Valencia": "Zaragoza"}
    | {"Ayuntamiento": "Ministerio"},
}
_INVENTED: Mapping[str, Sequence[str]] = {
    "ko": (
        "게스트는 다음 시즌에 별도의 후속 방송을 준비하고 있다고 예고함",
        "청취자 한 명이 보낸 손편지를 스튜디오에서 낭독함",
        "진행자는 커피 값이 올라 카페를 옮겼다는 농담을 덧붙임",
        "해외 투자사가 지분 인수를 제안했으나 이사회가 거절했다고 밝힘",
        "정부 보조금 신청 서류를 세 번 반려당한 경험을 털어놓음",
    ),
    "en": (
        "A listener's letter about lighthouse keepers is read aloud in the studio",
        "The guest announces a book tour with stops in four cities next spring",
        "They joke about the price of coffee at the airport in Lisbon",
        "An overseas investor offered to buy the company, and the board declined",
        "A museum wants to exhibit the old wooden prototype beside a steam engine",
    ),
    "es": (
        "Se lee en antena la carta de una oyente sobre los faros de la costa",
        "La invitada anuncia una gira de presentaciones para la primavera siguiente",
        "Bromean sobre el precio del café en el aeropuerto de Lisboa",
        "Un inversor extranjero ofreció comprar la empresa y el consejo lo rechazó",
        "Un museo quiere exponer el prototipo de madera junto a una máquina de vapor",
    ),
}
_OTHER_WORDS: Mapping[str, Sequence[str]] = {
    "ko": ("물론", "언제나", "파란", "조용히", "바다", "열세", "가끔", "시장"),
    "en": ("never", "blue", "harbor", "quietly", "seven", "perhaps", "market", "winter"),
    "es": ("nunca", "azul", "puerto", "despacio", "siete", "quizás", "mercado", "invierno"),
}
_NEGATED: Mapping[str, Sequence[tuple[str, str]]] = {
    "ko": (
        (r"하고 있음$", "하고 있지 않음"),
        (r"있음$", "없음"),
        (r"했음$", "하지 않았음"),
        (r"([가-힣]{2,})함$", r"\1하지 않음"),
        (r"가능$", "불가능"),
        (r"([가-힣]{2,})됨$", r"\1되지 않음"),
        (r"있다고", "없다고"),
        (r"한다고", "하지 않는다고"),
    ),
    "en": (
        (r"\b(is|are|was|were|can|could|would|will|has|had|does|did)\b(?!['’]| not)", r"\1 not"),
        (r"\b(not|never) ", ""),
    ),
    "es": (
        (r"\b(es|está|son|están|era|tiene|tienen|puede|pueden|hay|hace|hacía|fue|funciona|sirve|va|van)\b", r"no \1"),
        (r"\b[Nn]o ", ""),
    ),
}


def lost_note(at: Base, chance: Chance) -> Damaged | None:
    """A note without children is gone."""
    return _lost(at, chance, Kind.NOTE, "NS501")


def lost_quote(at: Base, chance: Chance) -> Damaged | None:
    """A quote is gone."""
    return _lost(at, chance, Kind.QUOTE, "NS502")


def altered_quote(at: Base, chance: Chance) -> Damaged | None:
    """One word of a quote is another, is missing, or was put in."""
    path, block = _pick(at, chance, Kind.QUOTE)
    words = block.text.split()
    where = chance.randrange(len(words))
    other = chance.choice(_OTHER_WORDS[at.episode.language])
    words[where : where + chance.choice((1, 1, 0))] = chance.choice(([other], [other], []))
    text = " ".join(words)
    if not text or text == block.text:
        return None
    return _changed(at, path, replace(block, text=text), "NS503")


def changed_speaker(at: Base, chance: Chance) -> Damaged | None:
    """A quote has another speaker of the episode."""
    path, block = _pick(at, chance, Kind.QUOTE)
    named = {b.speaker for b in blocks_of(at.document) if b.speaker}
    speakers = sorted(speaker for speaker in named if not same_speaker(speaker, block.speaker))
    if not speakers or not block.speaker:
        return None
    return _changed(at, path, replace(block, speaker=chance.choice(speakers)), "NS504")


def invented_note(at: Base, chance: Chance) -> Damaged | None:
    """A note that nobody made, at a time between two others."""
    text = chance.choice(_INVENTED[at.episode.language])
    return _inserted(at, chance, Block(ItemId("b0"), Kind.NOTE, 0, text), "NS505")


def invented_quote(at: Base, chance: Chance) -> Damaged | None:
    """A quote that nobody said."""
    text = chance.choice(_INVENTED[at.episode.language])
    speaker = chance.choice([b.speaker for b in blocks_of(at.document) if b.speaker])
    return _inserted(at, chance, Block(ItemId("b0"), Kind.QUOTE, 0, text, speaker), "NS505")


def changed_number(at: Base, chance: Chance) -> Damaged | None:
    """One number of a note is another."""
    path, block = _pick(at, chance, Kind.NOTE)
    numbers = list(re.finditer(r"(?<![\d:.,\[])\d+(?![\d:\]])", block.text))
    if not numbers:
        return None
    match = chance.choice(numbers)
    other = str(int(match.group()) + chance.choice((1, 2, 7, 30)))
    return _changed(at, path, replace(block, text=_spliced(block.text, match, other)), "NS506")


def changed_name(at: Base, chance: Chance) -> Damaged | None:
    """One name in a note is another, wherever it stands in it."""
    path, block = _pick(at, chance, Kind.NOTE)
    fitting = [(was, now) for was, now in _NAMES[at.labels.name].items() if was in block.text and now not in block.text]
    if not fitting:
        return None
    was, now = chance.choice(fitting)
    return _changed(at, path, replace(block, text=block.text.replace(was, now)), "NS506")


def negated(at: Base, chance: Chance) -> Damaged | None:
    """A note says the contrary."""
    path, block = _pick(at, chance, Kind.NOTE)
    for pattern, other in _NEGATED[at.episode.language]:
        text = re.sub(pattern, other, block.text, count=1)
        if text != block.text:
            return _changed(at, path, replace(block, text=text), "NS506")
    return None


def retimed(at: Base, chance: Chance) -> Damaged | None:
    """A note or quote at another time, where it is still in order."""
    path, block = _pick(at, chance, chance.choice((Kind.NOTE, Kind.NOTE, Kind.QUOTE)))
    low, high = _room(at.document, path)
    had = {at.episode.entries[source].time_s for source in block.sources}
    free = [second for second in range(low, high + 1) if second not in had]
    if not free:
        return None
    return _changed(at, path, replace(block, time_s=chance.choice(free)), "NS507")


def out_of_order(at: Base, chance: Chance) -> Damaged | None:
    """A family stands some families too late."""
    number, chapter = chance.choice([(n, c) for n, c in enumerate(at.document.chapters) if len(c.blocks) > 6])
    tops = [n for n, b in enumerate(chapter.blocks) if b.kind is Kind.NOTE]
    if len(tops) < 5:
        return None
    which = chance.randrange(len(tops) - 4)
    block, target = chapter.blocks[tops[which]], tops[which + chance.choice((2, 3))]
    if block.time_s == chapter.blocks[target].time_s:
        return None
    blocks = [b for b in chapter.blocks if b is not block]
    blocks.insert(blocks.index(chapter.blocks[target]) + 1, block)
    document = at.document.with_chapters(number, replace(chapter, blocks=tuple(blocks)))
    return Damaged(document, frozenset({"NS301"}), block.text)


def told_twice(at: Base, chance: Chance) -> Damaged | None:
    """A note or quote stands there twice."""
    path, block = _pick(at, chance, chance.choice((Kind.NOTE, Kind.QUOTE)))
    if block.children:
        return None
    copy = replace(block, id=ItemId("b0"))
    document = at.document.spliced((*path[:-1], path[-1] + 1), copy, count=0)
    rules = frozenset({"NS202", "NS201"})  # of a merged quote each copy may stand for one of its sources
    return Damaged(document, rules, block.text, frozenset(block.sources))


KINDS: Mapping[str, Damage] = {
    "lost note": lost_note,
    "lost quote": lost_quote,
    "altered quote": altered_quote,
    "changed speaker": changed_speaker,
    "invented note": invented_note,
    "invented quote": invented_quote,
    "changed number": changed_number,
    "changed name": changed_name,
    "negated": negated,
    "retimed": retimed,
    "out of order": out_of_order,
    "told twice": told_twice,
}


def _pick(at: Base, chance: Chance, kind: Kind) -> tuple[Path, Block]:
    found = [
        ((number, *path), block)
        for number, chapter in enumerate(at.document.chapters)
        for path, block in walk(chapter.blocks)
        if block.kind is kind
    ]
    return chance.choice(found)


def _lost(at: Base, chance: Chance, kind: Kind, rule: str) -> Damaged | None:
    path, block = _pick(at, chance, kind)
    if block.children:
        return None
    rest = at.document.spliced(path)
    standing = {source for other in blocks_of(rest) for source in other.sources}
    twins = {e for pair in at.labels.true | at.labels.ignored for e in pair if not pair.isdisjoint(block.sources)}
    follows = {
        e for e in standing if at.labels.component.get(e) in {at.labels.component.get(s, "") for s in block.sources}
    }
    if (twins | follows) & standing:
        return None
    return Damaged(rest, frozenset({rule}), entries=frozenset(block.sources))


def _changed(at: Base, path: Path, block: Block, rule: str) -> Damaged:
    return Damaged(at.document.spliced(path, block), frozenset({rule}), block.text)


def _inserted(at: Base, chance: Chance, block: Block, rule: str) -> Damaged | None:
    path, beside = _pick(at, chance, block.kind)
    if len(path) > 2 and block.kind is Kind.QUOTE:
        return None
    *over, where = (int(at) for at in path)
    document = at.document.spliced((*over, where + 1), replace(block, time_s=beside.time_s), count=0)
    return Damaged(document, frozenset({rule}), block.text)


def _room(document: Document, path: Path) -> tuple[int, int]:
    """The seconds between which a block can be moved and stays in order."""
    chapter, *over = path
    at = over.pop()  # a block's path has at least its chapter's and its own position
    parent = document.block((chapter, *over)) if over else None
    siblings = parent.children if parent else document.chapters[chapter].blocks
    own = siblings[at].time_s or 0
    above = [parent] if parent else []
    before = [b.time_s for b in (*above, *siblings[:at]) if b.time_s is not None]
    after = [b.time_s for b in (*siblings[at].children, *siblings[at + 1 :]) if b.time_s is not None]
    return max(before, default=own), min(after, default=own)


def _spliced(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


# ----------------------------------------------------------------------------------------------------- measuring


def outcomes(name: str, kind: str, count: int, *, seed: int = 1) -> Iterator[Outcome]:
    """That many cases of one kind, as far as the episode has places for them."""
    at, chance, seen = base(name), random.Random(f"{name}{kind}{seed}"), set[object]()
    for _ in range(count * 30):
        if len(seen) >= count:
            return
        damaged = KINDS[kind](at, chance)
        if damaged is None or damaged.document in seen:
            continue
        seen.add(damaged.document)
        yield _outcome(at, kind, damaged)


def _outcome(at: Base, kind: str, damaged: Damaged) -> Outcome:
    review = audit(at.episode, damaged.document)
    new = [finding for finding in open_findings(review) if finding.id not in at.known]
    hits = [
        finding for finding in new if finding.rule.id in damaged.rules and _is_about(finding, damaged, review.state)
    ]
    return Outcome(kind, bool(hits), tuple(finding for finding in new if finding not in hits), damaged)


def _is_about(finding: Finding, damaged: Damaged, state: ReviewState) -> bool:
    if damaged.entries and not damaged.entries.isdisjoint(finding.entries):
        return True
    texts = {block.id: block.text for block in blocks_of(state.document)}
    return bool(damaged.text) and finding.block is not None and texts.get(finding.block) == damaged.text


def main() -> None:
    """Prints a line for each kind and the findings about undamaged merges."""
    print(f"{'kind':18}{'cases':>6}{'recall':>8}{'other':>8}")
    for kind in KINDS:
        found = [outcome for name in NAMES for outcome in outcomes(name, kind, CASES)]
        recall = sum(outcome.is_found for outcome in found) / len(found)
        other = sum(bool(outcome.others) for outcome in found) / len(found)
        print(f"{kind:18}{len(found):6}{recall:8.3f}{other:8.3f}")
        for outcome in found:
            if not outcome.is_found:
                print("   missed:", outcome.damaged.text or sorted(outcome.damaged.entries))
            for finding in outcome.others:
                print("   other:", finding.rule.id, finding.message, "|", outcome.damaged.text)
    print("\nundamaged merges: doubted findings")
    for name in NAMES:
        for accept in ("none", "certain", "likely"):
            at = base(name, accept)
            _print_doubted(f"{name}, {accept}", at.episode, at.document)
        _print_doubted(f"{name}, by the labels", *by_labels(name))


def _print_doubted(title: str, episode: Episode, document: Document) -> None:
    review = audit(episode, document)
    doubted = [finding for finding in open_findings(review) if finding.rule.id in DOUBTED]
    print(f"  {title}: {len(doubted)}")
    for finding in doubted:
        texts = [review.state.episode.entries[entry].text for entry in finding.entries]
        print("     ", finding.rule.id, finding.message, texts)


if __name__ == "__main__":
    main()

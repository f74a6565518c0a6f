"""How well duplicates are found on labelled episodes, beside what one would try first.

    make bench-detection

For each level of noise in the times of every other chunk: the detector as it is, the same with every tuned figure
chosen on the other episodes only (so that no figure profits from having seen its episode), and three baselines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from statistics import mean

import numpy as np
from rapidfuzz import fuzz

from core.detection.columns import Floats, columns, track_of
from core.detection.comparing import Comparison, Reading, compared
from core.detection.detect import analyse
from core.detection.judgement import features
from core.detection.likeness import weights_of
from core.detection.tuning import IN_USE, Model, Thresholds, Tuning
from core.detection.zones import overlaps
from core.model import Entry, Kind, Merge, SourceChunk, Tier
from core.text.grams import GramReader
from core.text.normalise import normalised
from core.work import finished
from tests.episodes.labelled import GRADES, NAMES, Labelled, Pair, Score, blurred, labelled, pairs_of, score

NOISE_S = (0, 4, 8)
SEEDS = (1, 2, 3, 4, 5)
TRIED_SEEDS = (11, 12)  # others than those that the figures are measured with
SHRINKAGE = 1.0
MUCH_REWORDED = ("ja-u",)  # of the figures in use only what Japanese endings weigh was chosen with it
# The first of equals is taken, so each grid begins with its middle and goes outwards.
IMAGINED, COMMON_SHARE, AGREEING = (50, 25, 100), (0.7, 0.5, 0.9), (0.30, 0.20, 0.40)
SLACK_S, NEAR_S, OUTSIDE_S = (10.0, 7.0, 15.0), (5.0, 3.5, 8.0), (8.0, 5.0, 12.0)
MATCH, ATTACH = (0.20, 0.15, 0.30, 0.10), (0.30, 0.40, 0.20)
LIKELY = (0.60, 0.70, 0.50, 0.80)
CERTAIN, MOSTLY = (0.99, 0.97, 0.95, 0.92, 0.90, 0.85), (0.60, 0.45, 0.30, 0.0)
MARGIN = 0.05  # by which the surest false pair must stay below "certain"


def main() -> None:
    """Prints all tables, what was chosen for each episode without it, and the weights that fit all episodes best."""
    chosen = {name: tuned_on(tuple(other for other in NAMES if other != name)) for name in NAMES}
    print(f"in use:          {_shown(IN_USE)}\nweights, by all: {_shown_model(fitted(NAMES, IN_USE.thresholds))}")
    for name, tuning in chosen.items():
        print(f"without {name}:    {_shown(tuning)}")
    for kind, each in (("each time for itself", True), ("all times of a chunk alike", False)):
        for sigma_s in NOISE_S:
            if sigma_s or each:
                print(f"\ntimes of every other chunk off by {sigma_s} s, {kind}" if sigma_s else "\nexact times")
                _print_table(sigma_s, chosen, each=each)


@cache
def tuned_on(names: tuple[str, ...]) -> Tuning:
    """The figures that serve some episodes best, chosen in the order in which they work.

    Words, times, then scores, by the highest F1 over all noise; "likely" by the F1 of what is likely or better;
    "certain" by the most certain ones of those graded same, where no false pair comes nearer to it than the margin.
    """
    start = Thresholds(slack_s=SLACK_S[0], near_s=NEAR_S[0], outside_s=OUTSIDE_S[0], match=MATCH[0], attach=ATTACH[0])
    words = (
        replace(start, imagined=imagined, common_in=round(share * imagined), agreeing=agreeing)
        for imagined, share, agreeing in product(IMAGINED, COMMON_SHARE, AGREEING)
    )
    found = max((Tuning(fitted(names, one), one) for one in words), key=lambda tuning: _f1(names, tuning))
    times = (
        replace(found.thresholds, slack_s=slack_s, near_s=near_s, outside_s=outside_s)
        for slack_s, near_s, outside_s in product(SLACK_S, NEAR_S, OUTSIDE_S)
    )
    found = max((Tuning(fitted(names, one), one) for one in times), key=lambda tuning: _f1(names, tuning))
    scores = (replace(found.thresholds, match=match, attach=attach) for match, attach in product(MATCH, ATTACH))
    found = max((replace(found, thresholds=one) for one in scores), key=lambda tuning: _f1(names, tuning))
    tiers = (replace(found.thresholds, likely=likely) for likely in LIKELY)
    found = max((replace(found, thresholds=one) for one in tiers), key=lambda tuning: _f1(names, tuning, likely=True))
    sure = [
        replace(found, thresholds=replace(found.thresholds, certain=certain, mostly=mostly))
        for certain, mostly in product(CERTAIN, MOSTLY)
    ]
    return max(
        (one for one in sure if _is_safe(names, one)), key=lambda one: _certain_share(names, one), default=sure[0]
    )


def _f1(names: Sequence[str], tuning: Tuning, *, likely: bool = False) -> float:
    kept = frozenset(Tier) - ({Tier.POSSIBLE} if likely else frozenset[Tier]())
    return round(mean(one.f1 for name in names for one in _tried(name, tuning, kept)), 4)


def _certain_share(names: Sequence[str], tuning: Tuning) -> float:
    return round(mean(one.certain_share_of_same for name in names for one in _tried(name, tuning)), 4)


def _is_safe(names: Sequence[str], tuning: Tuning) -> bool:
    lower = replace(tuning.thresholds, certain=tuning.thresholds.certain - MARGIN)
    tried = (one for name in names for one in _tried(name, replace(tuning, thresholds=lower)))
    return not any(one.certain_false for one in tried)


def _tried(name: str, tuning: Tuning, kept: frozenset[Tier] = frozenset(Tier)) -> Iterable[Score]:
    episode = labelled(name)
    for sigma_s in NOISE_S:
        for seed in TRIED_SEEDS if sigma_s else TRIED_SEEDS[:1]:
            merges = found_in(episode, blurred(episode.chunks, sigma_s, seed=seed, each=True), tuning)
            yield score(episode, *pairs_of(merge for merge in merges if merge.tier in kept))


def fitted(names: Sequence[str], thresholds: Thresholds) -> Model:
    """The weights that fit some episodes best, over all levels of noise (logistic regression, Newton's method)."""
    made = (_examples(labelled(name), sigma_s, thresholds) for name in names for sigma_s in NOISE_S)
    rows, labels = zip(*made, strict=True)
    table, truth = np.concatenate(rows), np.concatenate(labels)
    centre, spread = table.mean(axis=0), table.std(axis=0)
    inputs = np.column_stack(((table - centre) / spread, np.ones(len(table))))
    penalty = np.diag([SHRINKAGE] * table.shape[1] + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - truth) + penalty @ weights
        weights -= np.linalg.solve((inputs.T * (chance * (1 - chance))) @ inputs + penalty, slope)
    raw = weights[:-1] / spread
    first, second, third, fourth = raw.tolist()
    return Model((first, second, third, fourth), float(weights[-1] - raw @ centre))


def _examples(episode: Labelled, sigma_s: float, thresholds: Thresholds) -> tuple[Floats, Floats]:
    found = _compared(blurred(episode.chunks, sigma_s, seed=77, each=True), thresholds)
    ids = [entry.id for entry in found.columns.entries]
    pairs = [frozenset((ids[a], ids[b])) for a, b in zip(found.pairs.left, found.pairs.right, strict=True)]
    truth = np.array([pair in episode.true for pair in pairs], np.float64)
    told = np.array([pair in episode.true or episode.is_false(pair) for pair in pairs])
    return features(found.columns, found.zones, found.pairs, thresholds.near_s)[told], truth[told]


def _compared(chunks: Sequence[SourceChunk], thresholds: Thresholds) -> Comparison:
    tracks = [track_of(chunk) for chunk in chunks]
    table, reader = columns(tracks, [0] * len(tracks)), GramReader()
    reading = Reading(reader, finished(weights_of(table.texts, reader, thresholds)))
    zones = finished(overlaps(table.first_s.tolist(), table.last_s.tolist()))
    return finished(compared(table, zones, reading, thresholds))


def found_in(episode: Labelled, chunks: Sequence[SourceChunk], tuning: Tuning) -> tuple[Merge, ...]:
    """All proposed merges."""
    return finished(analyse(chunks, {}, episode.language, tuning=tuning)).merges


def _baseline(is_same: Callable[[Entry, Entry, str, str], bool]) -> Callable[[Sequence[SourceChunk]], frozenset[Pair]]:
    def predicted(chunks: Sequence[SourceChunk]) -> frozenset[Pair]:
        texts = {entry.id: normalised(entry.text) for chunk in chunks for entry in chunk.entries}
        return frozenset(
            frozenset((one.id, other.id))
            for at, chunk in enumerate(chunks)
            for later in chunks[at + 1 :]
            for kind in (Kind.NOTE, Kind.QUOTE)
            for one in chunk.entries
            for other in later.entries
            if one.kind is other.kind is kind and is_same(one, other, texts[one.id], texts[other.id])
        )

    return predicted


def _apart_s(one: Entry, other: Entry) -> int:
    return abs((one.time_s or 0) - (other.time_s or 0))


BASELINES = {
    "token_set_ratio >= 80 anywhere": _baseline(lambda one, other, a, b: fuzz.token_set_ratio(a, b) >= 80),
    "ratio >= 50 within 5 s": _baseline(lambda one, other, a, b: _apart_s(one, other) <= 5 and fuzz.ratio(a, b) >= 50),
    "same second only": _baseline(lambda one, other, a, b: _apart_s(one, other) == 0),
}


def measured(
    sigma_s: float,
    *,
    each: bool,
    tuning: Callable[[str], Tuning] = lambda name: IN_USE,
    names: Sequence[str] = NAMES,
) -> dict[str, list[Score]]:
    """The scores of every episode, one for each seed."""
    return {
        name: [
            score(
                episode,
                *pairs_of(found_in(episode, blurred(episode.chunks, sigma_s, seed=seed, each=each), tuning(name))),
            )
            for seed in (SEEDS if sigma_s else SEEDS[:1])
        ]
        for name, episode in ((name, labelled(name)) for name in names)
    }


def _print_table(sigma_s: float, chosen: dict[str, Tuning], *, each: bool) -> None:
    print(
        f"  {'':34}{'':6} precision recall   F1   {''.join(f'{grade:>8}' for grade in GRADES)}  of same certain, false"
    )
    _print_rows("Notestitch", measured(sigma_s, each=each))
    _print_rows("chosen on the others", measured(sigma_s, each=each, tuning=chosen.__getitem__))
    _print_rows("much reworded", measured(sigma_s, each=each, names=MUCH_REWORDED))
    for title, predicted in BASELINES.items():
        scores = {
            name: [score(labelled(name), predicted(blurred(labelled(name).chunks, sigma_s, seed=SEEDS[0], each=each)))]
            for name in NAMES
        }
        _print_rows(title, scores)


def _print_rows(title: str, scores: dict[str, list[Score]]) -> None:
    all_scores = [one for several in scores.values() for one in several]
    for name, found in (*scores.items(), ("macro", all_scores))[: None if len(scores) > 1 else 1]:
        figures = [mean(value) for value in zip(*((one.precision, one.recall, one.f1) for one in found), strict=True)]
        grades = [mean(one.by_grade[grade] for one in found) for grade in GRADES]
        certain = f"{mean(one.certain_share_of_same for one in found):6.3f} {sum(one.certain_false for one in found):3}"
        print(f"  {title:34}{name:6} {''.join(f'{figure:8.4f}' for figure in (*figures, *grades))}  {certain}")
        title = ""


def _shown(tuning: Tuning) -> str:
    values = ", ".join(f"{name} {getattr(tuning.thresholds, name):g}" for name in Thresholds.__slots__)
    return f"{values}; {_shown_model(tuning.model)}"


def _shown_model(model: Model) -> str:
    return f"{', '.join(f'{weight:.2f}' for weight in model.weights)}; {model.bias:.2f}"


if __name__ == "__main__":
    main()

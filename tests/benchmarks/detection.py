"""How well duplicates are found on labelled episodes, beside what one would try first.

    make bench-detection

For each level of noise in the times of every other chunk: the detector as it is, the same with weights fitted on the
other episodes only (so that no figure profits from having seen its episode), and three baselines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import mean

import numpy as np
from rapidfuzz import fuzz

from core.detection.columns import Floats
from core.detection.comparing import compared
from core.detection.judgement import FITTED, Model, features
from core.detection.pairing import held_pairs
from core.detection.proposing import proposed
from core.model import Entry, Kind, SourceChunk
from core.text.normalise import normalised
from core.text.phrases import phrases
from core.work import finished
from tests.episodes.labelled import GRADES, NAMES, Labelled, Pair, Score, blurred, labelled, pairs_of, score

NOISE_S = (0, 4, 8)
SEEDS = (1, 2, 3, 4, 5)
SHRINKAGE = 1.0


def main() -> None:
    """Prints all tables, and the weights that fit all episodes best."""
    models = {name: fitted([other for other in NAMES if other != name]) for name in NAMES}
    print(f"fitted on all: {_shown(fitted(NAMES))}\nin use:        {_shown(FITTED)}")
    for kind, each in (("each time for itself", True), ("all times of a chunk alike", False)):
        for sigma_s in NOISE_S:
            if sigma_s or each:
                print(f"\ntimes of every other chunk off by {sigma_s} s, {kind}" if sigma_s else "\nexact times")
                _print_table(sigma_s, models, each=each)


def fitted(names: Sequence[str]) -> Model:
    """The weights that fit some episodes best, over all levels of noise (logistic regression, Newton's method)."""
    rows, labels = zip(*(_examples(labelled(name), sigma_s) for name in names for sigma_s in NOISE_S), strict=True)
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


def _examples(episode: Labelled, sigma_s: float) -> tuple[Floats, Floats]:
    found = finished(compared(blurred(episode.chunks, sigma_s, seed=77, each=True), {}))
    ids = [entry.id for entry in found.columns.entries]
    pairs = [frozenset((ids[a], ids[b])) for a, b in zip(found.pairs.left, found.pairs.right, strict=True)]
    truth = np.array([pair in episode.true for pair in pairs], np.float64)
    told = np.array([pair in episode.true or episode.is_false(pair) for pair in pairs])
    return features(found.columns, found.zones, found.pairs)[told], truth[told]


def ours(chunks: Sequence[SourceChunk], model: Model = FITTED) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """The pairs of all proposed merges, and of the certain ones."""
    held = finished(held_pairs(chunks, finished(compared(chunks, {})), model))
    placed = finished(proposed((pair for pairs in held.values() for pair in pairs), phrases()))
    return pairs_of(merge for _, merge in placed)


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
    sigma_s: float, *, each: bool, model: Callable[[str], Model] = lambda name: FITTED
) -> dict[str, list[Score]]:
    """The scores of every episode, one for each seed."""
    return {
        name: [
            score(labelled(name), *ours(blurred(labelled(name).chunks, sigma_s, seed=seed, each=each), model(name)))
            for seed in (SEEDS if sigma_s else SEEDS[:1])
        ]
        for name in NAMES
    }


def _print_table(sigma_s: float, models: dict[str, Model], *, each: bool) -> None:
    print(
        f"  {'':34}{'':6} precision recall   F1   {''.join(f'{grade:>8}' for grade in GRADES)}  of same certain, false"
    )
    _print_rows("Notestitch", measured(sigma_s, each=each))
    _print_rows("fitted on the others", measured(sigma_s, each=each, model=models.__getitem__))
    for title, predicted in BASELINES.items():
        scores = {
            name: [score(labelled(name), predicted(blurred(labelled(name).chunks, sigma_s, seed=SEEDS[0], each=each)))]
            for name in NAMES
        }
        _print_rows(title, scores)


def _print_rows(title: str, scores: dict[str, list[Score]]) -> None:
    for name, found in (*scores.items(), ("macro", [one for several in scores.values() for one in several])):
        figures = [mean(value) for value in zip(*((one.precision, one.recall, one.f1) for one in found), strict=True)]
        grades = [mean(one.by_grade[grade] for one in found) for grade in GRADES]
        certain = f"{mean(one.certain_share_of_same for one in found):6.3f} {sum(one.certain_false for one in found):3}"
        print(f"  {title:34}{name:6} {''.join(f'{figure:8.4f}' for figure in (*figures, *grades))}  {certain}")
        title = ""


def _shown(model: Model) -> str:
    return f"{', '.join(f'{weight:.2f}' for weight in model.weights)}; {model.bias:.2f}"


if __name__ == "__main__":
    main()

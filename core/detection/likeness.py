"""How much wording the entries of tiles share, many tiles at once; knows nothing of times, chunks or thresholds.

Rare grams weigh more (squared inverse document frequency), so that what any two notes of an episode share counts
little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from core.detection.columns import Columns, Floats, Rows
from core.detection.tuning import IN_USE, Thresholds
from core.detection.zones import Tile
from core.text.grams import HASH_BITS, INFLECTED, GramReader
from core.text.phrases import phrases
from core.work import Work

SAMPLE = 20_000  # notes that are enough to know which grams are rare
_BLOCK = 256  # texts read at once
_OWNER_BITS = 8  # for 256 texts
_FIELD = 8  # bits for an entry in its tile
_SIDE = 1 << (_FIELD - 1)  # entries a tile can hold on each side
_MOST_TILES, _MOST_CELLS = 16, 8_192  # of a batch: of 16 tiles of 16 by 16, or of 2 of 64 by 64
Singles = NDArray[np.float32]
Keys = NDArray[np.uint64]


@dataclass(frozen=True)
class Weights:
    """How much each gram weighs; kept as it is when single chunks change, so that scores stay comparable."""

    by_count: Singles
    counts: NDArray[np.int32]  # of each hash: in how many texts it stands
    texts: int  # how many there are
    inflected: float  # what the endings of a Japanese word weigh beside its Kanji

    def of(self, hashes: Rows) -> Singles:
        """The squared weight of each gram."""
        weight = self.by_count[self.counts[hashes]]
        weight[hashes >= INFLECTED] *= self.inflected
        return weight


@dataclass(frozen=True)
class Likeness:
    """What pairs of entries share."""

    zone: Rows
    left: Rows
    right: Rows
    shared: Floats  # mass of the grams that both have
    left_mass: Floats
    right_mass: Floats

    def where(self, kept: NDArray[np.bool_] | slice) -> Likeness:
        """The pairs that a mask or a slice keeps."""
        return Likeness(*(getattr(self, field.name)[kept] for field in fields(self)))


def joined(parts: Sequence[Likeness]) -> Likeness:
    """The pairs of all parts, one after the other."""
    columns = [np.concatenate([getattr(part, field.name) for part in (_NOTHING, *parts)]) for field in fields(Likeness)]
    return Likeness(*columns)


_NO_ROWS, _NO_MASS = np.zeros(0, np.int64), np.zeros(0, np.float64)
_NOTHING = Likeness(_NO_ROWS, _NO_ROWS, _NO_ROWS, _NO_MASS, _NO_MASS, _NO_MASS)


def weights_of(texts: Sequence[str], reader: GramReader, tuned: Thresholds = IN_USE.thresholds) -> Work[Weights]:
    """The weights by how many of the texts hold each gram; of very many texts a regular sample is read."""
    sample = texts[:: -(-len(texts) // SAMPLE) or 1]
    counts = np.zeros(1 << HASH_BITS, np.int32)
    common = phrases().common.phrases
    yield 0.0
    counts[np.unique(reader.read(common)[0])] = tuned.common_in
    highest = tuned.common_in
    for start in range(0, len(sample), _BLOCK):
        yield start / len(sample)
        hashes, owner = reader.read(sample[start : start + _BLOCK])
        met = _unique((hashes.astype(np.uint64) << np.uint64(_OWNER_BITS)) | owner.astype(np.uint64))
        first, count = _runs(met >> np.uint64(_OWNER_BITS))
        counts[first] += count
        highest = max(highest, int(counts[first].max(initial=0)))
    weight = np.log((1 + tuned.imagined + len(sample)) / (1 + np.arange(highest + 1))) + 1
    return Weights((weight**2).astype(np.float32), counts, len(texts), tuned.inflected)


def _runs(values: Keys) -> tuple[Rows, NDArray[np.int32]]:
    """The different ones of sorted values, and how many there are of each."""
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(values), 1), np.bool_), values[1:] != values[:-1])))
    return values[starts].astype(np.int64), np.diff(starts, append=len(values)).astype(np.int32)


def _unique(keys: Keys) -> Keys:
    keys = np.sort(keys)
    return keys[np.concatenate((np.ones(min(len(keys), 1), np.bool_), keys[1:] != keys[:-1]))]


def batches(tiles: Iterable[Tile]) -> Iterator[list[Tile]]:
    """The tiles in batches of like size, so that little is padded and the arrays stay small."""
    waiting: dict[int, list[Tile]] = {}
    for tile in tiles:
        size = max(len(tile.left), len(tile.right))
        side = 1 << (size - 1).bit_length()
        batch = waiting.setdefault(side, [])
        batch.append(tile)
        if len(batch) >= max(1, min(_MOST_CELLS // (side * side), _MOST_TILES)):
            yield waiting.pop(side)
    yield from waiting.values()


def likeness(tiles: Sequence[Tile], columns: Columns, reader: GramReader, weights: Weights) -> Likeness:
    """All pairs of each tile, left by right."""
    sizes = np.array([(len(tile.left), len(tile.right)) for tile in tiles])
    keys = _keys(tiles, sizes, columns, reader)
    slot = (keys & np.uint64((1 << _FIELD) - 1)).astype(np.int64)
    gram = keys >> np.uint64(_FIELD)
    tile = (gram >> np.uint64(HASH_BITS)).astype(np.int64)
    weight = weights.of((gram & np.uint64((1 << HASH_BITS) - 1)).astype(np.int64))
    root = np.sqrt(weight)
    local = _numbered(gram, tile, len(tiles))
    count = int(local.max(initial=0)) + 1
    largest: list[int] = sizes.max(axis=0).tolist()
    sides = [np.zeros((len(tiles), size, count), np.float32) for size in largest]
    masses: list[Floats] = []
    is_right = slot >= _SIDE
    for side, size, mine in zip(sides, largest, (~is_right, is_right), strict=True):
        row = slot[mine] % _SIDE
        side[tile[mine], row, local[mine]] = root[mine]
        # In double precision, so that an entry says as much in whatever company it is compared.
        mass = np.bincount(tile[mine] * size + row, weights=weight[mine], minlength=len(tiles) * size)
        masses.append(mass.astype(np.float64).round(3).reshape(len(tiles), size))
    shared = np.matmul(sides[0], sides[1].transpose(0, 2, 1))
    return _pairs(tiles, shared, *masses)


def _keys(tiles: Sequence[Tile], sizes: Rows, columns: Columns, reader: GramReader) -> Keys:
    """Tile, gram and slot of each gram of each entry, packed into one number, sorted and without repeats."""
    rows = np.concatenate([side for tile in tiles for side in (tile.left, tile.right)])
    start = np.repeat(np.cumsum(sizes.ravel()) - sizes.ravel(), sizes.ravel())
    slot = np.arange(len(rows)) - start + np.repeat(np.tile([0, _SIDE], len(tiles)), sizes.ravel())
    place = (np.repeat(np.arange(len(tiles)), sizes.sum(axis=1)) << (_FIELD + HASH_BITS)) | slot
    unique, entry = np.unique(rows, return_inverse=True)
    numbers: list[int] = unique.tolist()
    hashes, owner = reader.read([columns.texts[row] for row in numbers])
    grams = hashes.astype(np.int64) << _FIELD
    found: list[Rows] = []
    order = np.argsort(entry, kind="stable")
    turn = np.arange(len(rows)) - np.searchsorted(entry[order], entry[order])  # an entry can stand in several tiles
    for now in range(int(turn.max(initial=0)) + 1):
        where = np.full(len(unique), -1)
        where[entry[order[turn == now]]] = place[order[turn == now]]
        here = where[owner]
        found.append((here | grams)[here >= 0])
    return _unique(np.concatenate(found).astype(np.uint64))


def _numbered(gram: Keys, tile: Rows, tiles: int) -> Rows:
    """For each gram of the sorted ones its number among the different ones of its tile."""
    if not len(gram):
        return np.zeros(0, np.int64)
    rank = np.cumsum(np.concatenate((np.zeros(1, np.bool_), gram[1:] != gram[:-1])))
    start = np.minimum(np.searchsorted(tile, np.arange(tiles)), len(rank) - 1)
    return rank - rank[start][tile]


def _pairs(tiles: Sequence[Tile], shared: Singles, left_mass: Floats, right_mass: Floats) -> Likeness:
    at, left, right = np.nonzero(shared > 0)
    rows = [np.zeros(mass.shape, np.int64) for mass in (left_mass, right_mass)]
    for number, tile in enumerate(tiles):
        rows[0][number, : len(tile.left)] = tile.left
        rows[1][number, : len(tile.right)] = tile.right
    zone = np.array([tile.zone for tile in tiles], np.int64)
    return Likeness(
        zone[at],
        rows[0][at, left],
        rows[1][at, right],
        shared[at, left, right].astype(np.float64),
        left_mass[at, left],
        right_mass[at, right],
    )

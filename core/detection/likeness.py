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
from core.detection.zones import Tile
from core.text.grams import HASH_BITS, GramReader
from core.text.phrases import phrases
from core.work import Work

SAMPLE = 20_000  # notes that are enough to know which grams are rare
# A few notes alone do not show which words are common, so some are imagined that hold every common word now and then.
_IMAGINED, _COMMON_IN = 50, 35
_BLOCK = 1_024  # texts read at once
_FIELD = 8  # bits for an entry in its tile
_SIDE = 1 << (_FIELD - 1)  # entries a tile can hold on each side
_MOST_TILES, _MOST_CELLS = 64, 16_384  # of a batch: of 64 tiles of 16 by 16, or of 4 of 64 by 64
Singles = NDArray[np.float32]
Keys = NDArray[np.uint64]


@dataclass(frozen=True)
class Weights:
    """How much each gram weighs; kept as it is when single chunks change, so that scores stay comparable."""

    by_count: Singles
    counts: NDArray[np.int64]  # of each hash: in how many texts it stands

    def of(self, hashes: Rows) -> Singles:
        """The squared weight of each gram."""
        return self.by_count[self.counts[hashes]]


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


def weights_of(texts: Sequence[str], reader: GramReader) -> Work[Weights]:
    """The weights by how many of the texts hold each gram; of very many texts a regular sample is read."""
    sample = texts[:: -(-len(texts) // SAMPLE) or 1]
    parts: list[Rows] = []
    for start in range(0, len(sample), _BLOCK):
        hashes, owner = reader.read(sample[start : start + _BLOCK])
        keys = _unique(((owner << HASH_BITS) | hashes).astype(np.uint64))
        parts.append((keys & np.uint64((1 << HASH_BITS) - 1)).astype(np.int64))
        yield start / len(sample)
    met = np.concatenate((np.unique(reader.read(phrases().common.phrases)[0]), *parts)).astype(np.int64)
    counts = np.bincount(met, minlength=1 << HASH_BITS)
    counts[met[: len(met) - sum(map(len, parts))]] += _COMMON_IN - 1
    highest = int(counts[met].max(initial=0))  # of those met only: reading all places would take longer than the rest
    weight = np.log((1 + _IMAGINED + len(sample)) / (1 + np.arange(highest + 1))) + 1
    return Weights((weight**2).astype(np.float32), counts)


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
    root = np.sqrt(weights.of((gram & np.uint64((1 << HASH_BITS) - 1)).astype(np.int64)))
    local = _numbered(gram, tile, len(tiles))
    count = int(local.max(initial=0)) + 1
    sides = [np.zeros((len(tiles), size, count), np.float32) for size in sizes.max(axis=0).tolist()]
    is_right = slot >= _SIDE
    for side, mine in zip(sides, (~is_right, is_right), strict=True):
        side[tile[mine], slot[mine] % _SIDE, local[mine]] = root[mine]
    shared = np.matmul(sides[0], sides[1].transpose(0, 2, 1))
    return _pairs(tiles, shared, *(np.einsum("tsg,tsg->ts", side, side) for side in sides))


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


def _pairs(tiles: Sequence[Tile], shared: Singles, left_mass: Singles, right_mass: Singles) -> Likeness:
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
        left_mass[at, left].astype(np.float64),
        right_mass[at, right].astype(np.float64),
    )

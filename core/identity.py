"""Where two versions of a sequence differ, by identity: an edit shares all that it does not touch.

And an index that goes from one version to another by what differs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import compress, count, islice
from operator import is_not
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
_Key = TypeVar("_Key")


class Holders(Generic[_Item, _Key]):
    """Which items of a sequence hold a key; asked of another version, it looks only at the items that differ.

    For one thread.
    """

    def __init__(self, keys_of: Callable[[_Item], Collection[_Key]]) -> None:
        self._keys_of = keys_of
        self._items: Sequence[_Item] = ()
        self._holder: dict[_Key, _Item] = {}
        self._shared: set[_Key] = set()  # keys that more than one item held once: these are looked for

    def of(self, items: Sequence[_Item], key: _Key) -> Sequence[_Item]:
        """The items that hold the key, in their order."""
        if items is not self._items:
            self._go_to(items)
        if key in self._shared:
            return [item for item in items if key in self._keys_of(item)]
        return [self._holder[key]] if key in self._holder else []

    def _go_to(self, items: Sequence[_Item]) -> None:
        old, new = unlike(self._items, items)
        for item in self._items[old]:
            for key in self._keys_of(item):
                if self._holder.get(key) is item:
                    del self._holder[key]
        for item in items[new]:
            keys = self._keys_of(item)
            self._shared |= self._holder.keys() & keys
            self._holder.update(dict.fromkeys(keys, item))
        self._items = items


def unlike(old: Sequence[object], new: Sequence[object]) -> tuple[slice[int, int, None], slice[int, int, None]]:
    """The part of each that differs: at both ends of it all are the same objects.

    >>> a, b, c, d = map(str, range(4))
    >>> unlike((a, b, c), (a, d, d, c))
    (slice(1, 2, None), slice(1, 3, None))
    """
    # No Python runs for each item, so that 5 000 chapters take a sixth of a millisecond.
    most = min(len(old), len(new))
    head = next(compress(count(), map(is_not, old, new)), most)
    ends = islice(map(is_not, reversed(old), reversed(new)), most - head)
    tail = next(compress(count(), ends), most - head)
    return slice(head, len(old) - tail), slice(head, len(new) - tail)

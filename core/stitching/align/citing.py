"""Which entries each block cites, while an alignment is being made; decides nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.model import EntryId, ItemId
from core.stitching.align.texts import Text, Texts


class Citations:
    """The citations so far, both ways."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._of_block: list[list[int]] = [[] for _ in texts.blocks]
        self._of_entry: list[list[int]] = [[] for _ in texts.entries]

    def cite(self, block: Text, entry: Text) -> None:
        """The block stands for the entry as well."""
        if entry.at not in self._of_block[block.at]:
            self._of_block[block.at].append(entry.at)
            self._of_entry[entry.at].append(block.at)

    def cited_by(self, block: Text) -> Sequence[Text]:
        """The entries that a block stands for."""
        return [self.texts.entries[at] for at in self._of_block[block.at]]

    def homes(self, entry: Text) -> Sequence[Text]:
        """The blocks that stand for an entry."""
        return [self.texts.blocks[at] for at in self._of_entry[entry.at]]

    def open_blocks(self) -> list[Text]:
        """Blocks that stand for nothing yet."""
        return [block for block in self.texts.blocks if not self._of_block[block.at]]

    def open_entries(self) -> list[Text]:
        """Entries that nothing stands for yet."""
        return [entry for entry in self.texts.entries if not self._of_entry[entry.at]]

    def sources(self) -> Mapping[ItemId, tuple[EntryId, ...]]:
        """The citations as sources of blocks."""
        ids = self.texts.entry_ids
        return {
            self.texts.block_ids[at]: tuple(ids[entry] for entry in cited) for at, cited in enumerate(self._of_block)
        }

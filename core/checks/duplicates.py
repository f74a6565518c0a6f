"""NS201: what detection proposes to merge, one finding for each merge; its verdict is computed elsewhere."""

from __future__ import annotations

from core.checks.finding import Finding, MergeCheck, Rule, Severity, finding_id
from core.messages import Message
from core.model import Episode, Merge, Tier

RULE = Rule("NS201", "duplicate", Severity.WARNING, is_of_document=True)


def _find(episode: Episode, merge: Merge) -> Finding:
    members = [episode.entries[entry] for entry in merge.members]
    canonical = members[0]
    about = [part for member in members for part in (member.text, member.time_s)]
    return Finding(
        finding_id(RULE, *about),
        RULE,
        _message(merge.tier, len(members)),
        entries=merge.members,
        chunk=canonical.chunk,
        line=canonical.line,
        start_s=canonical.time_s,
        merge=merge,
    )


def _message(tier: Tier, count: int) -> Message:
    match tier:
        case Tier.CERTAIN:
            return Message("the same thing is said {count} times", {"count": count})
        case Tier.LIKELY:
            return Message("the same thing is probably said {count} times", {"count": count})
        case Tier.POSSIBLE:
            return Message("the same thing may be said {count} times", {"count": count})


DUPLICATE = MergeCheck(RULE, _find)

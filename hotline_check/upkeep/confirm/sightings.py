"""Write the sightings of a report to a draft of the registry."""

from collections import defaultdict
from functools import partial

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from hotline_check.registry.models import Sighting
from hotline_check.upkeep.confirm.models import Confirmed, Report
from hotline_check.upkeep.draft import Draft
from hotline_check.upkeep.edit import platform_file, sighting_rank
from hotline_check.upkeep.yaml_edit.nodes import fresh, insert, quoted


def note_sightings(draft: Draft, report: Report) -> None:
    """Add the report's sightings to the draft, with one change for each file.

    A newer sighting takes the place of an older one of the same page; the channels are those
    that the draft's registry had when the run began.
    """
    seen: defaultdict[str, list[Confirmed]] = defaultdict(list)
    for confirmed in report.confirmed:
        seen[confirmed.platform].append(confirmed)
    for platform, several in seen.items():
        draft.change(platform_file(platform), partial(_note, several))


def _note(several: list[Confirmed], document: CommentedMap) -> None:
    channels = {(c["kind"], str(c["value"])): c for c in document["channels"]}
    for confirmed in several:
        _put(channels[confirmed.kind, confirmed.value], confirmed.sighting)


def _put(channel: CommentedMap, new: Sighting) -> None:
    sightings = channel.setdefault("sightings", CommentedSeq())
    old = next((s for s in sightings if str(s["url"]) == new.url), None)
    if old is None:
        insert(channel, "sightings", len(sightings), fresh(new))
    elif sighting_rank(new.seen, new.how) >= sighting_rank(old["seen"], old["how"]):
        old["seen"], old["how"] = new.seen, new.how
        old.pop("archive", None)  # the archive of the older copy
        if new.as_printed and "as_printed" in old:
            old["as_printed"] = quoted(new.as_printed)

"""Results as plain values for JSON: the same objects that the program prints."""

from typing import Any, assert_never

import msgspec

from hotline_check.api.results import Bodies, Channels, Scan
from hotline_check.documents import Skipped
from hotline_check.registry.models import Platform
from hotline_check.scanning.scanner import Hit
from hotline_check.verdict.models import Verdict
from hotline_check.wording.screens import channels, check_json, report, scan
from hotline_check.wording.text.catalogue import Words, known_language, words

Result = Verdict | Scan | Hit | Skipped | Channels | Platform | Bodies


def record(result: Result, lang: str = "en") -> dict[str, Any]:
    """A result as plain values for JSON, with its sentences in a language (`en`, `zh`).

    Raises HotlineError `no-such-language`.
    """
    if not isinstance(result, Result):
        raise TypeError(f"no result of a check or look-up: {type(result).__name__}")
    if not isinstance(lang, str):
        raise TypeError(f"lang must be str, not {type(lang).__name__}")
    _ = words(known_language(lang))
    # Through JSON, so that it holds what a reader of the JSON gets: lists, and dates as strings.
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(_record(result, _)))
    return plain


def _record(result: Result, _: Words) -> dict[str, Any]:
    match result:
        case Verdict():
            return check_json.record(result, _)
        case Scan():
            return {
                "version": check_json.VERSION,
                "results": [_record(item, _) for item in result.results],
                "summary": scan.summary_record(result.tally),
            }
        case Hit():
            return scan.hit_record(result, _)
        case Skipped():
            return scan.skipped_record(result, _)
        case Channels():
            return channels.channel_record(
                result.platform,
                result.channels,
                result.today,
                result.registry,
                openings=result.openings,
                quickest=result.quickest,
            )
        case Platform():
            return channels.platform_record(result)
        case Bodies():
            return report.authority_record(result.country, result.found, result.openings)
    assert_never(result)

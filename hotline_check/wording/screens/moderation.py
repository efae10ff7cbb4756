"""What the GitHub action says: a job summary, and workflow commands in the log.

The summary is shown as Markdown, so everything that may hold a stranger's words is in code spans,
where nothing is a link, an image or a mention.
"""

from collections.abc import Iterator, Sequence

from hotline_check.scanning.entries import Entry
from hotline_check.verdict.models import Verdict
from hotline_check.wording.screens.annotations import command, hit_command
from hotline_check.wording.screens.check import reason_texts, way
from hotline_check.wording.screens.rows import count_lines, counted
from hotline_check.wording.screens.scan import short_text
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import harmless

TITLE = N_("Contacts in this text")
NO_TEXT = N_("This event has no text to look at.")
NO_CONTACT = N_("No contact that somebody is said to own was found.")
WHAT_IT_MEANS = N_(
    "Only LISTED says that a platform publishes a contact itself. Nobody is accused: a reviewer "
    "decides."
)
INSTEAD = N_("The platform's own contact: {way}")
# Nobody reads a comment on an issue that lists more.
_MOST = 20
# What a stranger posted is quoted, not published a second time.
_LONGEST = 500


def summary(has_text: bool, entries: Sequence[Entry], _: Words) -> str:
    """The job summary, in Markdown."""
    lines = [f"## hotline-check: {_(TITLE)}", ""]
    if not entries:
        return "\n".join([*lines, _(NO_CONTACT if has_text else NO_TEXT), ""])
    verdicts = [entry.hit.verdict for entry in entries]
    lines += [" ".join(line.text for line in count_lines(counted(verdicts), _)), ""]
    for entry in entries[:_MOST]:
        lines += _item(entry, _)
    return "\n".join([*lines, "", _(WHAT_IT_MEANS), ""])


def _item(entry: Entry, _: Words) -> Iterator[str]:
    verdict = entry.hit.verdict
    yield f"- **{_(vocabulary.LEVELS[verdict.level])}** {_code(short_text(entry.hit.text))}"
    yield from (f"  - {_code(text)}" for text in (headline(verdict, _), *_below(verdict, _)))


def _below(verdict: Verdict, _: Words) -> list[str]:
    ways = [way(found.channel, _) for found in verdict.instead[:1]]
    return [*reason_texts(verdict, _), *(_(INSTEAD, way=text) for text in ways)]


def _code(text: str) -> str:
    return f"`{harmless(text).replace('`', chr(39)).strip()[:_LONGEST] or '-'}`"


def commands(entries: Sequence[Entry], _: Words) -> list[str]:
    """A workflow command for each contact, without a file: the text is in none."""
    return [hit_command(entry.hit, _, has_file=False) for entry in entries[:_MOST]]


def error_command(line: str) -> str:
    """An error as a workflow command."""
    return command("error", {}, line)

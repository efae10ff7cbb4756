"""Output of `registry status` and `todo`, and docs/coverage.md."""

from collections.abc import Mapping, Sequence
from typing import Any

from hotline_check.registry.models import Platform
from hotline_check.registry.overview.coverage import Coverage, Totals
from hotline_check.registry.overview.todo import Gap, Todo
from hotline_check.verdict.models import RegistryInfo
from hotline_check.wording.screens.check import age_line
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import pad, screen_columns, width
from hotline_check.wording.text.lines import Line, Style, texts

_CENSUS = {
    "platforms": N_("platforms"),
    "channels": N_("channels in use"),
    "phones": N_("phone numbers"),
    "listable_phones": N_("phone numbers with fresh proof"),
    "reported_numbers": N_("numbers seen posing as a platform"),
    "countries_with_authorities": N_("countries with places to report to"),
    "oldest_sighting": N_("oldest sighting"),
    "newest_sighting": N_("newest sighting"),
    "policies": N_("phone policy"),
    "coverage": N_("our list of phones"),
    "kinds": N_("kinds"),
    "countries": N_("home countries"),
    "phone_regions": N_("phones by region"),
    "channel_kinds": N_("channel kinds"),
}
_COMPLETENESS = {"partial": N_("partial"), "complete": N_("complete")}
_FACTS = {
    "policy-stated": N_("phone policy stated"),
    "policy-inferred": N_("phone policy inferred"),
    "policy-secondhand": N_("phone policy from others only"),
    "policy-some-customers": N_("phone policy of some customers only"),
    "phone": N_("a listed phone"),
    "help-page": N_("a help page"),
    "chat": N_("a chat"),
    "email": N_("an e-mail address"),
    "x": N_("an account on X"),
    "telegram": N_("an account on Telegram"),
    "verify-page": N_("a page to verify contacts"),
    "never-asks": N_("what it never asks for"),
    "domains-proved": N_("domains with a page"),
}
_KNOWN = N_("what is known")
_MOST_USED = N_("most used")
_ALL = N_("all")
_OLDEST = N_("oldest proof")
_GAPS: Mapping[Gap, str] = {
    "no-way": N_("no way to reach it is known"),
    "policy-unknown": N_("its phone policy is not known"),
    "policy-some-customers": N_("its phone policy is known for some customers only"),
    "policy-secondhand": N_("only others say what its phone policy is"),
    "policy-inferred": N_("its phone policy is only inferred"),
    "no-help-page": N_("no help page is known"),
    "no-never-asks": N_("what it never asks for is not known"),
    "no-verify-page": N_("no page to verify contacts is known"),
    "domains-unproved": N_("some of its domains have no page"),
    "no-account": N_("no account on X or Telegram is known"),
    "proof-ages": N_("its oldest proof is older than 120 days"),
}
_LOOK = N_("look at: {page}")
_SEARCH = N_("search: {query}")
_REMARKS = N_("Remarks for maintainers")
_NOTHING_TO_DO = N_("Nothing is missing here.")
_NAME_COLUMN = 40
_MORE = N_("{n} more: use --limit")
# The columns of a platform's row in docs/coverage.md, which is English.
_COLUMNS = (
    *("platform", "policy", "phone", "help page", "chat", "e-mail", "X", "Telegram"),
    *("verify page", "never asks", "domains with a page", "oldest proof"),
)


def census_lines(
    counted: Mapping[str, Any], covered: Sequence[Totals], registry: RegistryInfo, _: Words
) -> list[Line]:
    """The counts of the registry: totals, breakdowns, coverage.

    covered: of the most used platforms, where a list of them is kept, and of all.
    """
    lines = []
    for key, value in counted.items():
        name = _(_CENSUS[key])
        if isinstance(value, dict):
            rows = ", ".join(f"{_word(word, _)} {n}" for word, n in value.items())
            lines += [Line("label", name), *texts([rows])]
        else:
            lines += _table_row(name, f" {value or '--'}")
    return [*lines, *_known_lines(covered, _), *texts([age_line(registry, _)], "", style="faint")]


def _known_lines(covered: Sequence[Totals], _: Words) -> list[Line]:
    heads = [_(_MOST_USED), _(_ALL)][-len(covered) :]
    rows = [(_(_KNOWN), heads), (_(_CENSUS["platforms"]), [str(t.platforms) for t in covered])]
    rows += [(_(name), [str(t.counts[key]) for t in covered]) for key, name in _FACTS.items()]
    rows.append((_(_OLDEST), [str(t.oldest_proof or "--") for t in covered]))
    lines: list[Line] = []
    for name, cells in rows:
        row = "".join(f" {pad(cell, 12)}" for cell in cells).rstrip()
        lines += _table_row(name, row, "plain" if lines else "label")
    return lines


def _table_row(name: str, cells: str, style: Style = "plain") -> list[Line]:
    """A row of two columns or, where the screen is too narrow for them, of two lines."""
    if screen_columns() < _NAME_COLUMN + width(cells):
        return [*texts([name], "", style=style), Line(style, f" {cells}")]
    return [Line(style, pad(name, _NAME_COLUMN) + cells)]


def _word(word: str, _: Words) -> str:
    for table in (vocabulary.POLICIES, vocabulary.KINDS, vocabulary.CHANNELS, _COMPLETENESS):
        if word in table:
            return _(table[word])
    return word


def coverage_markdown(
    most_used: Sequence[Coverage], covered: Sequence[Totals], date: str, _: Words
) -> str:
    """docs/coverage.md: the totals, then a row for each of the most used platforms.

    date: the registry's own.
    """
    heads = ["", *[_(_MOST_USED), _(_ALL)][-len(covered) :]]
    sums = [["platforms", *(str(t.platforms) for t in covered)]]
    sums += [[_(name), *(str(t.counts[key]) for t in covered)] for key, name in _FACTS.items()]
    sums.append([_(_OLDEST), *(str(t.oldest_proof or "--") for t in covered)])
    return "\n".join(
        [
            "# What the registry knows",
            "",
            f"Registry of {date}. Written by `hotline-check registry status --format markdown`;",
            "what to find next: `hotline-check registry todo`.",
            "",
            *_table(heads, sums),
            "",
            "## The most used platforms",
            "",
            "Ordered as in `registry/most-used.yaml`. A channel counts when an own page shows it.",
            "",
            *_table(list(_COLUMNS), [_row(c) for c in most_used]),
            "",
        ]
    )


def _row(known: Coverage) -> list[str]:
    facts = (known.phone, known.help_page, known.chat, known.email, known.x, known.telegram)
    marks = ["yes" if fact else "" for fact in (*facts, known.verify_page, known.never_asks)]
    domains = f"{known.proved_domains} of {known.domains}"
    return [known.id, known.policy or "", *marks, domains, str(known.oldest_proof or "")]


def _table(heads: list[str], rows: list[list[str]]) -> list[str]:
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def todo_lines(todos: Sequence[Todo], left: int, named: Sequence[Platform], _: Words) -> list[Line]:
    """Missing facts with where to look, and remarks of the selected platforms.

    left: how many more facts are missing.
    """
    lines: list[Line] = []
    for todo in todos:
        lines.append(Line("label", f"{todo.platform}: {_(_GAPS[todo.gap])}"))
        ways = [_(_LOOK, page=todo.page)] if todo.page else []
        ways += [_(_SEARCH, query=todo.query)] if todo.query else []
        lines += texts(ways, hanging=True)
    if not todos:
        lines.append(Line("plain", _(_NOTHING_TO_DO)))
    if left:
        lines.append(Line("faint", _(_MORE, n=left)))
    if remarks := [text for platform in named for text in _remarks(platform)]:
        lines += [Line("label", _(_REMARKS)), *texts(remarks, hanging=True)]
    return lines


def _remarks(platform: Platform) -> list[str]:
    own = [f"{platform.id}: {text}" for text in platform.remarks]
    of_channels = [f"{c.value}: {text}" for c in platform.channels for text in c.remarks]
    return own + of_channels

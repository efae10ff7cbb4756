"""Output of `registry history`."""

from collections.abc import Iterator

from hotline_check.upkeep.review.history import History, Past, Step
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import wrap
from hotline_check.wording.text.lines import Line

_LAYERS = {
    "published": N_("{platform}: {kind} {value}"),
    "withheld": N_("{platform}: {kind} {value}, withheld"),
    "reported": N_("{platform}: {kind} {value}, reported as posing as it"),
}
_EVENTS = {
    "added": N_("{date} ({commit}) entered: {what}"),
    "removed": N_("{date} ({commit}) taken away: {what}"),
    "retired": N_("{date} ({commit}) retired: {what}"),
    "unretired": N_("{date} ({commit}) no longer retired: {what}"),
    "disputed": N_("{date} ({commit}) disputed: {what}"),
    "settled": N_("{date} ({commit}) dispute settled: {what}"),
}
_NO_GIT = N_("The folder has no git history; this is what its entries say.")


def history_lines(history: History, _: Words) -> list[Line]:
    """Each value with its dates, then what each commit changed."""
    lines = []
    for past in history.pasts:
        lines.append(Line("label", _what(past, _)))
        lines += [Line("plain", f"  {text}") for text in _facts(past, _)]
    if history.steps is None:
        return [*lines, *(Line("faint", part) for part in wrap(_(_NO_GIT)))]
    lines.append(Line("label", _(N_("Changes of the entries"))))
    return [*lines, *(Line("plain", f"  {_step(step, _)}") for step in history.steps)]


def _what(thing: Past | Step, _: Words) -> str:
    return _(
        _LAYERS[thing.layer],
        platform=thing.platform,
        kind=vocabulary.channel(thing.kind, _),
        value=spaced(thing.value) if thing.kind == "phone" else thing.value,
    )


def _step(step: Step, _: Words) -> str:
    return _(_EVENTS[step.event], date=step.date, commit=step.commit, what=_what(step, _))


def _facts(past: Past, _: Words) -> Iterator[str]:
    if past.first and past.last:
        yield _(N_("first seen {first}, last seen {last}"), first=past.first, last=past.last)
    if past.oldest_page:
        yield _(N_("oldest page that shows it: {date}"), date=past.oldest_page)
    if past.how:
        how = _.join([_(vocabulary.HOW[h]) for h in past.how])
        pages = _.join([_(vocabulary.SOURCES[s]) for s in past.by])
        yield _(N_("how: {how}; where: {pages}"), how=how, pages=pages)
    if past.retired:
        yield _(N_("retired since {date}"), date=past.retired)
    if past.disputed:
        yield _(N_("disputed: its sightings contradict each other"))
    if past.secondhand:
        yield _(N_("no page of the platform's own shows it"))

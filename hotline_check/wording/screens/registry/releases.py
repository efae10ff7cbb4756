"""Output of `publish`, `keys`, `trust`, `sources`, `update` and `rollback`."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import wrap
from hotline_check.wording.text.lines import Line

if TYPE_CHECKING:
    from hotline_check.registry.storage.installed import Installed, Release
    from hotline_check.upkeep.signed.changes import Change, Changes
    from hotline_check.upkeep.signed.publishing.keys import (
        KeyInfo,
        Keyring,
        RootChange,
        Waiting,
    )
    from hotline_check.upkeep.signed.publishing.publish import Published
    from hotline_check.upkeep.signed.trust import Pin
    from hotline_check.upkeep.signed.update import Outcome, Status

_MOST = 40  # lines of a list on the screen; the JSON has all of it
_UPDATED = N_("{source}: updated to release {version} of {date} ({files} files).")
_UNCHANGED = N_("{source}: nothing newer than release {version} of {date}.")
_REFUSED = N_("{source}: still offers the release you rolled back from; {version} of {date} stays.")
_FAILED = N_("{source}: NOT updated: {problem}; release {version} of {date} stays.")
_FAILED_EMPTY = N_("{source}: NOT updated: {problem}; it has no release yet.")
_LISTS = (
    ("numbers_added", N_("Numbers added")),
    ("reported_removed", N_("Numbers no longer reported as fake")),
    ("domains_added", N_("Domains added")),
    ("numbers_removed", N_("Numbers gone")),
    ("domains_removed", N_("Domains gone")),
    ("reported_added", N_("Numbers newly reported as fake")),
)
_NAMES = (
    ("platforms_added", N_("Platforms added: {names}")),
    ("platforms_removed", N_("Platforms gone: {names}")),
    ("edited", N_("Platforms edited: {names}")),
)


def outcome_lines(outcome: "Outcome", _: Words) -> list[Line]:
    """The result for a source with its changes, added numbers first."""
    sentence = {"updated": _UPDATED, "unchanged": _UNCHANGED, "refused": _REFUSED}
    places = {"source": outcome.source.name, **_release(outcome.release)}
    if outcome.error is not None:
        problem = error_line(outcome.error, _)
        text = _(_FAILED if outcome.release else _FAILED_EMPTY, problem=problem, **places)
        return [Line("warning", text)]
    lines = [Line("label", _(sentence[outcome.status], **places))]
    return lines + (changes_lines(outcome.changes, _) if outcome.changes else [])


def changes_lines(changes: "Changes", _: Words) -> list[Line]:
    """Everything added and removed, most dangerous first."""
    lines: list[Line] = []
    for field, title in _LISTS:
        lines += _list(_(title), getattr(changes, field), _)
    for field, sentence in _NAMES:
        if names := getattr(changes, field):
            lines += _plain(_(sentence, names=_.join(list(names))))
    return lines or _plain(_(N_("Nothing in it has changed.")))


def _list(title: str, changes: Sequence["Change"], _: Words) -> list[Line]:
    if not changes:
        return []
    lines = [Line("label", f"{title} ({len(changes)})")]
    for change in changes[:_MOST]:
        value = spaced(change.value)
        lines.append(Line("plain", f"  {change.platform}  {value}  {change.url}".rstrip()))
    if len(changes) > _MOST:
        rest = _.plural("  and {n} more", "  and {n} more", len(changes) - _MOST)
        lines.append(Line("plain", rest))
    return lines


def published_lines(done: "Published", _: Words) -> list[Line]:
    """What a run of `publish` put live, which signatures are missing, and expiry dates."""
    lines: list[Line] = []
    if done.release:
        sentence = N_("Release {version} of {date}, {files} files, content {content}.")
        content = done.release.content[:12]
        lines += _plain(_(sentence, content=content, **_release(done.release)))
    if done.changes:
        lines += changes_lines(done.changes, _)
    if done.live:
        versions = _.join([f"{role} {version}" for role, version in done.live.items()])
        lines.append(Line("label", _(N_("Live now: {versions}."), versions=versions)))
    else:
        lines.append(Line("warning", _(N_("Nothing went live."))))
    lines += _waiting(done.waiting, _)
    ends = _.join([f"{role} {day(when)}" for role, when in done.expires.items()])
    return lines + (_plain(_(N_("Ends: {ends}."), ends=ends)) if ends else [])


def change_lines(change: "RootChange", _: Words) -> list[Line]:
    """The changes in a staged root, for its signers to approve."""
    sentence = N_("Keys, version {version}, staged:")
    lines = [Line("label", _(sentence, version=change.version))]
    lines += [_key("+", key) for key in change.added]
    lines += [_key("-", key) for key in change.revoked]
    if not change.added and not change.revoked:
        lines += _plain(_(N_("The same keys, for longer.")))
    if not change.waiting:
        lines += _plain(_(N_("Signed; it goes live with the next: registry publish")))
    return lines + _waiting(change.waiting, _)


def keyring_lines(keyrings: Iterable["Keyring"], _: Words) -> list[Line]:
    """Who may sign what."""
    lines: list[Line] = []
    for keyring in keyrings:
        sentence = (
            N_("Keys, version {version}, staged:")
            if keyring.staged
            else N_("Keys, version {version}, live until {end}:")
        )
        lines.append(Line("label", _(sentence, version=keyring.version, end=day(keyring.expires))))
        for role, need in keyring.thresholds.items():
            signed = _.plural(
                "{role}: {n} signature needed",
                "{role}: {n} signatures needed",
                need,
                role=role,
            )
            lines.append(Line("plain", f"  {signed}"))
            lines += [_key(" ", key) for key in keyring.keys if key.role == role]
        lines += _waiting(keyring.waiting, _)
    return lines


def pin_lines(pin: "Pin", _: Words) -> list[Line]:
    """A new pin, with the fingerprints to compare before relying on it."""
    lines = _plain(
        _(
            N_("{name} is pinned at place {position}: {url}"),
            name=pin.source.name,
            position=pin.position,
            url=pin.source.url,
        )
    )
    lines += _plain(
        _(
            N_("Compare this with the publisher's word, by another way: SHA-256 {sum}"),
            sum=pin.source.root,
        )
    )
    lines += [_key(" ", key) for key in pin.keys]
    return lines + _plain(_(N_("Now run: hotline-check registry update")))


def source_lines(
    rows: Sequence[tuple["Installed", "Status | None", Sequence["Release"]]], _: Words
) -> list[Line]:
    """The pinned sources, strongest first, with their releases; the bundled registry is last."""
    lines: list[Line] = []
    for place, (found, status, kept) in enumerate(rows, start=1):
        source = found.source
        lines.append(Line("label", f"{place}. {source.name}  {source.url}"))
        lines.append(Line("faint", f"   root {source.root}"))
        if status:
            lines.append(_last(status, _))
        for release in reversed(kept):
            mark = "*" if found.release and release.id == found.release.id else " "
            lines.append(Line("plain", f"  {mark}{release.id}  {release.date.isoformat()}"))
    last = N_("{place}. bundled: the registry that came with the program")
    return [*lines, Line("label", _(last, place=len(rows) + 1))]


def _last(status: "Status", _: Words) -> Line:
    asked = day(status.checked)
    if status.problem is None:
        return Line("plain", "   " + _(N_("last asked {day}"), day=asked))
    sentence = N_("last asked {day}; it FAILED ({problem})")
    return Line("warning", "   " + _(sentence, day=asked, problem=status.problem))


def made_key_lines(private: str, public: str, keyid: str, _: Words) -> list[Line]:
    """A new key pair."""
    lines = _plain(_(N_("Private key, for nobody else: {path}"), path=private))
    lines += _plain(_(N_("Public key, to hand over: {path}"), path=public))
    return lines + _plain(_(N_("Key id: {keyid}"), keyid=keyid))


def rollback_line(source: str, was: "Release", now: "Release", _: Words) -> Line:
    """The current release after a rollback."""
    sentence = N_("{source}: returned to release {now} of {date}, from {was}.")
    places = {"now": now.version, "date": now.date.isoformat(), "was": was.version}
    return Line("label", _(sentence, source=source, **places))


def untrusted_line(source: str, _: Words) -> Line:
    """A source that was removed."""
    return Line(
        "plain", _(N_("{source} is no longer asked and its releases are gone."), source=source)
    )


SIGN_QUESTION = N_("Sign this?")
PASSPHRASE = N_("Passphrase for {path}")
NEW_PASSPHRASE = N_("New passphrase for {name} (empty: none)")
AGAIN = N_("Once more")


def day(when: dt.datetime) -> str:
    """The date of a time, in UTC."""
    return when.date().isoformat()


def _release(release: "Release | None") -> dict[str, object]:
    if release is None:
        return {}
    date = release.date.isoformat()
    return {"version": release.version, "date": date, "files": release.files}


def _waiting(waiting: Sequence["Waiting"], _: Words) -> list[Line]:
    lines = []
    for lack in waiting:
        sentence = N_(
            "Waiting: {role} has {have} of {need} signatures; still free to sign: {names}"
        )
        if lack.former:
            sentence = N_(
                "Waiting: {role} has {have} of {need} signatures of its former keys: {names}"
            )
        text = _(
            sentence,
            role=lack.role,
            have=lack.have,
            need=lack.need,
            names=_.join(list(lack.missing)) or "--",
        )
        lines += [Line("warning", part) for part in wrap(text, indent="  ")]
    return lines


def _key(mark: str, key: "KeyInfo") -> Line:
    return Line("plain", f"  {mark} {key.role:9} {key.name:16} {key.keyid[:16]}")


def _plain(text: str) -> list[Line]:
    return [Line("plain", part) for part in wrap(text, indent="  ")]

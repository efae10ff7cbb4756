"""Output of the editing commands: prompts, results, hints."""

from collections.abc import Iterable

from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import wrap
from hotline_check.wording.text.lines import Line

# option -> prompt for it on a terminal
PROMPTS = {
    "--name": N_("Name as the platform writes it"),
    "--kind": N_("Kind ({known})"),
    "--country": N_("Country of its company, such as GB (or: unknown)"),
    "--domain": N_("Its own domains, with spaces between them"),
    "--phone-policy": N_("What it says of phones ({known})"),
    "--policy-basis": N_("Does it state that, or is it inferred? ({known})"),
    "--policy-url": N_("Page that says it"),
    "--basis": N_("Does it state that, or is it inferred? ({known})"),
    "--relation": N_("What it is ({known})"),
    "POLICY": N_("What it says of phones ({known})"),
    "DOMAIN": N_("Domain of its own, such as example.com"),
    "TEXT": N_("Remark for maintainers, in English"),
    "--url": N_("Page where you have just seen it"),
    "--as-printed": N_("The characters on the page"),
    "KIND": N_("Kind of channel ({known})"),
    "VALUE": N_("Number, address or account"),
    "NUMBER": N_("Number"),
    "PLATFORM": N_("Platform"),
}
POLICY_HINT = N_(
    "The entry's phone policy is still {policy}; does this page change it? Then run: "
    "hotline-check registry policy {platform}"
)
WRITTEN = N_("Written: {files}.")
DRY_RUN = N_("Nothing was written: this was a dry run.")
UNCHANGED = N_("The registry says so already; nothing was written.")
ASK_HINT = N_("To ask the changed registry: hotline-check check CONTACT --registry {folder}")
REVIEW_HINT = N_(
    "Two reviewers open the page before this takes effect; README.md in the "
    "registry folder says how."
)


def edit_lines(diffs: Iterable[str]) -> list[Line]:
    """Unified diffs, each line with its style."""
    return [_diff_line(line) for diff in diffs for line in diff.splitlines()]


def _diff_line(line: str) -> Line:
    if line.startswith(("+++", "---")):
        return Line("label", line)
    if line.startswith("+"):
        return Line("added", line)
    if line.startswith("-"):
        return Line("removed", line)
    return Line("faint" if line.startswith("@@") else "plain", line)


def outcome_lines(
    folder: str, files: list[str], hints: Iterable[str], _: Words, *, dry: bool
) -> list[Line]:
    """What was written, and hints."""
    if not files:
        return [Line("plain", _(UNCHANGED))]
    said = _(DRY_RUN) if dry else _(WRITTEN, files=_.join(files))
    texts = [said, *hints, *([] if dry else [_(ASK_HINT, folder=folder), _(REVIEW_HINT)])]
    return [Line("plain", part) for text in texts for part in wrap(text)]

"""One-line error messages: what is wrong, where, and what to do."""

from typing import Any

from hotline_check.errors import HotlineError
from hotline_check.registry.problems import Problem
from hotline_check.wording.terms.problems.releases import SIGNED
from hotline_check.wording.terms.problems.serving import SERVING
from hotline_check.wording.terms.problems.tables import TABLES
from hotline_check.wording.terms.problems.upkeep import UPKEEP
from hotline_check.wording.terms.problems.usage import USAGE
from hotline_check.wording.terms.system_errors import in_words
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import harmless

# code -> (what is wrong, what to do)
PROBLEMS = {
    **SERVING,
    **SIGNED,
    **TABLES,
    **USAGE,
    **UPKEEP,
    # structure of a file
    "not-yaml": (N_("this is not YAML: {why}"), N_("mend the syntax at this place")),
    "empty-file": (N_("the file is empty"), N_("write the entry or delete the file")),
    "file-too-large": (N_("the file is larger than 1 MB"), N_("an entry takes a few kB")),
    "too-deep": (N_("lists and keys lie too deep here"), N_("write the entry as the others are")),
    "yaml-alias": (N_("a YAML alias is used here"), N_("write the values out")),
    "unknown-file": (N_("this is no registry file"), N_("name it <id>.yaml or move it away")),
    "not-a-mapping": (N_("expected keys, found {got}"), N_("write key: value lines")),
    "not-a-list": (N_("expected a list, found {got}"), N_("write [a, b] or - lines")),
    "not-a-value": (N_("expected one value, found a list or keys"), N_("write one value")),
    "not-a-date": (N_("{got} is no date"), N_("write it as 2026-11-22")),
    "not-a-bool": (N_("{got} is neither true nor false"), N_("write true, or leave the key out")),
    "not-a-int": (N_("{got} is no whole number"), N_("write digits")),
    "hidden-character": (
        N_("a character that is not shown is in here: {got}"),
        N_("type the text again without it"),
    ),
    "no-value": (N_("the value is missing"), N_("write it, or leave the key out")),
    "unknown-key": (N_("there is no key {name}"), N_("use one of: {known}")),
    "duplicate-key": (N_("the key {name} is here twice"), N_("keep one of them")),
    "missing-key": (N_("the key {name} is missing"), N_("add it")),
    "unknown-word": (N_("{got} is no known word"), N_("use one of: {known}")),
    # a platform
    "bad-id": (N_("{got} is no id"), N_("use lower-case letters, digits and single hyphens")),
    "id-is-not-file-name": (N_("{got} is not the name of the file"), N_("make them the same")),
    "unknown-region": (N_("{got} is no country code"), N_("use ISO 3166-1, such as GB")),
    "unknown-language": (N_("{got} is no language tag"), N_("use BCP 47, such as en or zh-TW")),
    "unknown-timezone": (N_("{got} is no time zone"), N_("use an IANA name, such as Asia/Seoul")),
    "hours-without-timezone": (
        N_("opening hours and time zone belong together"),
        N_("add the other one or take both away"),
    ),
    "bad-hours": (N_("{got} are no opening hours"), N_("write them like Mo-Fr 09:00-18:00")),
    "bad-fresh-days": (N_("fresh_days is {got}"), N_("use 1 to 366 days")),
    "policy-without-source": (
        N_("the phone policy {got} has no basis or source"),
        N_("add phone_policy_basis and phone_policy_source, or say unknown"),
    ),
    "claim-without-source": (N_("{name} has no source"), N_("add {name}_source with its page")),
    "repeated-alias": (N_("{got} is here twice"), N_("take one away")),
    "repeated-value": (N_("{got} is here twice"), N_("join them, with all sightings")),
    "withheld-and-listed": (N_("{got} is withheld and a channel at once"), N_("keep one")),
    "impostor-is-pinned": (
        N_("{got} is named an impostor but lies on a pinned domain"),
        N_("correct the impostor or the pin"),
    ),
    "impostor-of-another": (
        N_("{got} is named a fake but {owner} pins it"),
        N_("call it other-company, or correct the pin"),
    ),
    # pins and evidence
    "pin-not-a-host": (N_("{got} is no host name"), N_("write example.com, in lower case")),
    "pin-public-suffix": (N_("{got} is a public suffix"), N_("pin the domain below it")),
    "pin-shared-host": (N_("{got} is shared by many"), N_("pin the whole host name")),
    "pin-user-content": (N_("anybody can publish on {got}"), N_("it can't be pinned")),
    "bad-url": (N_("{got} is no web address"), N_("write it with https:// and a host name")),
    "page-leads-on": (
        N_("{got} may lead to another site"),
        N_("name the page that people end on"),
    ),
    "query-in-evidence": (
        N_("the page's address has a query or a fragment"),
        N_("cut it off after ? or #, when the page stays the same"),
    ),
    "unpinned-host": (
        N_("{got} is not on a pinned domain of the platform"),
        N_("use a page of its own, or call the source third-party"),
    ),
    "not-evidence": (
        N_("the page is a search, a short link or may be a visitor's ({got})"),
        N_("use a page that the platform writes itself, or call it third-party"),
    ),
    "archive-without-copy": (
        N_("how is {got}, but an archived copy and its archive belong together"),
        N_("write how: archived-copy and archive: with the copy's address, or neither"),
    ),
    "not-an-archive": (
        N_("{got} is no copy in an archive that fetches pages itself"),
        N_("use the Internet Archive or Open Terms Archive, or call the source third-party"),
    ),
    "archive-of-another-page": (
        N_("{got} is a copy of another page"),
        N_("make url and archive name the same page"),
    ),
    "archive-of-another-day": (
        N_("{got} was fetched on another day"),
        N_("write the day of the copy as seen"),
    ),
    "domain-vouches-for-itself": (
        N_("only its own pages say that {got} is the platform's"),
        N_("add a page on another of its domains, a regulator's or an app store's"),
    ),
    "two-pins": (
        N_("{got} is also pinned by {owner}"),
        N_("only one can own it; sister platforms say shared_with in both files"),
    ),
    "scope-for-everybody": (
        N_("the policy scope names no customers"),
        N_("add regions or customers, or use phone_policy"),
    ),
    "repeated-scope": (N_("two policy scopes are for the same customers"), N_("keep one")),
    "policy-wider-than-lines": (
        N_("every phone line is for some customers only, but the policy is for all"),
        N_("say published in policy_scopes, and in phone_policy what others are told"),
    ),
    "future-date": (N_("{got} lies in the future"), N_("use the day it was seen")),
    "page-after-seen": (N_("the page's date {got} is after it was seen"), N_("correct one")),
    # channels and numbers
    "no-sighting": (N_("there is no sighting"), N_("add the page where it was seen")),
    "third-party-only": (
        N_("only pages of others show {got}"),
        N_("add a sighting on the platform's own page, or mark it secondhand: true"),
    ),
    "not-secondhand": (N_("{got} has an own page but is marked secondhand"), N_("unmark it")),
    "bad-number": (N_("{got} is no phone number in use"), N_("write it as +<country><number>")),
    "not-e164": (N_("{got} is not in international form"), N_("write + and digits only")),
    "short-code-without-region": (
        N_("{got} is a short number of no country"),
        N_("name its country in regions, or write it as +<country><number>"),
    ),
    "premium-rate": (
        N_("{got} is a premium-rate number"),
        N_("such numbers are never listed; record it under withheld"),
    ),
    "bad-email": (N_("{got} is no e-mail address"), N_("write name@host")),
    "no-way-to-reach": (N_("the authority has neither phone nor url"), N_("add one")),
    # between files
    "name-taken": (N_("{got} is already a name of {owner}"), N_("choose another spelling")),
    "two-platforms": (
        N_("{got} is also published by {owner}"),
        N_("if both do, say shared_with in both files"),
    ),
    "published-and-reported": (
        N_("{got} is reported as fake, but {owner} publishes it"),
        N_("one of the two is wrong: clear it up before either stays"),
    ),
    "unknown-platform": (N_("there is no platform {got}"), N_("add its file or correct the id")),
    # using the program
    "no-registry": (
        N_("there is no registry in {folder}"),
        N_("nothing was checked; install hotline-check again or name another folder"),
    ),
    "broken-registry": (
        N_("the registry in {folder} has problems ({count}); the first: {first}"),
        N_("nothing was checked; run: hotline-check registry validate {folder}"),
    ),
    "broken-snapshot": (
        N_("the registry in {folder} can't be read reliably"),
        N_("nothing was checked; install hotline-check again"),
    ),
    "cannot-read": (N_("can't read {path}: {why}"), N_("check that it exists and is yours")),
    "cannot-write": (N_("can't write {path}: {why}"), N_("check the folder and its rights")),
    "no-such-platform": (
        N_("no platform is called {name}, so nothing was done"),
        N_("see the names with: hotline-check platforms"),
    ),
    "no-such-platform-near": (
        N_("no platform is called {name}, so nothing was done"),
        N_("did you mean {near}?"),
    ),
    "ambiguous-platform": (N_("{name} may be {near}"), N_("use one of these names")),
    "no-such-region": (
        N_("{got} is no country that we know"),
        N_("use its name or two letters, such as US or HK"),
    ),
    "no-such-region-near": (N_("{got} is no country that we know"), N_("did you mean {near}?")),
    "no-such-language": (N_("there is no wording in {got}"), N_("use one of: {known}")),
    "bad-choice": (N_("{option} does not know {got}"), N_("use one of: {known}")),
    "missing-extra": (
        N_("{what} needs a package that is not installed"),
        N_("install it with: pip install 'hotline-check[{extra}]'"),
    ),
    "nothing-to-dial": (
        N_("we have no confirmed number of {platform} for this"),
        N_("see: hotline-check channels {platform}"),
    ),
    "none-and-some": (
        N_("--none says that they got nothing, another option says that they did"),
        N_("leave one of them out"),
    ),
    "sheet-exists": (N_("{path} exists"), N_("choose another name, or add --force")),
    "sheet-kind": (
        N_("{path} has no ending of a sheet"),
        N_("name it .md or .html; with --format json, .json"),
    ),
    "no-file": (N_("no file is named"), N_("name files or folders, or - for standard input")),
    "cannot-answer": (N_("the answer can't be written: {why}"), N_("no answer was given")),
    "program-failed": (
        N_("the program has a mistake, so nothing was checked: {kind} at {place}"),
        N_("please report this line and what you typed; don't dial meanwhile"),
    ),
    "not-labelled": (
        N_("the label {label} was not added: {why}"),
        N_("the workflow needs the permission issues: write, and pull-requests: write"),
    ),
    "nothing-given": (N_("there is nothing to check"), N_("give a number, or - to read lines")),
}
WARNINGS = {
    "cache-unwritable": N_("The cache folder can't be written, so every check takes longer."),
}


def problem_line(problem: Problem, _: Words) -> str:
    """A registry problem: file:line:column: key: what (what to do)."""
    what, mend = (_(s, **problem.params) for s in PROBLEMS[problem.code])
    place = f"{problem.file}:{problem.line}:{problem.column}: "
    key = f"{problem.key}: " if problem.key else ""
    return harmless(place + key + _(N_("{what} ({mend})"), what=what, mend=mend))


def error_line(error: HotlineError, _: Words) -> str:
    """An error of the program: where, what, what to do."""
    what, mend = _parts(error, _)
    place = ":".join(str(error.params[k]) for k in ("file", "line", "column") if k in error.params)
    line = _(N_("{what} ({mend})"), what=what, mend=mend)
    return harmless(f"{place}: {line}" if place else line)


def error_record(error: HotlineError, _: Words) -> dict[str, Any]:
    """The same for programs: a stable code, what is wrong, what to do, and each problem."""
    what, mend = _parts(error, _)
    problems = getattr(error, "problems", ())
    lines = {"problems": [problem_line(problem, _) for problem in problems]} if problems else {}
    return {"code": error.code, "message": what, "fix": mend, **lines}


def _parts(error: HotlineError, _: Words) -> tuple[str, str]:
    params = {
        key: problem_line(value, _) if isinstance(value, Problem) else in_words(value, _)
        for key, value in error.params.items()
    }
    what, mend = (_(s, **params) for s in PROBLEMS[error.code])
    return what, mend

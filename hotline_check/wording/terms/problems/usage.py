"""Errors of the command line: options, commands and arguments that don't fit."""

from hotline_check.wording.text.catalogue import N_

_HELP = N_("see: {command} --help")

# code -> (what is wrong, what to do)
USAGE = {
    "no-such-option": (N_("there is no option {option}"), _HELP),
    "no-such-option-near": (
        N_("there is no option {option}"),
        N_("did you mean {near}? See: {command} --help"),
    ),
    "no-such-command": (N_("there is no command {name}"), _HELP),
    "no-such-command-near": (
        N_("there is no command {name}"),
        N_("did you mean {near}? See: {command} --help"),
    ),
    "not-a-command": (
        N_("{name} is no command"),
        N_("a platform's contacts: hotline-check channels {name}. All commands: {command} --help"),
    ),
    "extra-argument": (
        N_("{got} is one argument too many"),
        N_("put quotes around words with spaces. See: {command} --help"),
    ),
    "no-completion": (
        N_("completion was not installed: can't write {path}: {why}"),
        N_("print it with --show-completion, and save it where your shell looks for it"),
    ),
    "missing-argument": (N_("{what} is missing"), _HELP),
    "option-without-value": (N_("{option} needs a value"), _HELP),
    "bad-option-value": (
        N_("{option} does not know {got}"),
        N_("use one of: {known}. See: {command} --help"),
    ),
    "secret-typed": (
        N_("never type this anywhere: it looks like a wallet's seed phrase or private key"),
        N_(
            "it is not shown here again; delete it from your shell's history. Has anybody seen "
            "it? Run: hotline-check called --seed-phrase"
        ),
    ),
    # one thing in place of another
    "contact-not-platform": (
        N_("{name} is a contact, not a platform's name"),
        N_("to check it: hotline-check check {quoted}"),
    ),
    "steps-for-any": (
        N_("no platform in the registry is called {name}"),
        N_("the steps hold for any platform. See the names with: hotline-check platforms"),
    ),
    "steps-for-any-near": (
        N_("no platform in the registry is called {name}"),
        N_("did you mean {near}? The steps hold for any platform"),
    ),
    "contact-not-file": (
        N_("{name} is no file"),
        N_("to check a contact: hotline-check check {quoted}"),
    ),
    "page-not-file": (
        N_("no page is fetched: {name}"),
        N_("save the page and scan the file; to check the address: hotline-check check {quoted}"),
    ),
    "file-not-contact": (
        N_("{name} is a file"),
        N_("to check what is in it: hotline-check scan {quoted}"),
    ),
    "unquoted-number": (
        N_("parts of a number are no contacts"),
        N_("put quotes around the whole number: hotline-check check {quoted}"),
    ),
    "no-folder": (
        N_("can't write {path}: there is no folder {folder}"),
        N_("make it first, or name another"),
    ),
    # the configuration file, which only warns
    "config-not-toml": (N_("{path} is not TOML: {got}"), N_("it is ignored until it is mended")),
    "config-bad-value": (
        N_("{path} has a value that does not fit: {got}"),
        N_("it is ignored; see: hotline-check config"),
    ),
    "config-unknown-key": (
        N_("{path} has an unknown key: {got}"),
        N_("use one of: region, lang, format"),
    ),
    "bad-usage": (N_("{what}"), _HELP),
}

"""Errors of a maintainer's commands: confirming, editing and comparing registries."""

from hotline_check.wording.text.catalogue import N_

# code -> (what is wrong, what to do)
UPKEEP = {
    # confirming
    "confirm-running": (
        N_("another confirm is at work with {path}"),
        N_("wait for it, or give another file with --state"),
    ),
    "saved-page-unknown": (
        N_("no saved page is a listing page of a platform: {got}"),
        N_("save the whole page from one of the addresses in the entry"),
    ),
    "saved-page-kind": (
        N_("{path} is no saved page"),
        N_("name a folder, or a file that ends in .html, .mhtml, .warc or .warc.gz"),
    ),
    "bad-age": (N_("{got} is no age"), N_("write days or weeks, such as 30d or 4w")),
    "no-such-channel": (
        N_("{platform} has no channel {got}"),
        N_("see: hotline-check channels {platform}"),
    ),
    # editing a registry
    "no-folder-to-edit": (
        N_("there is no registry folder to edit here"),
        N_("clone the registry and run this next to its registry/ folder, or use --registry"),
    ),
    "sealed-registry": (
        N_("{folder} is a release, which is not edited in place"),
        N_("edit a clone of the registry's repository, with --registry"),
    ),
    "change-refused": (
        N_("the registry would break its rules ({count}, see above)"),
        N_("nothing was written"),
    ),
    "changed-meanwhile": (
        N_("somebody else has changed {path}"),
        N_("nothing was written; run the command again"),
    ),
    "evidence-not-https": (
        N_("{got} is not encrypted: anybody on the way can change what it shows"),
        N_("use its https:// address, or an archive's copy of another page that says the same"),
    ),
    "missing-option": (N_("{option} is missing"), N_("give it, or run this on a terminal")),
    "unclear-number": (
        N_("{got} can't be read as one phone number without guessing"),
        N_("write it as +<country><number>, or name its country with --region"),
    ),
    "platform-exists": (
        N_("{name} has an entry already"),
        N_("add to it with: hotline-check registry add-channel {name}"),
    ),
    "channel-exists": (
        N_("{platform} has the channel {got} already"),
        N_("record where it was seen with: hotline-check registry sight {platform} '{got}'"),
    ),
    "several-channels": (N_("{got} is several channels"), N_("use --kind with one of: {known}")),
    "seen-but-retired": (
        N_("{got} is retired since {date}"),
        N_("if the platform publishes it again, say so with --again"),
    ),
    "retired-already": (N_("{got} is retired since {date}"), N_("there is nothing to do")),
    "impostor-exists": (
        N_("{platform} names {got} as no contact of its own already"),
        N_("edit its entry by hand if it is now known to be something else"),
    ),
    "disputed-already": (N_("{got} is disputed already"), N_("there is nothing to do")),
    "not-disputed": (N_("{got} is not disputed"), N_("there is nothing to do")),
    "older-sighting": (
        N_("the registry knows a later look at {url}: {date}"),
        N_("look again today, or leave it"),
    ),
    # comparing registries
    "no-such-revision": (
        N_("{got} is neither a registry folder nor a git revision here"),
        N_("give a folder, a branch, a tag or a commit"),
    ),
    "git-failed": (N_("git can't answer: {why}"), N_("run this inside the registry's clone")),
    "nothing-known": (
        N_("the registry has never known {got}"),
        N_("give a number as +<country><number>, or a platform's name"),
    ),
}

"""Errors of signed releases: keys, publishing, pinned sources, updates."""

from hotline_check.wording.text.catalogue import N_

_STAYS = N_("try again later; tell the publisher if it stays")
_TELL = N_("don't work around it: tell the publisher")

# code -> (what is wrong, what to do)
SIGNED = {
    # keys
    "key-exists": (N_("{path} is there already"), N_("choose another name")),
    "key-unreadable": (N_("{path} is no Ed25519 key in PEM form"), N_("see: registry keys make")),
    "key-open": (
        N_("other people can read the private key {path}"),
        N_("chmod 600 it, or make a new one if somebody may have"),
    ),
    "key-passphrase": (
        N_("the passphrase for {path} is missing or wrong"),
        N_("type it, or put it into HOTLINE_CHECK_PASSPHRASE"),
    ),
    "key-place": (
        N_("{path} lies in {inside}, which gets published"),
        N_("keep private keys elsewhere, best on a stick"),
    ),
    "key-unknown": (N_("{role} has no key {name}"), N_("see: registry keys list")),
    "key-not-in-role": (
        N_("the key {keyid} may not sign {role}"),
        N_("see: registry keys list"),
    ),
    "key-on-and-offline": (
        N_("{name} would be both an on-line and an off-line key"),
        N_("use keys of their own for snapshot and timestamp"),
    ),
    "keys-too-few": (
        N_("{role} would have {have} keys and needs {need}"),
        N_("name more keys, or use registry keys rotate"),
    ),
    "passphrases-differ": (N_("the two passphrases differ"), N_("type the same one twice")),
    "unknown-role": (N_("{got} is no role"), N_("use one of: {known}")),
    "bad-lifetime": (N_("{got} is no lifetime"), N_("write ROLE=DAYS, such as timestamp=14")),
    "lifetime-too-long": (
        N_("{got} is longer than clients accept"),
        N_("use at most {days} days"),
    ),
    # publishing
    "repository-exists": (
        N_("{path} is a repository already"),
        N_("change it with registry keys add, revoke or rotate"),
    ),
    "repository-missing": (
        N_("{path} is no repository of signed releases"),
        N_("start one with registry keys init"),
    ),
    "repository-unreadable": (N_("{path} is damaged"), N_("restore it from a copy")),
    "root-not-staged": (
        N_("no change of keys waits in {path}"),
        N_("stage one with registry keys add, revoke, rotate or renew"),
    ),
    "registry-needed": (
        N_("{keyid} signs releases, but no registry was given to sign"),
        N_("name your own copy with --registry"),
    ),
    "staged-differs": (
        N_("another release is staged than what {path} holds"),
        N_("find out which is right; --restage replaces the staged one"),
    ),
    "staged-damaged": (
        N_("{path} is not what was signed"),
        N_("don't sign; stage the release again with --restage"),
    ),
    # pinned sources
    "source-name": (
        N_("{name} can't be a source's name"),
        N_("use lower-case letters, digits and hyphens"),
    ),
    "source-url": (
        N_("this is no address of a folder on the web"),
        N_("write it with https:// and without ? and #"),
    ),
    "source-url-http": (
        N_("http:// tells every listener on the way who updates"),
        N_("use https://"),
    ),
    "source-url-secret": (
        N_("the address holds a name or a password"),
        N_("releases are signed, not secret: serve them without one"),
    ),
    "source-exists": (
        N_("a source {name} is pinned already"),
        N_("let go of it first: registry untrust {name}"),
    ),
    "source-unknown": (N_("no source is called {name}"), N_("see: registry sources")),
    "sources-order": (N_("the order must name each source once"), N_("the sources: {names}")),
    "sources-unreadable": (
        N_("the list of pinned sources in {path} can't be read"),
        N_("mend it, or delete it and pin them again"),
    ),
    "root-unreadable": (
        N_("{path} is no root metadata"),
        N_("get the root file from the publisher"),
    ),
    "root-unsigned": (N_("{path} lacks signatures of its own keys"), _TELL),
    "root-weak": (
        N_("{role} needs only {have} signature there, not {need}"),
        N_("ask the publisher for a root that no single person controls"),
    ),
    "root-damaged": (
        N_("the pinned root of {name} is not what was pinned"),
        N_("registry untrust {name}, then pin it again from the publisher's file"),
    ),
    # updating
    "update-no-source": (
        N_("no source is pinned, so there is nothing to update from"),
        N_("the bundled registry stays; pin a source with registry trust"),
    ),
    "update-busy": (N_("another update is running"), N_("wait for it to end")),
    "update-disk": (N_("the disk refused: {why}"), N_("make room or mend its rights")),
    "update-unreachable": (N_("the server can't be reached"), N_("try again later")),
    "update-http": (N_("the server answered with status {status}"), _STAYS),
    "update-slow": (N_("the server sends too slowly"), _STAYS),
    "update-cut": (N_("the connection was cut"), N_("try again later")),
    "update-too-large": (N_("the server sends more than is allowed"), _TELL),
    "update-redirected": (N_("the server points to another host, {host}"), _TELL),
    "update-expired": (
        N_("the signature on {role} has expired: releases may be held back"),
        N_("check this machine's clock; else tell the publisher"),
    ),
    "update-too-long": (
        N_("{role} is signed for more than {days} days: releases could be held back that long"),
        _TELL,
    ),
    "update-unsigned": (N_("{role} lacks enough valid signatures"), _TELL),
    "update-older": (N_("{role} is older than what was seen before"), _TELL),
    "update-altered": (N_("a file is not the one that was signed"), _TELL),
    "update-damaged": (N_("the signed description can't be read"), _TELL),
    "release-undescribed": (N_("the source holds no registry"), N_("check its address")),
    "archive-too-large": (N_("the release unpacks to more than is allowed"), _TELL),
    "archive-damaged": (N_("the release's archive is damaged"), _TELL),
    "archive-unsafe": (N_("the release holds what no registry holds: {name}"), _TELL),
    "release-unreadable": (
        N_("the installed release in {path} can't be read"),
        N_("run: hotline-check registry update"),
    ),
    "rollback-none": (
        N_("{name} has no earlier release to go back to"),
        N_("see: registry sources"),
    ),
    "rollback-unknown": (N_("{name} has no release {release}"), N_("see: registry sources")),
    "rollback-which": (N_("several sources are pinned"), N_("name one of: {names}")),
}

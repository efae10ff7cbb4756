"""Edits of a whole entry: its phone policy, domains, impostors and remarks.

Like `edit`: each function changes a draft; `Draft.checked` says whether the rules are kept.
"""

from typing import Any

import msgspec
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from hotline_check.errors import HotlineError
from hotline_check.registry.models import (
    Domain,
    Impostor,
    PolicyScope,
    Sighting,
)
from hotline_check.registry.terms import PhonePolicy, PolicyBasis
from hotline_check.upkeep.draft import Draft
from hotline_check.upkeep.edit import (
    CHANNEL_KEYS,
    channel_in,
    platform_file,
    put_sighting,
)
from hotline_check.upkeep.yaml_edit.nodes import (
    PLATFORM_KEYS,
    drop,
    fresh,
    insert,
    listed,
    put,
    scalar,
)

_DOMAIN_KEYS = tuple(f.name for f in msgspec.structs.fields(Domain))


def set_policy(
    draft: Draft,
    platform: str,
    policy: PhonePolicy,
    basis: PolicyBasis | None,
    source: Sighting | None,
) -> None:
    """Set the phone policy for all customers; basis and source are None for `unknown`."""

    def change(document: CommentedMap) -> None:
        put(document, "phone_policy", policy, PLATFORM_KEYS)
        for key, value in (("phone_policy_basis", basis), ("phone_policy_source", source)):
            if value is not None:
                entry = fresh(value) if isinstance(value, Sighting) else value
                put(document, key, entry, PLATFORM_KEYS)
            elif key in document:
                drop(document, key)

    draft.change(platform_file(platform), change)


def set_scope(draft: Draft, platform: str, scope: PolicyScope) -> None:
    """Set the phone policy for some customers, replacing the one for the same customers."""

    def change(document: CommentedMap) -> None:
        same = [
            i for i, old in enumerate(document.get("policy_scopes", ())) if _is_same(old, scope)
        ]
        if same:
            document["policy_scopes"][same[0]] = fresh(scope)
        else:
            _append(document, "policy_scopes", fresh(scope))

    draft.change(platform_file(platform), change)


def _is_same(old: CommentedMap, scope: PolicyScope) -> bool:
    known = set(map(str, (*old.get("regions", ()), *old.get("customers", ()))))
    return known == {*scope.regions, *scope.customers}


def add_domain(draft: Draft, platform: str, domain: Domain) -> None:
    """Pin a domain with a page that shows its owner, or add the page to a pinned domain."""

    def change(document: CommentedMap) -> None:
        domains = document["domains"]
        names = [str(d["domain"] if isinstance(d, CommentedMap) else d) for d in domains]
        if domain.domain not in names:
            if domains:
                domains.fa.set_block_style()
            insert(document, "domains", len(domains), fresh(domain))
            return
        at = names.index(domain.domain)
        if not isinstance(domains[at], CommentedMap):
            domains.fa.set_block_style()
            domains[at] = fresh(domain)
            return
        for page in domain.sightings:
            put_sighting(domains[at], page)
        owners = tuple(dict.fromkeys([*domains[at].get("shared_with", ()), *domain.shared_with]))
        if owners:
            put(domains[at], "shared_with", listed(owners), _DOMAIN_KEYS)

    draft.change(platform_file(platform), change)


def add_impostor(draft: Draft, platform: str, impostor: Impostor) -> None:
    """Name a host, address or account that is not the platform's.

    Raises HotlineError `impostor-exists`.
    """

    def change(document: CommentedMap) -> None:
        known = {(str(i["kind"]), str(i["value"]).lower()) for i in document.get("impostors", ())}
        if (impostor.kind, impostor.value.lower()) in known:
            raise HotlineError("impostor-exists", platform=platform, got=impostor.value)
        _append(document, "impostors", fresh(impostor))

    draft.change(platform_file(platform), change)


def remark(draft: Draft, platform: str, text: str, channel: tuple[str, str] | None = None) -> None:
    """Set a remark for maintainers on the entry, or on the channel with a kind and value.

    Raises HotlineError `no-such-channel`.
    """

    def change(document: CommentedMap) -> None:
        if channel is None:
            _append(document, "remarks", scalar(text))
        else:
            block = channel_in(document, platform, *channel)
            _append(block, "remarks", scalar(text), CHANNEL_KEYS)

    draft.change(platform_file(platform), change)


def _append(
    block: CommentedMap, key: str, item: Any, order: tuple[str, ...] = PLATFORM_KEYS
) -> None:
    if key in block:
        insert(block, key, len(block[key]), item)
    else:
        put(block, key, CommentedSeq([item]), order)

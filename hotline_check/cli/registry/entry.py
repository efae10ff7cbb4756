"""`hotline-check registry policy | add-domain | impostor | remark`: edit a whole entry."""

from typing import Annotated, Any

import typer

from hotline_check.cli.registry.asking import asked, needed
from hotline_check.cli.registry.folders import FolderOption, draft_of
from hotline_check.cli.registry.options import (
    ArchiveOption,
    CustomersOption,
    DryRunOption,
    HowOption,
    KindOption,
    PageDateOption,
    PlatformArgument,
    SeenOption,
    SourceOption,
    UrlOption,
    channel_of,
    chosen,
    finish,
    sighting_of,
)
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    one_of,
    speak,
)
from hotline_check.wording.text.catalogue import N_


def policy(
    platform: PlatformArgument = None,
    policy: Annotated[
        str | None, typer.Argument(help=N_("published, callback-only, none or unknown."))
    ] = None,
    basis: Annotated[
        str | None, typer.Option("--basis", help=N_("stated, or inferred from what it names."))
    ] = None,
    url: UrlOption = None,
    customers: CustomersOption = None,
    region: Annotated[
        list[str] | None, typer.Option("--region", "-r", help=N_("Only in this country: US, HK."))
    ] = None,
    seen: SeenOption = None,
    how: HowOption = "live",
    archive: ArchiveOption = None,
    source_kind: SourceOption = "operator",
    page_date: PageDateOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Record what a platform says of phones, to everybody or only to some of its customers."""
    from hotline_check.registry import terms
    from hotline_check.registry.models import PolicyScope
    from hotline_check.upkeep import arguments, edit_entry

    _ = speak(lang)
    draft = draft_of(registry)
    owner = asked("PLATFORM", platform, draft.platform_id, _)
    is_scoped = bool(customers or region)
    known = chosen(terms.KnownPolicy if is_scoped else terms.PhonePolicy)
    said: Any = needed("POLICY", policy, _, known)
    if said == "unknown":
        edit_entry.set_policy(draft, owner, said, None, None)
        return finish(draft, _, form, dry_run=dry_run)
    why: Any = needed("--basis", basis, _, chosen(terms.PolicyBasis))
    page = asked("--url", url, arguments.page, _)
    source = sighting_of(page, seen, how, source_kind, page_date, archive=archive)
    if is_scoped:
        for word in customers or ():
            one_of("--customers", word, chosen(terms.Customers))
        whom: Any = {"customers": tuple(customers or ()), "regions": tuple(region or ())}
        scope = PolicyScope(policy=said, basis=why, source=source, **whom)
        edit_entry.set_scope(draft, owner, scope)
    else:
        edit_entry.set_policy(draft, owner, said, why, source)
    return finish(draft, _, form, dry_run=dry_run)


def add_domain(
    platform: PlatformArgument = None,
    domain: Annotated[str | None, typer.Argument(help=N_("A domain of its own, to pin."))] = None,
    url: UrlOption = None,
    shared_with: Annotated[
        list[str] | None,
        typer.Option("--shared-with", help=N_("A platform of the same company that pins it too.")),
    ] = None,
    seen: SeenOption = None,
    how: HowOption = "live",
    archive: ArchiveOption = None,
    source_kind: SourceOption = "operator",
    page_date: PageDateOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Pin a domain with the page that shows whose it is, or add such a page to a known domain."""
    from hotline_check.registry.models import Domain
    from hotline_check.upkeep import arguments, edit_entry

    _ = speak(lang)
    draft = draft_of(registry)
    owner = asked("PLATFORM", platform, draft.platform_id, _)
    name = asked("DOMAIN", domain, arguments.pin, _)
    page = asked("--url", url, arguments.page, _)
    seeing = sighting_of(page, seen, how, source_kind, page_date, archive=archive)
    sharing = tuple(draft.platform_id(other) for other in shared_with or ())
    pinned = Domain(domain=name, shared_with=sharing, sightings=(seeing,))
    edit_entry.add_domain(draft, owner, pinned)
    return finish(draft, _, form, dry_run=dry_run)


def impostor(
    platform: PlatformArgument = None,
    kind: Annotated[str | None, typer.Argument(help=N_("host, email, x, telegram, ..."))] = None,
    value: Annotated[str | None, typer.Argument(help=N_("Host, address or account."))] = None,
    relation: Annotated[
        str | None, typer.Option("--relation", help=N_("fake, lookalike, mirror, other-company."))
    ] = None,
    url: UrlOption = None,
    seen: SeenOption = None,
    how: HowOption = "live",
    archive: ArchiveOption = None,
    source_kind: SourceOption = "third-party",
    page_date: PageDateOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Name a host, address or account that is not the platform's, and what it is.

    A copy of its pages with an unknown owner is a mirror: a check accuses no one of it.
    """
    from hotline_check.registry import terms
    from hotline_check.registry.models import Impostor
    from hotline_check.upkeep import edit_entry

    _ = speak(lang)
    draft = draft_of(registry)
    owner = asked("PLATFORM", platform, draft.platform_id, _)
    what: Any = needed("KIND", kind, _, ("host", *chosen(terms.ChannelKind)))
    named = needed("VALUE", value, _)
    relations = ("fake", "lookalike", "mirror", "other-company")
    who: Any = needed("--relation", relation, _, relations)
    source = sighting_of(url, seen, how, source_kind, page_date, archive=archive) if url else None
    edit_entry.add_impostor(
        draft, owner, Impostor(kind=what, value=named, relation=who, source=source)
    )
    return finish(draft, _, form, dry_run=dry_run)


def remark(
    platform: PlatformArgument = None,
    text: Annotated[str | None, typer.Argument(help=N_("The remark, in English."))] = None,
    on: Annotated[
        str | None, typer.Option("--on", help=N_("The channel it is about, if it is about one."))
    ] = None,
    kind: KindOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Leave a remark for maintainers; only the `registry` commands show it."""
    from hotline_check.upkeep import edit_entry

    _ = speak(lang)
    draft = draft_of(registry)
    owner = asked("PLATFORM", platform, draft.platform_id, _)
    said = needed("TEXT", text, _)
    channel = channel_of(draft, owner, on, kind, None, _)[1] if on else None
    edit_entry.remark(draft, owner, said, (channel.kind, channel.value) if channel else None)
    return finish(draft, _, form, dry_run=dry_run)

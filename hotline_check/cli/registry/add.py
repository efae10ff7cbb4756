"""`hotline-check registry add | add-channel`: new entries and new channels."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hotline_check.cli.registry.asking import asked, needed
from hotline_check.cli.registry.folders import FolderOption, draft_of
from hotline_check.cli.registry.options import (
    ArchiveOption,
    CustomersOption,
    DryRunOption,
    HowOption,
    NoteOption,
    NoteZhOption,
    PageDateOption,
    PlatformArgument,
    PrintedOption,
    SeenOption,
    SourceOption,
    UrlOption,
    chosen,
    finish,
    note_of,
    sighting_of,
)
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    one_of,
    speak,
)
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.registry.models import Channel
    from hotline_check.upkeep.draft import Draft


def add(
    platform: Annotated[
        str | None, typer.Argument(help=N_("The new entry's id, such as example-exchange."))
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help=N_("Its name as it writes it."))
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option("--alias", help=N_("Another name people use for it."))
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", "-k", help=N_("exchange, wallet, broker, atm, ..."))
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", "-c", help=N_("Country of its company: US, HK; or unknown.")),
    ] = None,
    domain: Annotated[
        list[str] | None, typer.Option("--domain", help=N_("A domain of its own, to pin."))
    ] = None,
    closed: Annotated[
        bool, typer.Option("--closed", help=N_("It no longer serves customers."))
    ] = False,
    phone_policy: Annotated[
        str | None,
        typer.Option("--phone-policy", help=N_("published, callback-only, none or unknown.")),
    ] = None,
    policy_basis: Annotated[
        str | None,
        typer.Option("--policy-basis", help=N_("stated, or inferred from what it names.")),
    ] = None,
    policy_url: Annotated[
        str | None, typer.Option("--policy-url", help=N_("The page that says so."))
    ] = None,
    seen: SeenOption = None,
    how: HowOption = "live",
    archive: ArchiveOption = None,
    source_kind: SourceOption = "operator",
    page_date: PageDateOption = None,
    note: NoteOption = None,
    note_zh: NoteZhOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Add a platform: its names, its own domains, what it says of phones."""
    from hotline_check.registry import models, terms
    from hotline_check.upkeep import arguments, edit

    _ = speak(lang)
    draft = draft_of(registry)
    entry: dict[str, Any] = {
        "id": asked("PLATFORM", platform, arguments.new_id, _),
        "name": needed("--name", name, _),
        "aliases": alias or (),
        "kind": needed("--kind", kind, _, chosen(terms.PlatformKind)),
        "status": "closed" if closed else "active",
        "domains": asked("--domain", " ".join(domain or ()) or None, arguments.pins, _),
        "channels": (),
        "country": asked("--country", country, arguments.country, _),
        "phone_policy": needed("--phone-policy", phone_policy, _, chosen(terms.PhonePolicy)),
        "note": note_of(note, note_zh),
    }
    if entry["phone_policy"] != "unknown":
        entry["phone_policy_basis"] = needed(
            "--policy-basis", policy_basis, _, chosen(terms.PolicyBasis)
        )
        page = asked("--policy-url", policy_url, arguments.page, _)
        entry["phone_policy_source"] = sighting_of(
            page, seen, how, source_kind, page_date, archive=archive
        )
    edit.add_platform(draft, _entry(entry, models.Platform))
    return finish(draft, _, form, dry_run=dry_run)


def add_channel(
    platform: PlatformArgument = None,
    kind: Annotated[
        str | None, typer.Argument(help=N_("phone, email, chat, form, help-center, x, ..."))
    ] = None,
    value: Annotated[str | None, typer.Argument(help=N_("Number, address or account."))] = None,
    url: UrlOption = None,
    seen: SeenOption = None,
    how: HowOption = "live",
    archive: ArchiveOption = None,
    source_kind: SourceOption = "operator",
    page_date: PageDateOption = None,
    as_printed: PrintedOption = None,
    region: Annotated[
        list[str] | None, typer.Option("--region", "-r", help=N_("A country it serves: US, HK."))
    ] = None,
    customers: CustomersOption = None,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", "-t", help=N_("account, security, ..."))
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option("--language", help=N_("A language spoken there: en, zh-TW."))
    ] = None,
    hours: Annotated[
        str | None, typer.Option("--hours", help=N_("Opening hours, such as Mo-Fr 09:00-18:00."))
    ] = None,
    timezone: Annotated[
        str | None, typer.Option("--timezone", help=N_("Their time zone, such as Asia/Seoul."))
    ] = None,
    cost: Annotated[str | None, typer.Option("--cost", help=N_("toll-free or shared."))] = None,
    inbound_only: Annotated[
        bool, typer.Option("--inbound-only", help=N_("It says that this line never calls out."))
    ] = False,
    secondhand: Annotated[
        bool, typer.Option("--secondhand", help=N_("No page of the platform's own shows it."))
    ] = False,
    shared_with: Annotated[
        list[str] | None,
        typer.Option("--shared-with", help=N_("A platform that publishes it too.")),
    ] = None,
    note: NoteOption = None,
    note_zh: NoteZhOption = None,
    registry: FolderOption = None,
    dry_run: DryRunOption = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Add a channel to a platform, with the page that shows it."""
    from hotline_check.registry import models, terms
    from hotline_check.upkeep import arguments, edit

    _ = speak(lang)
    draft = draft_of(registry)
    owner = asked("PLATFORM", platform, draft.platform_id, _)
    kind = needed("KIND", kind, _, chosen(terms.ChannelKind))
    regions = list(region or ())
    if kind == "phone":
        at_home = regions[0] if len(regions) == 1 else None
        typed, number, home = asked(
            "VALUE", value, lambda text: (text, *arguments.number(text, at_home)), _
        )
        regions = regions or ([home] if home else [])
        as_printed = as_printed or (typed if typed != number else None)
    else:
        number = asked("VALUE", value, lambda text: arguments.value(kind, text), _)
    page = asked("--url", url, arguments.page, _)
    sighting = sighting_of(page, seen, how, source_kind, page_date, as_printed, archive)
    for word in topic or ():
        one_of("--topic", word, chosen(terms.Topic))
    for word in customers or ():
        one_of("--customers", word, chosen(terms.Customers))
    fields = {
        "kind": kind,
        "value": number,
        "regions": regions,
        "topics": topic or (),
        "customers": customers or (),
        "hours": hours,
        "timezone": timezone,
        "languages": language or (),
        "cost": one_of("--cost", cost, ("toll-free", "shared")),
        "inbound_only": inbound_only,
        "secondhand": secondhand,
        "shared_with": [draft.platform_id(other) for other in shared_with or ()],
        "note": note_of(note, note_zh),
        "sightings": (sighting,),
    }
    channel = _entry(fields, models.Channel)
    edit.add_channel(draft, owner, channel)
    return finish(draft, _, form, dry_run=dry_run, hints=_hints(draft, owner, channel, _))


def _entry(fields: dict[str, Any], kind: Any) -> Any:
    import msgspec

    return msgspec.convert(fields, kind, from_attributes=True)


def _hints(draft: "Draft", owner: str, channel: "Channel", _: Words) -> list[str]:
    """Hints on what else the new channel may change in the entry."""
    from hotline_check.wording.screens.registry.edit import POLICY_HINT

    platform = draft.platform(owner)
    if channel.kind != "phone" or channel.secondhand or platform.phone_policy == "published":
        return []
    return [_(POLICY_HINT, policy=platform.phone_policy, platform=owner)]

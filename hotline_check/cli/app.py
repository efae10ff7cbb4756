"""The command tree; a command is imported only when it runs or its help is shown.

A command is a plain function with Typer's annotations in a module of its own; Typer builds its
parser on demand, because importing every command would slow `check` down.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer

from hotline_check.cli.parsing.commands import SETTINGS, Command, Group
from hotline_check.cli.preferences import preferences
from hotline_check.cli.settings import LangOption, program_version
from hotline_check.wording.text.catalogue import N_

# name -> (module below hotline_check.cli, function, what it does)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "check": ("check", "check", N_("Check a number, web address, e-mail or account first.")),
    "scan": ("scan", "scan", N_("Find and judge every contact in files, mails and folders.")),
    "table": ("table", "table", N_("Add a verdict to every row of a table of any size.")),
    "channels": ("channels", "channels", N_("Show how a platform can really be reached.")),
    "prepare": ("prepare", "prepare", N_("Make a sheet for the call you are about to place.")),
    "called": ("called", "called", N_("You have spoken to a fake line: what to do now.")),
    "report": ("report", "report", N_("Where to report a fraud in your country.")),
    "platforms": ("platforms", "platforms", N_("List the platforms in the registry.")),
    "site": ("site", "site", N_("Write the registry as a static site.")),
    "mcp": ("mcp", "mcp", N_("Answer an AI assistant over the Model Context Protocol.")),
    "serve": ("serve", "serve", N_("Serve a page and an HTTP API on this machine.")),
    "config": ("config", "config", N_("Show your settings and the file that holds them.")),
    "registry": ("registry", "", N_("Maintain the registry.")),
}
REGISTRY: dict[str, tuple[str, str, str]] = {
    "status": ("registry.status", "status", N_("What the registry holds and how old it is.")),
    "todo": ("registry.status", "todo", N_("What is most worth finding next, and where to look.")),
    "validate": ("registry.status", "validate", N_("Find every mistake in a registry folder.")),
    "add": ("registry.add", "add", N_("Add a platform.")),
    "add-channel": ("registry.add", "add_channel", N_("Add a way to reach a platform.")),
    "add-domain": ("registry.entry", "add_domain", N_("Pin a domain with the page that shows it.")),
    "policy": ("registry.entry", "policy", N_("Record what a platform says of phones.")),
    "impostor": ("registry.entry", "impostor", N_("Name a fake, a copy or another company.")),
    "remark": ("registry.entry", "remark", N_("Leave a remark for maintainers.")),
    "sight": ("registry.edit", "sight", N_("Record that a channel was seen on a page.")),
    "retire": ("registry.edit", "retire", N_("Record that a channel is no longer published.")),
    "dispute": ("registry.edit", "dispute", N_("Mark a channel with contradicting pages.")),
    "report": ("registry.edit", "report", N_("Record a number that poses as a platform.")),
    "diff": ("registry.review", "diff", N_("What changed between two registries.")),
    "history": ("registry.review", "history", N_("Show the history of an entry.")),
    "confirm": (
        "registry.confirm",
        "confirm",
        N_("Check which channels the platforms still publish."),
    ),
    "trust": ("registry.releases", "trust", N_("Pin a source of signed releases.")),
    "untrust": ("registry.releases", "untrust", N_("Remove a trusted source.")),
    "sources": ("registry.releases", "sources", N_("List the pinned sources, strongest first.")),
    "update": ("registry.releases", "update", N_("Pull the newest signed releases.")),
    "rollback": ("registry.releases", "rollback", N_("Return to the previous release.")),
    "publish": ("registry.releases", "publish", N_("Make and sign a release.")),
    "keys": ("registry.keys", "", N_("Manage the keys that sign releases.")),
    "schema": ("registry.status", "schema", N_("Print the JSON Schema of an entry, for editors.")),
}
KEYS: dict[str, tuple[str, str, str]] = {
    "make": ("registry.keys", "make", N_("Make a key pair.")),
    "init": ("registry.keys", "init", N_("Start a repository of signed releases.")),
    "list": ("registry.keys", "listing", N_("List who may sign what.")),
    "add": ("registry.keys", "add", N_("Stage one more key for a role.")),
    "revoke": ("registry.keys", "revoke", N_("Stage that a key no longer signs for a role.")),
    "rotate": ("registry.keys", "rotate", N_("Stage a new key in place of an old one.")),
    "renew": ("registry.keys", "renew", N_("Stage the same keys for longer.")),
    "sign": ("registry.keys", "sign", N_("Show the staged change of keys and sign it.")),
}
_EXITS = N_(
    "Exit codes: 0 listed; 1 do not dial or use it; 3 cannot tell; 4 there is no contact in it "
    "(scan, table); 2 nothing was checked: wrong usage, or a file or registry that cannot be read. "
    "Of several contacts the worst counts."
)
_EPILOGS = {"check": _EXITS, "scan": _EXITS, "table": _EXITS}
_GROUPS = {"registry": REGISTRY, "keys": KEYS}


def program() -> Any:
    """Build the complete command tree."""
    return _group(N_("Is this support number real? Ask before you dial."), COMMANDS, _root)


def _root(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", "-V", help=N_("Print the version.")),
    lang: LangOption = None,
) -> None:
    ctx.default_map = {"lang": lang, "form": preferences().form}
    if version:
        typer.echo(program_version())
        raise typer.Exit


def _nothing() -> None:
    """Empty callback: Typer builds a group only for an app that has one."""


def _group(help_text: str, table: Mapping[str, tuple[str, str, str]], callback: Any) -> Any:
    kind = type("Group", (Group,), {"table": table, "load": staticmethod(_load)})
    app = typer.Typer(
        cls=kind,
        help=help_text,
        no_args_is_help=True,
        invoke_without_command=True,
        rich_markup_mode=None,
        context_settings=SETTINGS,
        add_completion=table is COMMANDS,
    )
    app.callback()(callback)
    return typer.main.get_command(app)


def _load(name: str, module: str, function: str, help_text: str) -> Any:
    if name in _GROUPS:
        return _group(help_text, _GROUPS[name], _nothing)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    target = getattr(import_module(f"hotline_check.cli.{module}"), function)
    app.command(
        name,
        cls=Command,
        help=help_text,
        epilog=_EPILOGS.get(module),
        context_settings=SETTINGS,
    )(target)
    command: Any = typer.main.get_command(app)
    return command

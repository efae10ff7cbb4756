"""The guides as resources, in Markdown: before a call, after a fake one, a sheet for a call."""

from typing import Final

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from hotline_check.api.registry import Registry
from hotline_check.clock import local
from hotline_check.errors import HotlineError
from hotline_check.guidance.sheet import prepare
from hotline_check.guidance.triage import HAPPENINGS, steps
from hotline_check.serving.mcp import instructions
from hotline_check.wording.screens import called as called_screen
from hotline_check.wording.screens import prepare as prepare_screen
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import COMPLETE, canonical, words
from hotline_check.wording.text.document import markdown
from hotline_check.wording.text.layout import harmless

_MARKDOWN: Final = "text/markdown"


def add_guides(server: MCPServer[None]) -> None:
    """Register the guides: fixed addresses in the complete languages, a template for all."""
    for lang in COMPLETE:
        _add_fixed(server, lang)

    @server.resource(
        "hotline-check://{lang}/call-sheet/{platform}",
        name="call-sheet",
        title=instructions.SHEET,
        description=instructions.SHEET,
        mime_type=_MARKDOWN,
    )
    def call_sheet(lang: str, platform: str) -> str:
        _ = words(canonical(lang) or "en")
        try:
            with Registry.open() as registry:
                found = registry.platform(platform)
                sheet = prepare(found, None, None, local(), registry.info)
        except HotlineError as error:
            raise ResourceNotFoundError(harmless(error_line(error, _))) from error
        return markdown(prepare_screen.blocks(sheet, _))

    @server.resource(
        "hotline-check://{lang}/after-a-call/{country}",
        name="after-a-call-in-country",
        title=instructions.AFTER,
        description=instructions.AFTER,
        mime_type=_MARKDOWN,
    )
    def after_a_call_in(lang: str, country: str) -> str:
        return _after(lang, country)


def _add_fixed(server: MCPServer[None], lang: str) -> None:
    @server.resource(
        f"hotline-check://{lang}/after-a-call",
        name=f"after-a-call-{lang}",
        title=instructions.AFTER,
        description=instructions.AFTER,
        mime_type=_MARKDOWN,
    )
    def after_a_call() -> str:
        return _after(lang, None)

    @server.resource(
        f"hotline-check://{lang}/before-a-call",
        name=f"before-a-call-{lang}",
        title=instructions.BEFORE,
        description=instructions.BEFORE,
        mime_type=_MARKDOWN,
    )
    def before_a_call() -> str:
        return markdown(prepare_screen.general(words(lang)))


def _after(lang: str, country: str | None) -> str:
    """Every step after a fake call, for whoever has not said what happened."""
    _ = words(canonical(lang) or "en")
    try:
        with Registry.open() as registry:
            bodies = registry.authorities(country).found if country else None
            plan = steps(frozenset(HAPPENINGS), None, country, registry.today)
    except HotlineError as error:
        raise ResourceError(harmless(error_line(error, _))) from error
    return markdown(called_screen.blocks(plan, None, bodies, _))

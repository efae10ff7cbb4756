"""Output of `called`: the first action, questions, steps. Short, action first, no blame."""

from collections.abc import Sequence
from typing import Any

import msgspec

from hotline_check.guidance.triage import Happening, Stage, Step
from hotline_check.registry.models import Authorities, Platform
from hotline_check.verdict.models import RegistryInfo
from hotline_check.wording.screens import report
from hotline_check.wording.screens.channels import details
from hotline_check.wording.screens.check import age_line
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.names import country as country_name
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.document import Block, Points, Section, Text, Title
from hotline_check.wording.text.lines import Line, numbered, texts

TITLE = N_("You have spoken to a fake line: what to do now")
FIRST = N_("Hang up now. Say nothing more.")
FIRST_CUT = N_("If they can see or control a device: switch it off, or cut its connection.")
FIRST_CALL_BACK = N_("They call again? Do not answer, whatever name or number the phone shows.")

KEYS = N_("Press a key for each question: y = yes, n = no, ? = not sure, q = stop asking.")
QUESTIONS: dict[Happening, str] = {
    "remote-access": N_("Could they see or control a device, or did you install something?"),
    "codes": N_("Did they get a password, a PIN or a code?"),
    "seed-phrase": N_("Did they get a wallet's seed phrase or private key?"),
    "sent-coins": N_("Did you send coins?"),
    "paid": N_("Did you send money from a bank, or pay with a card or gift card?"),
    "card": N_("Did they get card or bank details?"),
    "identity": N_("Did they see identity papers, or a photo of you?"),
}
ANSWERS = {"yes": N_("yes"), "no": N_("no"), "unsure": N_("not sure: taken as yes")}
TALLY = N_("What they may have: {things}.")
TALLY_NOTHING = N_("They got nothing, as far as you know. Check it all the same.")
TALLY_ALL = N_(
    "Not said what happened, so here is every step. For your case only, add what applies: {options}"
)
THINGS: dict[Happening, str] = {
    "remote-access": N_("a device"),
    "codes": N_("passwords or codes"),
    "seed-phrase": N_("a seed phrase"),
    "sent-coins": N_("coins"),
    "paid": N_("money"),
    "card": N_("card or bank details"),
    "identity": N_("identity papers"),
}
STAGES: dict[Stage, str] = {"now": N_("Now"), "next": N_("Next"), "today": N_("Today")}

STEPS = {
    "hang-up": N_("Hang up. Block the number. Do not answer when they call again."),
    "cut-off": N_("Cut off the device they reached: Wi-Fi and mobile data off, or power off."),
    "other-device": N_("Take another device for everything below."),
    "new-wallet": N_(
        "Make a new wallet with a new seed phrase, on a device they never touched. Move what is "
        "left there. Take no address from anybody."
    ),
    "bank": N_(
        "Call your bank, at the number on your card or in its app. Say that it is fraud. Ask it to "
        "stop payments and block what they know."
    ),
    "coins": N_(
        "Tell the platform you sent from: amount, time, receiving address, transaction ID. Ask "
        "whether it can still be stopped."
    ),
    "passwords": N_(
        "Change the passwords of the platform and of your e-mail. Use new ones, used nowhere else."
    ),
    "second-factor": N_("Set up the login codes anew, and remove the old ones."),
    "revoke": N_(
        "Sign out all devices. Remove every device, API key, withdrawal address and connected app "
        "that is not yours."
    ),
    "move-left": N_(
        "Move what is left to a wallet or account that only you control, never to one they named."
    ),
    "clean-device": N_(
        "Have the device checked or set it up anew before you use it for money again."
    ),
    "papers": N_(
        "Tell the office that issued your papers. Ask whether to block or replace them. Watch for "
        "accounts opened in your name."
    ),
    "watch": N_(
        "Look at the account's sign-ins and withdrawals now and in the next days. In doubt, change "
        "the password."
    ),
    "evidence": N_(
        "Keep everything: numbers, times, messages, screenshots, addresses, transaction IDs. "
        "Delete nothing. Write down what was said while you remember it."
    ),
    "next-scam": N_(
        "Beware of the next call. Somebody may offer to get your money back, or claim to be "
        "police, bank or platform. Pay nothing, tell nothing, hang up, call that office yourself."
    ),
}
LOCK_AT = N_("Lock your {platform} account, by a way that {platform} itself publishes:")
LOCK_ASK = N_("Ask {platform} to lock your account, by a way that it publishes itself:")
LOCK_SITE = N_("Lock or freeze your {platform} account. Type {domain} yourself, or use its app.")
LOCK_APP = N_("Lock or freeze your {platform} account in the app that you already have.")
LOCK_ANY = N_(
    "Lock or freeze the account, in the platform's own app or site. Its contacts: "
    "hotline-check channels NAME"
)
TELL_AT = N_("Tell {platform}, where it asks for such reports: {way}")
TELL = N_("Tell {platform}, by its own channels: hotline-check channels {id}")
TELL_ANY = N_("Tell the platform they posed as. Its contacts: hotline-check channels NAME")
BODIES = N_("Report it in {country}. Pages and hours: hotline-check report {code}")
BODIES_NONE = N_(
    "Report it to the police: go there, or call the number you already know. More: "
    "hotline-check report"
)
_BODIES = 5  # named in the steps; `report` has them all
NO_BLAME = N_("This can happen to anybody. You are not to blame.")


def first_lines(_: Words) -> list[Line]:
    """The lines shown before any question or look-up."""
    return [
        *texts([_(FIRST)], indent="", style="danger"),
        *texts([_(FIRST_CUT)], indent="", style="label"),
        *texts([_(FIRST_CALL_BACK)], indent=""),
    ]


def question(happening: Happening, number: int, total: int, _: Words) -> str:
    """A question with its position ("2 of 7")."""
    return f"{number}/{total}  {_(QUESTIONS[happening])} "


def tally_lines(happened: frozenset[Happening] | None, _: Words) -> list[Line]:
    """The answers that the steps below are based on; nothing for None."""
    if happened is None:
        options = " ".join(f"--{name}" for name in (*QUESTIONS, "none"))
        return texts([_(TALLY_ALL, options=options)], indent="")
    if not happened:
        return texts([_(TALLY_NOTHING)], indent="")
    things = _.join([_(THINGS[h]) for h in THINGS if h in happened])
    return texts([_(TALLY, things=things)], indent="")


def step_lines(
    steps: Sequence[Step],
    platform: Platform | None,
    bodies: Authorities | None,
    _: Words,
) -> list[Line]:
    """The steps, numbered consecutively, under a heading for each stage.

    bodies: the authorities of the user's country, None when it isn't known or has none.
    """
    lines: list[Line] = []
    stage = None
    for number, step in enumerate(steps, 1):
        if step.stage != stage:
            stage = step.stage
            lines.append(Line("label", _(STAGES[step.stage])))
        lines += numbered(number, sentence(step, platform, bodies, _))
        lines += texts(below(step, bodies, _), indent="     ", hanging=True)
    return [*lines, *texts([_(NO_BLAME)], indent="")]


def sentence(step: Step, platform: Platform | None, bodies: Authorities | None, _: Words) -> str:
    """The sentence for a step."""
    if step.code == "lock":
        return _lock(step, platform, _)
    if step.code == "tell-platform":
        return _tell(step, platform, _)
    if step.code == "tell-bodies":
        if bodies is None:
            return _(BODIES_NONE)
        return _(BODIES, country=country_name(bodies.country, _), code=bodies.country)
    return _(STEPS[step.code])


def below(step: Step, bodies: Authorities | None, _: Words) -> list[str]:
    """The contacts for a step, one on each line."""
    if step.code == "tell-bodies" and bodies is not None:
        return report.short_lines(bodies, _)[:_BODIES]
    lines = []
    for way in step.ways:
        value = spaced(way.value) if way.kind == "phone" else way.value
        lines.append(" · ".join([f"{vocabulary.channel(way.kind, _)}: {value}", *details(way, _)]))
    return lines


def _lock(step: Step, platform: Platform | None, _: Words) -> str:
    if platform is None:
        return _(LOCK_ANY)
    if step.ways:
        own = any("lock-account" in way.topics for way in step.ways)
        return _(LOCK_AT if own else LOCK_ASK, platform=platform.name)
    if platform.pins:
        return _(LOCK_SITE, platform=platform.name, domain=platform.pins[0])
    return _(LOCK_APP, platform=platform.name)


def _tell(step: Step, platform: Platform | None, _: Words) -> str:
    if platform is None:
        return _(TELL_ANY)
    if step.to is None:
        return _(TELL, platform=platform.name, id=platform.id)
    way = f"{step.to.value} ({vocabulary.channel(step.to.kind, _)})"
    return _(TELL_AT, platform=platform.name, way=way)


def blocks(
    steps: Sequence[Step], platform: Platform | None, bodies: Authorities | None, _: Words
) -> list[Block]:
    """The first action and the steps as blocks for `wording.text.document`."""
    found: list[Block] = [Title(_(TITLE)), Text(_(FIRST), strong=True)]
    found += [Text(_(FIRST_CUT), strong=True), Text(_(FIRST_CALL_BACK))]
    for stage, name in STAGES.items():
        here = [step for step in steps if step.stage == stage]
        lines = [
            line for s in here for line in (sentence(s, platform, bodies, _), *below(s, bodies, _))
        ]
        found += [Section(_(name)), Points(lines)] if lines else []
    return [*found, Text(_(NO_BLAME))]


def record(
    steps: Sequence[Step],
    happened: frozenset[Happening],
    platform: Platform | None,
    bodies: Authorities | None,
    registry: RegistryInfo | None,
    _: Words,
) -> dict[str, Any]:
    """The steps for programs."""
    return {
        "version": 1,
        "platform": platform.id if platform else None,
        "happened": sorted(happened),
        "steps": [
            {
                "code": step.code,
                "stage": step.stage,
                "text": sentence(step, platform, bodies, _),
                "ways": msgspec.to_builtins(step.ways),
                "to": msgspec.to_builtins(step.to),
            }
            for step in steps
        ],
        "authorities": msgspec.to_builtins(bodies.authorities) if bodies else [],
        "registry": msgspec.to_builtins(registry),
    }


def last_lines(registry: RegistryInfo | None, _: Words) -> list[Line]:
    """The registry's age, or a line that no registry was available."""
    if registry is None:
        return []
    return texts([age_line(registry, _)], indent="", style="faint")

"""The English phrases about callers; how they are written is in `phrases`."""

from typing import Final

from hotline_check.attribution.callers.models import Phrases

ENGLISH: Final = Phrases(
    shown=(
        "missed/incoming/unanswered/rejected/declined/blocked/spoofed/scam/unknown/spam"
        " -/voice/video/phone call/calls",
        *("scam likely", "potential/suspected/likely spam/fraud/scam"),
        "caller id",
        "callerid",
        "last/recent/unknown caller",
        "scammer/scammers/fraudster/impostor/imposter/thief -/s -/phone number",
    ),
    said=(
        "is/am/are/was/were/been/be/keeps/kept/keep/s/m/re/who/started"
        " calling/ringing/phoning/texting/messaging -/me/you/us/my/him/her/them"
        " from/on/with/using/via",
        "called/rang/phoned/texted/messaged/telephoned me/my/him/her/them/you"
        " -/back on/from/with/using/via/by",
        "they/he/she/somebody/someone/who/it/scammers called/rang/phoned/texted from/on/using/via",
        "calls/rings/texts me/my/him/her from/on/using/via",
        "received/got/had/missed/took a/another/- -/phone call/calls -/from",
        "number/phone that/which/who called/rang/phoned/texted/messaged -/me/us/him/her",
        "number calling/ringing/phoning/texting me/us/him/her",
        "caller/scammer/scammers/fraudster/impostor/imposter/thief/he/she/they"
        " used/uses/using/had/gave",
        "contacted/reached -/me/us/him/her -/out -/to -/me -/on -/whatsapp/telegram/sms"
        " from/via/by/with/using",
        "call/calls -/that i/we/she/he got/received/had showed/came/was -/up -/as/from",
    ),
    after=(
        "-/who/that/which/has/have/had/then called/rang/rung/phoned/texted/messaged/telephoned"
        " me/my/him/her/us/them/you",
        "-/who/that/which calls/rings/phones/texts me/my/him/her/them",
        "is/was/are/keeps/kept/keep/started/stop/stops/stopped -/on calling/ringing/phoning"
        "/texting/messaging",
        "has/have been calling/ringing/phoning/texting/messaging",
        "-/has/have tried/tries/trying/keeps/wants to call/ring/phone/reach/text me/my/him/her/us",
        "-/has/have left -/me/us/him/her -/a/an/this/two -/voice"
        " voicemail/voicemails/message/messages/mail/msg",
        "showed/shows/showing/popped/pops/came/comes/appeared/appears -/up on/in/as"
        " my/the/his/her/our",
        "showed/shows/showing/appeared/appears as/up",
        "missed/incoming -/voice/phone call",
    ),
)

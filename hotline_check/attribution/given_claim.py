"""The platform that a person names."""

from typing import Final

from hotline_check.errors import HotlineError
from hotline_check.registry.lookups.platforms import find_platform
from hotline_check.registry.matching.names import fold
from hotline_check.registry.models import Platform
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Reason

# Characters of an unknown name that are repeated to the person.
_LONGEST_NAME: Final = 40
_NO_PLATFORM = {
    "no-such-platform": "claim-unknown",
    "no-such-platform-near": "claim-near",
    "ambiguous-platform": "claim-near",
}


def given_claim(store: Store, name: str | None) -> tuple[Platform | None, Reason | None]:
    """The platform that a person names, or why the name is none's.

    A name that is no platform's must not hide what is known of the contact itself.
    """
    if name is None:
        return None, None
    try:
        return store.ask(lambda snapshot: find_platform(snapshot, name)), None
    except HotlineError as error:
        code = _NO_PLATFORM.get(error.code) if fold(name) else None
        if code is None:
            raise
        from hotline_check.private_keys import SHOWN, has_secret  # not needed for a known name

        args = {key: str(value) for key, value in error.params.items()}
        shown = SHOWN if has_secret([name]) else name.strip()[:_LONGEST_NAME]
        return None, Reason(code, {**args, "name": shown})

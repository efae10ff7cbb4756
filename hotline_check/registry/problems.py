"""Problems of a registry: code and position; the sentences are in `wording`."""

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A problem in a registry file.

    code: names the sentence in `hotline_check.wording.terms.problems`.
    file: path below the registry folder; line and column count from 1.
    key: dotted path of the key, such as `channels[2].sightings[0].url`.
    params: fill the sentence's places.
    """

    code: str
    file: str
    line: int = 1
    column: int = 1
    key: str = ""
    params: dict[str, str] = {}

"""Add a label to an issue or pull request, by the host's API."""

import json
from typing import Final
from urllib.parse import urlsplit

from hotline_check.errors import HotlineError

# A slow GitHub must not hold a job until that job's own limit.
_SECONDS: Final = 20.0


def add_label(api: str, token: str, repository: str, number: int, label: str) -> None:
    """Add a label, which the host makes if it does not exist. Raises HotlineError `not-labelled`.

    api: the address of the API, which the runner names. The token goes nowhere else: to an
    encrypted address only, and never to where that one redirects.
    """
    import urllib3

    if not repository:
        raise HotlineError("not-labelled", label=label, why="repository")
    host = urlsplit(api)
    if host.scheme != "https" and host.hostname not in {"127.0.0.1", "localhost"}:
        raise HotlineError("not-labelled", label=label, why=api)
    try:
        answer = urllib3.request(
            "POST",
            f"{api}/repos/{repository}/issues/{number}/labels",
            body=json.dumps({"labels": [label]}),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {token}",
                "Content-Type": "application/json",
                "User-Agent": "hotline-check",
                "X-GitHub-Api-Version": "2022-11-28",
            },
            redirect=False,
            retries=False,
            timeout=_SECONDS,
        )
    except urllib3.exceptions.HTTPError as error:
        raise HotlineError("not-labelled", label=label, why=type(error).__name__) from error
    if answer.status != 200:
        raise HotlineError("not-labelled", label=label, why=f"HTTP {answer.status}")

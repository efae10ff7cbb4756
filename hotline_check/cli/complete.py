"""Shell completion of platform ids; it never fails, for a person is typing."""

from hotline_check.errors import HotlineError


def platforms(incomplete: str) -> list[str]:
    """Ids of the platforms that start with what was typed."""
    from hotline_check.cli.settings import open_store, today

    try:
        ids = open_store(today()).ask(lambda snapshot: snapshot.ids("platforms"))
    except HotlineError:
        return []
    return [i for i in ids if i.startswith(incomplete.lower())]

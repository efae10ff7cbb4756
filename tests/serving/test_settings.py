"""What a server is started with."""

import pytest

from hotline_check.errors import HotlineError
from hotline_check.serving.web.settings import settings


@pytest.mark.parametrize("proxy", ["nonsense", "10.0.0.1/24", "127.0.0.1:8080", "", "300.1.1.1"])
def test_a_proxy_that_would_match_nothing_is_refused(proxy: str) -> None:
    with pytest.raises(HotlineError, match="bad-proxy"):
        settings("127.0.0.1", [], 0, ["127.0.0.1", proxy])


def test_addresses_networks_and_any_proxy_are_taken() -> None:
    given = ["127.0.0.1", "::1", "10.0.0.0/24", "fd00::/8", "*"]
    assert settings("127.0.0.1", [], 0, given).proxies == tuple(given)

"""The socket on which a server takes requests."""

import socket

import pytest

from hotline_check.errors import HotlineError
from hotline_check.serving.listening import listen, root_url


def test_the_body_of_an_answer_does_not_wait_for_its_head_to_be_acknowledged() -> None:
    with listen("127.0.0.1", 0) as listening:
        address = listening.getsockname()
        with socket.create_connection(address), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_port_that_is_taken_is_named() -> None:
    with listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        assert root_url("127.0.0.1", listening) == f"http://127.0.0.1:{port}"
        with pytest.raises(HotlineError, match=str(port)):
            listen("127.0.0.1", port)

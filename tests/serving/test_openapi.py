"""Every operation of the HTTP API, tried by schemathesis against its own description."""

from typing import Any

import pytest

from tests.extras import needs
from tests.serving.conftest import Running

needs("litestar", "serve")
needs("schemathesis", "extras-test")

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

pytestmark = pytest.mark.extra

# What no schema says: names of languages and countries, and that something has to be given.
MEANING = {"nothing-given", "no-such-language", "no-such-region", "no-such-region-near"}
MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "name",
    [
        *("POST /v1/check", "POST /v1/scan", "GET /v1/platforms"),
        *("GET /v1/platforms/{platform_id}", "GET /v1/authorities/{country}"),
    ],
)
def test_every_operation_keeps_to_its_description(
    name: str, mode: schemathesis.GenerationMode, server: Running
) -> None:
    schema = schemathesis.openapi.from_url(f"{server.url}/v1/openapi.json")
    found = [entry.ok() for entry in schema.get_all_operations() if isinstance(entry, Ok)]
    operations = {operation.label: operation for operation in found}
    assert len(operations) == 5
    if mode is schemathesis.GenerationMode.NEGATIVE and name == "GET /v1/platforms":
        return  # takes nothing that could be wrong

    @given(case=operations[name].as_strategy(generation_mode=mode))
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def keeps(case: schemathesis.Case) -> None:  # type: ignore[type-arg]  # of any operation
        response = case.call(timeout=30)
        left_out: list[Any] = []
        if response.status_code == 413:  # schemathesis knows no such refusal of a long text
            left_out.append(negative_data_rejection)
        if response.status_code == 400 and response.json()["code"] in MEANING:
            left_out.append(positive_data_acceptance)
        case.validate_response(response, excluded_checks=left_out)

    keeps()

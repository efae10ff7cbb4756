"""A number in a list of calls reached somebody: a published one is not listed there."""

import io
import json

import pytest

from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from tests.entries import TODAY

LINE = "+18889087930"

CALLS = [
    *(
        "type,number\nmissed,{}\n",
        "direction,number\nincoming,{}\n",
        "brand,in\nCoinbase,{}\nin,{}",
    ),
    *("Call Type,Number,Name\nIncoming,{},Coinbase\n", "Typ;Nummer\nEingehend;{}\n"),
    *("caller,platform\n{},Coinbase\n", "platform,calling_number\nCoinbase,{}\n"),
    *("sender,message\n{},Coinbase: your code\n", "来电号码,平台\n{},Coinbase\n", "呼入,{}\n"),
    *("name\tfrom\tto\nx\t{}\tme\n", "| Caller | Name |\n|---|---|\n| {} | Coinbase |\n"),
    *("Anrufer;Zeit\n{};10:02\n", "Arayan;Ad\n{};Coinbase\n", "발신번호,이름\n{},코인베이스\n"),
]
DIRECTORIES = [
    *("platform,phone\nCoinbase,{}\n", "name;hotline;source\nCoinbase;{};website\n"),
    *("type,number\ntoll-free,{}\n", "| Platform | Call |\n|---|---|\n| Coinbase | {} |\n"),
]
RECORDS = [
    *({"incoming_number": LINE}, {"call": {"direction": "inbound", "number": LINE}}),
    *({"number": LINE, "type": "MISSED"}, {"author": "security@coinbase.com", "text": "hi"}),
]


def scan_exit(store: Store, text: str, name: str) -> Exit:
    tally = Tally()
    scanner = Scanner(Checker(store, today=TODAY))
    for result in scanner.scan_stream(io.BytesIO(text.encode()), name):
        tally.add(result)
    return tally.exit


@pytest.mark.parametrize("text", CALLS)
def test_a_table_of_calls_lists_nothing(bundled_store: Store, text: str) -> None:
    code = scan_exit(bundled_store, text.replace("{}", LINE), "calls.csv")
    assert code in {Exit.CANNOT_TELL, Exit.DO_NOT_DIAL}  # this line never calls people


@pytest.mark.parametrize("record", RECORDS)
def test_neither_does_a_record_of_one(bundled_store: Store, record: object) -> None:
    assert scan_exit(bundled_store, json.dumps(record), "calls.json") is Exit.CANNOT_TELL


@pytest.mark.parametrize("text", DIRECTORIES)
def test_a_directory_of_hotlines_does(bundled_store: Store, text: str) -> None:
    assert scan_exit(bundled_store, text.replace("{}", LINE), "hotlines.csv") is Exit.LISTED


def test_so_does_a_record_of_a_hotline(bundled_store: Store) -> None:
    record = {"brand": "Coinbase", "number": LINE, "type": "toll-free"}
    assert scan_exit(bundled_store, json.dumps(record), "hotlines.json") is Exit.LISTED

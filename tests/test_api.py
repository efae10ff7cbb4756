"""The manners of the Python API."""

import datetime as dt
from importlib.metadata import version

import pytest

import hotline_check
from hotline_check import HotlineError


def test_version_and_names() -> None:
    assert hotline_check.__version__ == version("hotline-check")
    assert {*hotline_check.__all__, "__version__"} <= set(dir(hotline_check))
    assert "Path" not in dir(hotline_check)
    assert all(getattr(hotline_check, name) is not None for name in dir(hotline_check))


@pytest.mark.parametrize(
    ("arguments", "options", "said"),
    [
        ((None,), {}, "text must be str, not NoneType"),
        ((b"1",), {}, "text must be str, not bytes"),
        (("1",), {"platform": 1}, "platform must be str or None, not int"),
        (("1",), {"region": ["US"]}, "region must be str or None, not list"),
        (("1",), {"today": "2026-11-23"}, "today must be datetime.date or None, not str"),
    ],
)
def test_values_of_another_type(arguments: tuple[str], options: dict[str, str], said: str) -> None:
    with pytest.raises(TypeError) as refusal:
        hotline_check.check(*arguments, **options)  # type: ignore[arg-type]
    assert str(refusal.value) == said


def test_a_moment_counts_as_its_day() -> None:
    noon = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
    (verdict,) = hotline_check.check("+1 888 908 7930", today=noon)
    assert verdict.status is hotline_check.Status.LISTED


def test_an_error_is_a_sentence() -> None:
    with pytest.raises(HotlineError) as refusal:
        hotline_check.check("1", region="Germny")
    assert str(refusal.value) == "Germny is no country that we know (did you mean DE?)"
    assert str(HotlineError("x")) == "x"

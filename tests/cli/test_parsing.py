"""What people type at the prompt: help, spelling, numbers without quotes or command."""

from pathlib import Path

import pytest

from hotline_check.cli.app import COMMANDS
from tests.conftest import Program

LISTED = "+1 (888) 908-7930"


@pytest.mark.parametrize(
    "arguments",
    [["-h"], ["help"], ["check", "-h"], ["help", "check"], ["registry", "keys", "-h"]],
)
def test_help_by_any_name(program: Program, arguments: list[str]) -> None:
    assert program(*arguments) == 0
    assert program.out.startswith("Usage: hotline-check")
    assert "-h, --help" in program.out


def test_help_of_a_command_is_the_commands(program: Program) -> None:
    program("help", "registry", "add")
    asked = program.out
    program("registry", "add", "--help")
    assert asked == program.out


def test_version(program: Program) -> None:
    assert program("-V") == 0
    assert program.out[0].isdigit()


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["chek", LISTED], "did you mean check?"),
        (["registry", "stats"], "did you mean status?"),
        (["check", "--platfrom", "x", LISTED], "did you mean --platform?"),
        (["check", "-platform", "x", LISTED], "did you mean --platform?"),
        (["scan", "-they-caled", "x"], "did you mean --they-called?"),
        (["check", "--format", "xml", LISTED], "--format does not know xml (use one of: text"),
        (["coinbase"], "hotline-check channels coinbase"),
        (["channels", "a", "b"], "put quotes"),
        (["channels"], "PLATFORM is missing"),
    ],
)
def test_did_you_mean(program: Program, arguments: list[str], meant: str) -> None:
    assert program(*arguments) == 2
    assert program.out == ""
    assert meant in program.err
    assert program.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["scan", "+1 202 555 0123"], "hotline-check check '+1 202 555 0123'"),
        (["scan", "https://coinbase.com/x"], "hotline-check check https://coinbase.com/x"),
        (["channels", "+1 202 555 0123"], "hotline-check check '+1 202 555 0123'"),
        (["check", "+1", "888", "908", "79"], "hotline-check check '+1 888 908 79'"),
        (["check", "888", "90", "-p", "coinbase"], "hotline-check check '888 90'"),
    ],
)
def test_the_command_that_is_meant(program: Program, arguments: list[str], command: str) -> None:
    assert program(*arguments) == 2
    assert program.out == ""
    assert command in program.err
    assert program.err.count("\n") == 1


def test_called_with_a_number_still_says_what_to_do(program: Program) -> None:
    assert program("called", "+1 202 555 0123") == 0
    assert "hotline-check check '+1 202 555 0123'" in program.err
    assert program.out.startswith("Hang up now")


def test_a_file_is_scanned_not_checked(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "binance.md"
    file.write_text("x")
    assert program("check", str(file)) == 2
    assert f"hotline-check scan {file}" in program.err
    number = tmp_path / "+1.888.908.7930"
    number.write_text("x")
    assert program("check", number.name, "-p", "coinbase") == 0


@pytest.mark.few(27)
@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (["check", "888-908-7930", "-p", "coinbase"], "Listed"),
        (["channels", "coinbase"], "Coinbase"),
        (["prepare", "coinbase"], "Coinbase"),
        (["called", "--none"], "the United States"),
        (["platforms", "coinbase"], "Coinbase"),
    ],
)
@pytest.mark.parametrize("option", ["--region", "-r", "--country", "-c"])
@pytest.mark.parametrize("country", ["US", "usa", "United States", "美国"])
def test_a_country_by_any_option(
    program: Program, command: list[str], answer: str, option: str, country: str
) -> None:
    assert program(*command, option, country) == 0
    assert answer in program.out


@pytest.mark.parametrize(
    "arguments",
    [
        [LISTED],
        ["+1", "888", "908", "7930"],
        [LISTED, "-p", "coinbase"],
        ["-p", "coinbase", LISTED],
        ["--lang", "en", LISTED],
        ["--lang=en", LISTED],
    ],
)
def test_a_contact_without_a_command_is_checked(program: Program, arguments: list[str]) -> None:
    assert program(*arguments) == 0
    assert program.out.startswith("Listed: Coinbase")


@pytest.mark.parametrize("contact", ["security@coinbase.com", "coin-login.pages.dev", "客服电话"])
def test_other_contacts_without_a_command(program: Program, contact: str) -> None:
    assert program(contact) == program("check", contact)
    assert program.out


def test_a_hyphen_before_a_number_is_no_option(program: Program) -> None:
    assert program("check", "-1-888-908-7930", "-p", "coinbase") == 0
    assert program.out.startswith("Listed: Coinbase")
    assert "Put --" in program.err


@pytest.mark.parametrize("platform", ["-pkraken", "-pp"])
def test_a_value_right_after_a_short_option(program: Program, platform: str) -> None:
    program("check", platform, "+1 202 555 0123")
    assert program.out
    assert program.err == ""


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("中文", "没有查到：我们"),
        ("zh-Hans", "没有查到：我们"),
        ("zh_CN.UTF-8", "没有查到：我们"),
        ("zh-Hant", "查不到：我們"),
        ("zh_TW", "查不到：我們"),
        ("ENGLISH", "Not found"),
    ],
)
def test_languages_by_any_name(program: Program, name: str, first: str) -> None:
    program("--lang", name, "check", "+1 202 555 0123")
    before = program.out
    program("check", "+1 202 555 0123", "--lang", name)
    assert before == program.out
    assert first in before.splitlines()[0]


def test_errors_and_help_speak_chinese(program: Program) -> None:
    assert program("--lang", "zh", "check", "--platfrom", "x") == 2
    assert "没有" in program.err
    assert program("check", "--help", "--lang", "zh") == 0
    assert not {"Usage", "Options", "Arguments", "Show", "default"} & set(
        program.out.replace(":", " ").replace("[", " ").split()
    )


class TestConfiguration:
    @pytest.fixture
    def file(self, empty_home: Path) -> Path:
        path = empty_home / "config" / "hotline-check" / "config.toml"
        path.parent.mkdir(parents=True)
        return path

    def test_language_region_and_format(self, program: Program, file: Path) -> None:
        file.write_text('lang = "zh"\nregion = "HKG"\nformat = "json"\n', "utf-8")
        assert program("report") == 0
        assert '"country":"HK"' in program.out
        program("report", "--format", "text", "--lang", "en")
        assert program.out.startswith("Where to report")
        program("check", "18222")
        assert '"region":"HK"' in program.out
        program("check", "-h")
        assert "用法" in program.out

    def test_options_win(self, program: Program, file: Path) -> None:
        file.write_text('region = "HK"\n', "utf-8")
        program("report", "--region", "SG", "--format", "json")
        assert '"country":"SG"' in program.out

    def test_shows_what_is_set_where(self, program: Program, file: Path) -> None:
        program("config")
        assert "not there yet" in program.out
        file.write_text('region = "GB"\n', "utf-8")
        assert program("config") == 0
        assert str(file) in program.out.replace("\n", "")
        rows = {line.split()[0]: line for line in program.out.splitlines() if line.strip()}
        assert rows["region"].split()[1:] == ["GB", "(from", "this", "file)"]
        assert "locale" in rows["lang"]

    @pytest.mark.parametrize(
        "content", ["lang = [", 'lang = "xx"', 'region = "nowhere"', "colour = 1", "\x00"]
    )
    def test_a_mistake_is_a_warning(self, program: Program, file: Path, content: str) -> None:
        file.write_text(content, "utf-8")
        assert program("check", LISTED) == 0
        assert program.out.startswith("Listed: Coinbase")
        assert program.err.count("\n") == 1
        assert "config.toml" in program.err


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        (["check", LISTED], "https://coinbase.com/"),
        (["check", "https://kraken.com.evil.example/", "-p", "kraken"], "https://kraken.com/"),
        (["channels", "coinbase"], "https://coinbase.com/"),
        (["check", "+1 202 555 0123"], None),
    ],
)
def test_only_the_registrys_page_is_opened(
    program: Program, arguments: list[str], url: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def browse(page: str) -> bool:
        opened.append(page)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    plain = program(*arguments)
    assert program(*arguments, "--open") == plain
    assert opened == ([url] if url else [])
    assert (url or "Nothing was opened") in program.err


def test_the_manual_page_has_every_command() -> None:
    page = (Path(__file__).parents[2] / "docs" / "hotline-check.1").read_text("utf-8")
    for name in (*COMMANDS, "REGISTRY KEYS SIGN"):
        assert f".SH {name.upper()}\n" in page.replace("\\-", "-")
    assert "\\-\\-they\\-called" in page
    assert not [line for line in page.splitlines() if line.startswith((".It", "'"))]


_PHRASE = "abandon around blue caught correct device emotion female genre honey junk lyrics"
_KEY = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ"  # a published test vector
_HEXADECIMAL = "0C28FCA386C7A227600B2FE50B7CAE11EC86D3BF1FBE471BE89827E19D72AA1D"


@pytest.mark.parametrize("secret", [[_PHRASE], _PHRASE.split(), [_KEY], [_HEXADECIMAL]], ids=len)
@pytest.mark.parametrize(
    "before",
    [
        *([name] for name in sorted(COMMANDS)),
        [],
        ["registry", "history"],
        ["channels", "--kind"],
        ["scan", "--format=json"],
    ],
    ids=" ".join,
)
def test_a_secret_is_never_shown_again(
    program: Program, before: list[str], secret: list[str]
) -> None:
    assert program(*before, *secret) in {2, 3}
    _assert_warned(program)


@pytest.mark.parametrize("secret", [_PHRASE, _KEY, _HEXADECIMAL], ids=len)
@pytest.mark.parametrize("option", ["--region", "--lang", "--format"])
def test_a_secret_as_an_options_value(program: Program, option: str, secret: str) -> None:
    assert program("check", LISTED, option, secret) == 2
    _assert_warned(program)
    assert program("channels", "coinbase", f"{option}={secret}") == 2
    _assert_warned(program)


def test_a_secret_as_a_name(program: Program) -> None:
    assert program("check", LISTED, "--platform", _PHRASE) == 3
    assert "called \u2022\u2022\u2022, so" in program.out
    assert "around" not in program.out


def _assert_warned(program: Program) -> None:
    shown = program.out + program.err
    assert not any(part in shown for part in ("caught", "emotion", _KEY, _HEXADECIMAL))
    assert "never type this anywhere" in shown.lower()


def test_a_file_may_be_called_like_a_hash(program: Program, tmp_path: Path) -> None:
    path = tmp_path / _HEXADECIMAL
    path.write_text(LISTED)
    assert program("scan", str(path)) == 0


def test_a_narrow_help_cuts_no_sentence(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("-h")
    words = program.out.split()
    monkeypatch.setenv("COLUMNS", "40")
    program("-h")
    assert program.out.split() == words
    assert max(map(len, program.out.splitlines())) <= 40


def test_a_missing_value_names_the_commands_help(program: Program) -> None:
    assert program("check", LISTED, "-p") == 2
    assert "see: hotline-check check --help" in program.err

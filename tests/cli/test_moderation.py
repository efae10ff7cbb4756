"""The action in action.yml: its own steps, on made event files, with a stand-in for the API."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from hotline_check.cli.moderation.event import read_event
from hotline_check.cli.moderation.label import add_label
from hotline_check.errors import HotlineError
from tests.entries import US_FREE, US_LINE, US_OTHER, phone, platform, reported, write

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
BAD = f"Call Example support at {US_OTHER} now"


class Api:
    """Answers as the host does, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Any]] = []
        self.status = 200
        self.location = ""
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                token = self.headers["Authorization"]
                api.asked.append((self.path, token, json.loads(body)))
                self.send_response(api.status)
                if api.location:
                    self.send_header("Location", api.location)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"[]")

            def log_message(self, *_: object) -> None:
                """Keep stderr for the program."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def api() -> Iterator[Api]:
    served = Api()
    yield served
    served.server.shutdown()
    served.server.server_close()


class Runner:
    """Runs the action's last step as a runner does, in an empty environment."""

    def __init__(self, folder: Path, api: Api) -> None:
        self.folder = folder
        self.api = api
        self.registry = write(
            folder / "registry",
            platform(channels=[phone(US_LINE)]),
            platform("unsaid"),
            reports=[reported("example", US_OTHER)],
        )
        program = folder / "temp" / "hotline-check" / "bin" / "python"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        program.chmod(0o755)

    def __call__(self, event: Any, **inputs: str) -> tuple[int, str]:
        """The exit code of the step and its log."""
        file = self.folder / "event.json"
        file.write_text(event if isinstance(event, str) else json.dumps(event), encoding="utf-8")
        given = {name: value["default"] for name, value in ACTION["inputs"].items()}
        given |= {"token": "t0ken", **inputs}
        step = ACTION["runs"]["steps"][-1]
        environ = {
            name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
            for name, value in step["env"].items()
        }
        for name in ("summary", "output"):
            (self.folder / name).unlink(missing_ok=True)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607  # the shell of the runner's path
            env={
                **environ,
                "PATH": os.environ["PATH"],
                "HOME": str(self.folder),
                "RUNNER_TEMP": str(self.folder / "temp"),
                "GITHUB_EVENT_PATH": str(file),
                "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
                "GITHUB_OUTPUT": str(self.folder / "output"),
                "GITHUB_API_URL": self.api.url,
                "HOTLINE_CHECK_REGISTRY": str(self.registry),
            },
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.returncode, done.stdout

    @property
    def summary(self) -> str:
        return (self.folder / "summary").read_text("utf-8")

    @property
    def level(self) -> str:
        return (self.folder / "output").read_text("utf-8").strip().removeprefix("level=")


@pytest.fixture
def runner(tmp_path: Path, api: Api) -> Runner:
    return Runner(tmp_path, api)


def event(key: str = "issue", *, title: str = "Help", body: Any = BAD, **more: Any) -> Any:
    written = {"title": title, "body": body, "number": 7}
    return {"action": "opened", "repository": {"full_name": "o/r"}, key: written, **more}


def test_a_bad_issue_is_labelled_and_explained(runner: Runner) -> None:
    code, log = runner(event(), label="scam?")
    assert code == 0
    assert runner.api.asked == [
        ("/repos/o/r/issues/7/labels", "Bearer t0ken", {"labels": ["scam?"]})
    ]
    assert runner.level == "danger"
    assert log.startswith("::error title=Do not dial%3A this number was seen posing as Example.::")
    assert f"**DANGER** `{US_OTHER}`" in runner.summary
    assert "`Do not dial: this number was seen posing as Example.`" in runner.summary
    assert "The platform's own contact: phone: +1 202-555-0123" in runner.summary


@pytest.mark.few(2)
@pytest.mark.parametrize(
    ("made", "number"),
    [
        (event("pull_request"), 7),
        (event("issue", body="Thanks", comment={"body": BAD}), 7),
        (event("pull_request", body="Thanks", comment={"body": BAD}), 7),
        (event("pull_request", body="Thanks", review={"body": BAD}), 7),
        (event("discussion"), None),
        (event("discussion", body="Thanks", comment={"body": BAD}), None),
        (event("issue", title=BAD, body=None), 7),
        (event(body=BAD.replace("1312", "1&#51;12")), 7),
        (event(body="From: a@b.example\nTo: c@d.example\nSubject: x\n\n" + BAD), 7),
        (event(body='{"a": "b"}\n' + BAD), 7),
        (event(body="<!doctype html><p hidden>" + BAD), 7),
    ],
)
def test_whatever_was_written_is_looked_at(runner: Runner, made: Any, number: int | None) -> None:
    code, _log = runner(made, fail="true", label="x")
    assert code == 1
    assert runner.level == "danger"
    assert len(runner.api.asked) == (number is not None)


def test_only_what_was_written_now_is_looked_at(runner: Runner) -> None:
    code, log = runner(event("issue", comment={"body": "Thanks"}), fail="true", label="x")
    assert (code, log, runner.level, runner.api.asked) == (0, "", "none", [])
    assert "No contact that somebody is said to own" in runner.summary


@pytest.mark.few(1)
@pytest.mark.parametrize("made", [{"action": "push"}, {}, [], event() | {"action": "deleted"}])
def test_an_event_without_a_text(runner: Runner, made: Any) -> None:
    assert runner(made, fail="true")[0] == 0
    assert "no text to look at" in runner.summary


@pytest.mark.slow
def test_levels(runner: Runner) -> None:
    warning = event(body=f"Unsaid told me to call {US_FREE}")
    assert runner(event(body=f"Example: {US_LINE}"), fail="true", level="warning")[0] == 0
    assert runner.level == "listed"
    code, _log = runner(warning, fail="true")
    assert (code, runner.level) == (0, "warning")
    assert runner(warning, fail="true", level="warning")[0] == 1
    assert runner(event())[0] == 0, "nothing fails unless asked for"
    code, log = runner(event(), level="never")
    assert code == 2
    assert log.startswith("::error::level does not know never")
    assert runner(event(), lang="zh", fail="true")[0] == 1
    assert "危险" in runner.summary


def test_a_label_that_is_refused_fails_the_step(runner: Runner) -> None:
    runner.api.status = 403
    code, log = runner(event(), label="scam?")
    assert code == 2
    assert "::error::the label scam? was not added: HTTP 403" in log
    assert "issues: write" in log


@pytest.mark.slow
def test_the_token_goes_nowhere_else(runner: Runner) -> None:
    runner.api.status = 307
    elsewhere = Api()
    runner.api.location = elsewhere.url
    code, log = runner(event(), label="scam?")
    elsewhere.server.shutdown()
    elsewhere.server.server_close()
    assert code == 2
    assert "HTTP 307" in log
    assert elsewhere.asked == []
    runner.api.url = "http://api.example.com"
    code, log = runner(event(), label="scam?")
    assert code == 2
    assert "was not added: http%3A" not in log
    assert "http://api.example.com" in log


@pytest.mark.few(1)
@pytest.mark.parametrize("broken", ["{", "\ufffe", "[" * 100_000])
def test_a_broken_event_file(runner: Runner, broken: str) -> None:
    code, log = runner(broken)
    assert code == 2
    assert log.startswith("::error::can't read ")
    assert log.count("\n") == 1


@pytest.mark.slow
def test_a_strangers_words_act_nowhere(runner: Runner) -> None:
    evil = (
        f"Example: {US_OTHER}\n::set-output name=level::listed\n::add-mask::x\n"
        f"Example: +1 312 555 0147`](https://evil.example.net)![x](https://evil.example.net/x.png)\n"
        f"$(touch pwned) `touch pwned` ${{{{ secrets.X }}}} @everyone <img src=x>\n"
        f"Example: example-login@evil.example.net\u202e\x1b[31m\n"
    )
    code, log = runner(event(title=evil, body=evil), label="x")
    assert code == 0
    assert not (runner.folder / "pwned").exists()
    assert runner.level == "danger"
    for line in log.splitlines():
        assert line.startswith(("::error title=", "::warning title="))
        assert line.isprintable()
    for line in runner.summary.splitlines():
        outside = "".join(line.split("`")[::2])
        assert line.count("`") % 2 == 0
        assert not set("<[@\x1b\u202e") & set(outside)
        assert "evil" not in outside


def test_a_repository_with_an_odd_name_is_not_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event() | {"repository": {"full_name": "../../x?y"}}))
    post = read_event(file)
    assert post is not None
    with pytest.raises(HotlineError, match="was not added"):
        add_label("https://127.0.0.1:1", "t0ken", post.repository, 7, "x")


def test_no_value_of_the_event_is_part_of_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    env = ACTION["runs"]["steps"][-1]["env"]
    assert all(value.startswith("${{ inputs.") for value in env.values())

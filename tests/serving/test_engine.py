"""Questions to the registry from a server: slow ones hold up nobody but each other."""

import asyncio
import threading
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.serving.web.engine import Engine
from tests.entries import US_LINE, phone, platform, write


@pytest.fixture(autouse=True)
def _registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "registry", platform(channels=[phone(US_LINE)]))
    monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(folder))


def test_slow_questions_hold_up_only_each_other() -> None:
    engine = Engine()
    is_over = threading.Event()

    async def run() -> None:
        slow = [
            asyncio.create_task(engine.ask(lambda _: is_over.wait(60), is_slow=True))
            for _ in range(256)
        ]
        await asyncio.sleep(0)
        with pytest.raises(HotlineError, match="busy"):
            await engine.ask(lambda _: None, is_slow=True)
        names = await engine.ask(lambda registry: [p.name for p in registry.platforms()])
        assert names == ["Example"]
        assert not any(task.done() for task in slow)
        is_over.set()
        assert all(await asyncio.gather(*slow))
        assert engine.waiting == 0

    asyncio.run(run())
    engine.close()


def test_a_question_that_takes_too_long_is_given_up() -> None:
    is_over = threading.Event()
    hasty = Engine(seconds=0.1)

    async def run() -> None:
        with pytest.raises(HotlineError, match="check-too-long"):
            await hasty.ask(lambda _: is_over.wait(60))
        assert hasty.waiting == 1
        is_over.set()

    asyncio.run(run())
    hasty.close()

"""Coroutines as tests, and pictures of the screen kept as text."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run tests that are coroutines: pilot tests need no plugin."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--snapshot-update` writes the pictures of the screen anew."""
    parser.addoption("--snapshot-update", action="store_true", help="write the pictures of the screen anew")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares the screen with a picture kept as text."""
    update = request.config.getoption("--snapshot-update", default=False)

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / f"{name}.txt"
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no picture {name}; write it with --snapshot-update"
        assert text == path.read_text(encoding="utf-8")

    return compare

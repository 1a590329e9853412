"""What all tests share: a small kit, a browser, and honesty about what was left out."""

import shutil
from pathlib import Path

import pytest

from small_kit import make_kit

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_NO_BROWSER = (
    "il faut Chromium pour les essais dans un vrai navigateur : installe-le "
    "(Debian, Ubuntu : sudo apt install chromium) et relance"
)


def pytest_addoption(parser):
    parser.addoption(
        "--require-all",
        action="store_true",
        help="fail when a test is left out because a tool is missing",
    )
    parser.addoption(
        "--update-pictures",
        action="store_true",
        help="keep the screenshots that the journeys take under docs/pictures/",
    )


def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = sorted({report.longrepr[2].removeprefix("Skipped: ") for report in skipped})
    if reasons:
        terminalreporter.section(f"{len(skipped)} essai(s) laissé(s) de côté")
        for reason in reasons:
            terminalreporter.write_line(f"- {reason}")


def pytest_sessionfinish(session):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--require-all") and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def kit(tmp_path):
    """A small kit of one workshop, `essai`, with two missions and a creation."""
    return make_kit(tmp_path / "kit")


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """A headless Chromium, driven by Playwright."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        pytest.skip(_NO_BROWSER)
    from playwright.sync_api import sync_playwright

    options = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, headless=True, args=options)
        yield launched
        launched.close()


@pytest.fixture
def picture(request, tmp_path):
    """Take a screenshot of a page or of a part of it, by a name."""
    keep = request.config.getoption("--update-pictures")
    folder = PICTURES if keep else tmp_path

    def take(what, name):
        what.screenshot(path=folder / f"{name}.png")

    return take

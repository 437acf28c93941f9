"""Settings: from the environment, with defaults that are right for one person's own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import create_app
from app.bank import BankError
from app.settings import LEAVE_SITES, SettingError, Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()


def test_environment_sets_every_setting(tmp_path: Path) -> None:
    environ = {"SOFTSTART_BANK_DIR": str(tmp_path), "SOFTSTART_LEAVE_TO": LEAVE_SITES[1], "SOFTSTART_PROXIES": "1"}
    assert Settings.from_environment(environ) == Settings(tmp_path, LEAVE_SITES[1], 1)


@pytest.mark.parametrize("proxies", ["-1", "one", "1.5"])
def test_odd_number_of_proxies_stops_the_start(proxies: str) -> None:
    with pytest.raises(SettingError, match="SOFTSTART_PROXIES must be"):
        Settings.from_environment({"SOFTSTART_PROXIES": proxies})


def test_a_bank_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="is missing"):
        create_app(Settings(bank_dir=tmp_path))


def test_host_and_scheme_of_a_proxy_count_only_where_they_are_trusted() -> None:
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "softstart.example"}
    for proxies, secure in ((0, False), (1, True)):
        answer = create_app(Settings(proxies=proxies)).test_client().get("/", headers=said)
        assert ("Strict-Transport-Security" in answer.headers) is secure

# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The person's browser: keeps what the desktop was told to open, and walks through the sandbox's pages."""
import json
import pathlib
import sys

import waiting

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "integration"))
from sign_in import SignIn, fetch  # noqa: E402  pylint: disable=wrong-import-position

# What a desktop's xdg-open is given is one line of this file each.
OPENER = """#!/bin/sh
printf '%s\\n' "$1" >> '{log}'
"""


class Browser:
    """Must be made before the programs that shall use it are started."""

    def __init__(self, desktop):
        folder = desktop.folder / "bin"
        folder.mkdir(exist_ok=True)
        self._log = folder / "opened"
        self._log.write_text("", encoding="utf-8")
        opener = folder / "xdg-open"
        opener.write_text(OPENER.format(log=self._log), encoding="utf-8")
        opener.chmod(0o755)
        desktop.environment["PATH"] = f"{folder}:{desktop.environment['PATH']}"
        self._seen = 0

    def opened(self):
        """Every address so far."""
        return self._log.read_text(encoding="utf-8").splitlines()

    def next_tab(self):
        """The address that was opened after the last one that was asked for."""
        address = waiting.until("the browser", lambda: self.opened()[self._seen:])[0]
        self._seen += 1
        return address

    @staticmethod
    def accept(address, *choices):
        """Signs in, allows what is asked, and follows back to Fairlead; its page."""
        return fetch("GET", SignIn().accept(address, *choices))[2]

    @staticmethod
    def cancel(address):
        """Signs in and allows nothing."""
        return fetch("GET", SignIn().cancel(address))[2]


def register(sandbox, redirect_uri, access="resource"):
    """Makes the sandbox's app one that sends people back there; `access` "account" grants all sites at once."""
    status, _headers, content = fetch(
        "POST", sandbox["url"] + "/_sandbox/oauth/clients",
        json.dumps({"service": "jira", "client_id": sandbox["atlassian"]["client_id"],
                    "redirect_uri": redirect_uri, "access": access}), {"Content-Type": "application/json"})
    if status >= 300:
        raise RuntimeError(content)


def revoke(sandbox):
    """Ends every sign-in at the sandbox."""
    fetch("POST", sandbox["url"] + "/_sandbox/oauth/revoke", json.dumps({"service": "jira"}),
          {"Content-Type": "application/json"})
    fetch("POST", sandbox["url"] + "/_sandbox/oauth/expire", json.dumps({"service": "jira"}),
          {"Content-Type": "application/json"})

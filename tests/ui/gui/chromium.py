# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's web browser: a person without a screen in Chromium, who signs in wherever a program sends them."""
import json
import pathlib
import stat

import waiting

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / "clients" / "browser" / "program"

# What programs on a desktop open addresses with.
OPENER = """#!/bin/sh
printf '%s\\n' "$1" >>"{folder}/opened"
exec "{program}" visit.mjs "{name}" "$1" >>"{folder}/pages" 2>>"{folder}/errors"
"""


class Chromium:
    """Comes first in the PATH of what is started on the desktop afterwards."""

    def __init__(self, desktop, name):
        self.folder = desktop.folder / name
        self.folder.mkdir()
        opener = self.folder / "xdg-open"
        opener.write_text(OPENER.format(folder=self.folder, program=PROGRAM, name=name), encoding="utf-8")
        opener.chmod(opener.stat().st_mode | stat.S_IXUSR)
        self.environment = dict(desktop.environment, PATH=f"{self.folder}:{desktop.environment['PATH']}")

    def _lines(self, name):
        path = self.folder / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def opened(self):
        """The addresses that programs have opened."""
        return self._lines("opened")

    def pages(self, count=1):
        """What the person has seen last in each tab, once there are as many: url, status, headers, html, text."""
        def come():
            if self._lines("errors"):
                raise AssertionError("The browser: " + "\n".join(self._lines("errors")))
            return len(self._lines("pages")) >= count
        waiting.until("the person in the browser", come, 60)
        return [json.loads(line) for line in self._lines("pages")]

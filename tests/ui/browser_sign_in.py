#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connecting services by the buttons in Fairlead's window and the pages in a real browser."""
import json
import os
import pathlib
import sys
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "gui"))
import accessible  # noqa: E402  pylint: disable=wrong-import-position
import chromium  # noqa: E402  pylint: disable=wrong-import-position
import desktop as desktops  # noqa: E402  pylint: disable=wrong-import-position
import program  # noqa: E402  pylint: disable=wrong-import-position


class BrowserSignIn(unittest.TestCase):
    """Each test has a data folder and a browser of its own; the desktop and the sandbox are shared."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = desktops.Desktop()
        cls.desktop.__enter__()
        cls.addClassCleanup(cls.desktop.__exit__, None, None, None)
        accessible.connect(cls.desktop)
        cls.sandbox = program.sandbox(cls.desktop)

    def setUp(self):
        name = self.id().rsplit(".", 1)[-1]
        self.browser = chromium.Chromium(self.desktop, "browser-" + name)
        self.fairlead = program.Fairlead(self.desktop, name)
        self.fairlead.environment["PATH"] = self.browser.environment["PATH"]
        self.addCleanup(lambda: self.fairlead.process and desktops.end(self.fairlead.process))
        settings = {"jiraSignInUrl": self.sandbox["atlassian"]["auth"], "jiraApiUrl": self.sandbox["atlassian"]["api"],
                    "notionApiUrl": self.sandbox["notion"]["api"]}
        (self.fairlead.data / "settings.json").write_text(json.dumps(settings), encoding="utf-8")

    def switch(self, what, **wanted):
        """A switch of the sandbox."""
        url = f"{self.sandbox['url']}/_sandbox/oauth/{what}"
        with urllib.request.urlopen(url, json.dumps(wanted).encode(), timeout=30) as answer:
            self.assertLess(answer.status, 300)

    def open(self, service, app):
        """Starts fairlead and registers where it serves; what a screen reader sees of it."""
        self.fairlead.start_and_serve()
        redirect = f"{self.fairlead.endpoint()['url']}/api/auth/{service}/callback"
        self.switch("clients", service=service, client_id=app["client_id"], redirect_uri=redirect)
        return accessible.Application(self.fairlead.process)

    def sign_in(self, window, service, app):
        """From the main window through the browser to the end: what the last page says."""
        window.press(f"Connect {service.title()}…")
        window.press("Enter the ")
        window.write("text", "Client ID:", app["client_id"])
        window.write("password", "Client secret:", app["client_secret"])
        self.shoot(window, "Client ID:", f"window-{service}-app")
        window.press("Save and sign in")
        self.shoot(window, "Waiting for your browser", f"window-{service}-waiting")
        page = self.browser.pages()[0]
        label = window.find("label", "Connected to ").get_name()
        self.shoot(window, "Connected to ", f"window-{service}-connected")
        # The window also says as whom.
        self.assertIn(page["text"].split("\n")[0], label)
        window.press("Close")

    def call(self, tool):
        """What a client with a key is answered."""
        key = json.loads(self.fairlead.ctl("--json", "keys", "create", "--name", tool))["key"]
        return self.fairlead.ctl("tools", "call", tool, "--key-stdin", stdin=key)

    def shoot(self, window, label, name):
        """A picture for people once the window shows this label, in $FAIRLEAD_SCREENSHOTS when that is set."""
        folder = os.environ.get("FAIRLEAD_SCREENSHOTS")
        if folder:
            window.find("label", label)
            self.desktop.run("import", "-window", "root", str(pathlib.Path(folder) / (name + ".png")))

    def state(self):
        """The state of the one connection."""
        return json.loads(self.fairlead.ctl("--json", "connections", "list"))["providers"][0]["state"]

    def test_jira_and_again_when_it_has_ended(self):
        """From the first start by the button; then the sign-in ends, and the button for that does the rest."""
        app = self.sandbox["atlassian"]
        window = self.open("jira", app)
        self.sign_in(window, "jira", app)
        self.assertIn("WEB", self.call("list_projects"))

        self.switch("revoke", service="jira")
        with self.assertRaises(AssertionError):
            self.call("list_projects")
        self.assertEqual(self.state(), "needs_sign_in")
        window.press("Reconnect")
        self.assertEqual(self.browser.pages(2)[1]["status"], 200)
        window.find("label", "Connected to ")
        window.press("Close")
        self.assertEqual(self.state(), "connected")
        self.assertIn("WEB", self.call("list_projects"))
        self.assertEqual(len(self.browser.opened()), 2)

    def test_notion(self):
        """The same buttons for Notion."""
        app = self.sandbox["notion"]
        window = self.open("notion", app)
        self.sign_in(window, "notion", app)
        self.assertIn("page  ", self.call("notion_search"))


if __name__ == "__main__":
    desktops.skip_without_display_server()
    unittest.main()

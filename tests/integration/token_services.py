#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fairleadctl connects the services that need no more than a token, and their tools answer through the server."""
import json
import unittest

from programs import ProgramsTest


class TokenServices(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.data.mkdir(mode=0o700)
        (self.data / "settings.json").write_text(json.dumps({
            "sentryApiUrl": self.sandbox.ready["sentry"]["url"],
            "todoistApiUrl": self.sandbox.ready["todoist"]["api"],
        }), encoding="utf-8")
        self.start_server()

    def assert_refused(self, *arguments, word):
        done = self.ctl("connect", *arguments, "--token-stdin", stdin="not-the-token")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(word, done.answer["error"]["message"])
        self.assertNotIn("not-the-token", done.stdout + done.stderr)
        self.assertEqual(self.must("connections", "list")["providers"], [])

    def test_todoist(self):
        self.assert_refused("todoist", word="Todoist refused the token (401)")
        connected = self.must("connect", "todoist", "--token-stdin", stdin=self.sandbox.ready["todoist"]["token"])
        self.assertEqual((connected["name"], connected["username"], connected["project_count"]),
                         ("Todoist", "ada@northwind.example", 4))
        self.assertEqual(self.must("connections", "test", connected["id"])["project_count"], 4)

    def test_openproject(self):
        known = self.sandbox.ready["openproject"]
        self.assert_refused("openproject", "--url", known["url"], word="OpenProject refused the token (401)")
        self.assertEqual(self.ctl("connect", "openproject", "--token-stdin", stdin=known["token"]).returncode, 2)
        connected = self.must("connect", "openproject", "--url", known["url"], "--token-stdin", stdin=known["token"])
        self.assertEqual((connected["username"], connected["account_name"], connected["project_count"]),
                         ("ada", "Ada Byron", 3))

    def test_sentry(self):
        self.assert_refused("sentry", word="Sentry refused the token (401)")
        connected = self.must("connect", "sentry", "--token-stdin", stdin=self.sandbox.ready["sentry"]["token"])
        self.assertEqual((connected["username"], connected["project_count"]), ("ada@northwind.example", 3))


if __name__ == "__main__":
    unittest.main()

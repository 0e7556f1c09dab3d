#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""libcurl comes with the first request that leaves, so that an idle server stays small."""
import pathlib
import sys
import unittest

from programs import EMAIL, TOKEN, McpSession, ProgramsTest


@unittest.skipUnless(sys.platform == "linux", "libcurl is linked here")
class LateLibrary(ProgramsTest):
    def has_libcurl(self):
        try:
            maps = pathlib.Path(f"/proc/{self.server.process.pid}/maps").read_text(encoding="utf-8")
        except PermissionError:
            self.skipTest("a release lets nobody but root see what it has loaded")
        self.assertIn("libQt6Core", maps)
        return "/libcurl" in maps

    def test_an_idle_server_does_without_it(self):
        self.start_sandbox()
        self.start_server()
        session = McpSession(self.server.url, self.create_key()["key"])
        status, _, message = session.post({"id": 1, "method": "tools/list"})
        self.assertEqual(status, 200)
        self.assertIn("tools", message["result"])
        self.assertFalse(self.has_libcurl())
        self.connect_jira()
        self.assertTrue(self.has_libcurl())

    def take_it_away(self):
        """What starts from now on finds a libcurl that cannot be loaded."""
        broken = self.folder / "broken"
        broken.mkdir()
        (broken / "libcurl.so.4").write_bytes(b"This is no library.")
        self.environment["LD_LIBRARY_PATH"] = str(broken)

    def test_where_it_is_missing_the_server_says_so_and_lives(self):
        self.start_sandbox()
        self.take_it_away()
        self.start_server()
        del self.environment["LD_LIBRARY_PATH"]
        for _ in range(2):
            done = self.ctl("connect", "jira", "--url", self.sandbox.url, "--email", EMAIL, "--token-stdin", stdin=TOKEN)
            self.assertEqual(done.returncode, 1)
            self.assertIn("libcurl could not be loaded", done.stdout + done.stderr)
        self.assertTrue(self.server.is_running())

    def test_where_it_is_missing_the_command_line_says_so(self):
        self.start_server()
        self.take_it_away()
        done = self.ctl("status", json_output=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("libcurl could not be loaded", done.stderr)


if __name__ == "__main__":
    unittest.main()

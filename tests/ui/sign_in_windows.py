#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in in the browser from the real fairlead's windows: by a screen reader's hands, and by keyboard alone."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "gui"))
import accessible  # noqa: E402  pylint: disable=wrong-import-position
import browser  # noqa: E402  pylint: disable=wrong-import-position
import desktop as desktops  # noqa: E402  pylint: disable=wrong-import-position
import keyboard  # noqa: E402  pylint: disable=wrong-import-position
import program  # noqa: E402  pylint: disable=wrong-import-position
import waiting  # noqa: E402  pylint: disable=wrong-import-position


class SignInWindows(unittest.TestCase):
    """Each test has a data folder of its own; the desktop and the sandbox are shared."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = desktops.Desktop()
        cls.desktop.__enter__()
        cls.addClassCleanup(cls.desktop.__exit__, None, None, None)
        cls.browser = browser.Browser(cls.desktop)
        accessible.connect(cls.desktop)
        cls.sandbox = program.sandbox(cls.desktop, "--site", "tidewater=0")

    def open(self, access="resource"):
        """Starts fairlead with the sandbox for Atlassian; what a screen reader sees of it."""
        self.fairlead = program.Fairlead(self.desktop, self.id().rsplit(".", 1)[-1])
        self.addCleanup(lambda: self.fairlead.process and desktops.end(self.fairlead.process))
        self.fairlead.sign_in_at(self.sandbox).start_and_serve()
        browser.register(self.sandbox, self.fairlead.callback(), access)
        return accessible.Application(self.fairlead.process)

    def enter_app(self, window):
        """From the main window to the browser, the first time."""
        window.press("Connect Jira…")
        window.press("Enter the app…")
        self.assertEqual(window.read("text", "Redirect address:"), self.fairlead.callback())
        window.write("text", "Client ID:", self.sandbox["atlassian"]["client_id"])
        window.write("password", "Client secret:", self.sandbox["atlassian"]["client_secret"])
        window.press("Save and sign in")
        window.find("label", "Waiting for your browser")
        return self.browser.next_tab()

    def test_a_screen_reader_signs_in_and_again(self):
        """The app entered once; a refusal; success; and one click after the sign-in was lost."""
        window = self.open()
        self.browser.cancel(self.enter_app(window))
        window.find("label", "The access was not allowed at Atlassian")

        window.press("Sign in in the browser")
        self.browser.accept(self.browser.next_tab(), "Northwind")
        window.find("label", "Connected to ")
        window.press("Close")
        self.fairlead.ctl("tools", "call", "list_projects")

        browser.revoke(self.sandbox)
        with self.assertRaises(AssertionError):
            self.fairlead.ctl("tools", "call", "list_projects")
        window.find("label", "Sign in to ")
        self.assertIn("fairleadctl connect jira --oauth --reconnect ", self.fairlead.ctl("status"))
        window.press("Reconnect…")
        self.browser.accept(self.browser.next_tab(), "Northwind")
        window.find("label", "Connected to ")
        window.press("Close")
        self.fairlead.ctl("tools", "call", "list_projects")
        self.assertEqual(self.fairlead.ctl("--json", "connections", "list").count('"id":"con_'), 1)

    def test_the_keyboard_alone_picks_among_sites(self):
        """Mnemonics, Tab, Space and Return from the main window to two connected sites."""
        window = self.open("account")
        window.find("button", "Connect Jira…")
        self.focus("Fairlead")
        keyboard.press(self.desktop, "alt+j")
        self.focus("Connect Jira — Fairlead")
        keyboard.press(self.desktop, "Return")
        window.find("text", "Client ID:")
        keyboard.write(self.desktop, self.sandbox["atlassian"]["client_id"])
        keyboard.press(self.desktop, "Tab")
        keyboard.write(self.desktop, self.sandbox["atlassian"]["client_secret"])
        keyboard.press(self.desktop, "Return")
        address = self.browser.next_tab()
        window.find("label", "Waiting for your browser")
        keyboard.press(self.desktop, "alt+o")
        self.assertEqual(self.browser.next_tab(), address)
        self.browser.accept(address)
        window.find("label", "Which sites should Fairlead use?")
        keyboard.press(self.desktop, "space", "Tab", "space", "Return")
        window.find("label", "Connected to 2 sites")
        keyboard.press(self.desktop, "Return")
        self.focus("Fairlead")

    def test_escape_cancels_and_a_second_window_opens_no_second_tab(self):
        """What fairleadctl has begun waits in one tab for both; Escape ends it for both."""
        window = self.open()
        self.enter_app(window)
        keyboard.press(self.desktop, "Escape")
        window.find("label", "The sign-in at Atlassian was cancelled")

        command = self.desktop.start(
            str(program.BIN / "fairleadctl"), "--data-dir", str(self.fairlead.data), "connect", "jira", "--oauth",
            env=self.fairlead.environment)
        self.browser.next_tab()
        window.press("Sign in in the browser")
        window.find("label", "A sign-in is already waiting in your browser")
        before = len(self.browser.opened())
        keyboard.press(self.desktop, "Escape")
        self.assertEqual(command.wait(10), 1)
        self.assertEqual(len(self.browser.opened()), before)

    def focus(self, title):
        """Waits for this window and that it has the keyboard."""
        waiting.until(f"the window “{title}”", lambda: self.desktop.run_or_nothing(
            "xdotool", "getactivewindow", "getwindowname") == title)


if __name__ == "__main__":
    desktops.skip_without_display_server()
    unittest.main(verbosity=2)

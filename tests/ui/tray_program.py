#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real fairlead on a desktop without a screen, used as people use it: through a screen reader's eyes, by
keyboard alone, and by mouse in the tray."""
import pathlib
import signal
import socket
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "gui"))
import accessible  # noqa: E402  pylint: disable=wrong-import-position
import desktop as desktops  # noqa: E402  pylint: disable=wrong-import-position
import keyboard  # noqa: E402  pylint: disable=wrong-import-position
import program  # noqa: E402  pylint: disable=wrong-import-position
import waiting  # noqa: E402  pylint: disable=wrong-import-position

QUIT_SECONDS = 2


class TrayProgram(unittest.TestCase):
    """Each test has a data folder of its own; the desktop and the sandbox are shared."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = desktops.Desktop()
        cls.desktop.__enter__()
        cls.addClassCleanup(cls.desktop.__exit__, None, None, None)
        accessible.connect(cls.desktop)
        cls.jira = program.start_sandbox(cls.desktop)

    def setUp(self):
        self.fairlead = program.Fairlead(self.desktop, self.id().rsplit(".", 1)[-1])
        self.addCleanup(lambda: self.fairlead.process and desktops.end(self.fairlead.process))

    def open(self, *arguments):
        """Starts fairlead; what a screen reader sees of it."""
        self.fairlead.start_and_serve(*arguments)
        return accessible.Application(self.fairlead.process)

    def assert_ends(self):
        """It must have ended well, soon, and have taken its endpoint.json along."""
        started = time.monotonic()
        self.assertEqual(self.fairlead.process.wait(10), 0)
        self.assertLess(time.monotonic() - started, QUIT_SECONDS)
        self.assertIsNone(self.fairlead.endpoint())

    def assert_lists_projects(self, key):
        """The key works for a client."""
        answer = self.fairlead.ctl("tools", "call", "list_projects", "--key-stdin", stdin=key)
        self.assertIn("project", answer)

    def test_a_screen_reader_connects_jira_and_makes_a_key(self):
        """From the first start to a client's answer, by AT-SPI alone."""
        window = self.open()
        window.press("Connect Jira…")
        window.press("Use an API token…")
        window.write("text", "Site:", self.jira)
        window.write("text", "E-mail:", program.EMAIL)
        window.write("password", "API token:", "wrong-token")
        window.press("Connect")
        self.assertIn("(401)", window.find("label", "Jira refused").get_name())
        self.assertEqual(self.fairlead.ctl("--json", "connections", "list").count('"con_'), 0)

        window.write("password", "API token:", program.TOKEN)
        window.press("Connect")
        window.find("label", "Connected to ")
        window.press("Close")
        window.press("Add to Cursor…")
        window.press("Make key and copy")
        window.find("label", "The configuration is on the clipboard")
        key = window.read("text", "Key:")
        self.assertRegex(key, "^mcp_[0-9a-f]{64}$")
        window.press("Close")
        window.find("label", "Try it")
        self.assert_lists_projects(key)
        window.find("label", "Everything is set up")

    def test_the_keyboard_alone_does_it_too(self):
        """The same without a mouse: mnemonics, Tab, Return, Escape."""
        window = self.open()
        window.find("button", "Connect Jira…")
        self.focus("Fairlead")
        keyboard.press(self.desktop, "alt+j")
        self.focus("Connect Jira — Fairlead")
        keyboard.press(self.desktop, "alt+t")
        window.find("text", "Site:")
        keyboard.write(self.desktop, self.jira)
        keyboard.press(self.desktop, "Tab")
        keyboard.write(self.desktop, program.EMAIL)
        keyboard.press(self.desktop, "Tab")
        keyboard.write(self.desktop, program.TOKEN)
        keyboard.press(self.desktop, "Return")
        window.find("label", "Connected to ")
        keyboard.press(self.desktop, "Return")
        self.focus("Fairlead")
        keyboard.press(self.desktop, "ctrl+3", "alt+n")
        self.focus("New key — Fairlead")
        keyboard.write(self.desktop, "Laptop")
        keyboard.press(self.desktop, "Return")
        key = window.read("text", "Key:")
        keyboard.press(self.desktop, "alt+k")
        window.find("label", "The key is on the clipboard")
        keyboard.press(self.desktop, "Escape")
        self.focus("Fairlead")
        self.assert_lists_projects(key)
        keyboard.press(self.desktop, "ctrl+q")
        self.assert_ends()

    def test_the_tray_hides_shows_and_quits(self):
        """A click hides the window and shows it again; the menu quits."""
        self.open()
        self.focus("Fairlead")
        icon = keyboard.tray_icon(self.desktop)
        keyboard.click(self.desktop, icon, 1)
        waiting.until("the window to hide", lambda: not keyboard.windows(self.desktop, "Fairlead"))
        keyboard.click(self.desktop, icon, 1)
        self.focus("Fairlead")
        keyboard.click(self.desktop, icon, 3)
        keyboard.menu(self.desktop)
        keyboard.press(self.desktop, "q")
        self.assert_ends()

    def test_a_second_start_raises_the_first(self):
        """Also when the window of the first was put away; the second ends at once and well."""
        self.open("--hidden")
        keyboard.tray_icon(self.desktop)
        self.assertEqual(keyboard.windows(self.desktop, "Fairlead"), [])
        second = program.Fairlead(self.desktop, self.fairlead.data.name).start("--port", "0")
        self.assertEqual(second.process.wait(10), 0)
        self.focus("Fairlead")

    def test_a_signal_ends_it_in_time(self):
        """SIGTERM, with a window open."""
        self.open()
        self.focus("Fairlead")
        self.fairlead.process.send_signal(signal.SIGTERM)
        self.assert_ends()

    def test_a_port_in_use_is_said_and_tried_again(self):
        """Instead of vanishing it says why, and goes on once the port is free."""
        with socket.create_server(("127.0.0.1", 0)) as holder:
            port = holder.getsockname()[1]
            self.fairlead.start("--port", str(port))
            window = accessible.Application(self.fairlead.process)
            window.find("label", "Fairlead is not serving")
            window.find("label", f"Port {port} on 127.0.0.1 is in use")
        window.press("Try again")
        window.find("label", f"Serving on 127.0.0.1:{port}")
        self.assertEqual(self.fairlead.endpoint()["url"], f"http://127.0.0.1:{port}")

    def test_a_corrupt_database_is_said_and_left_alone(self):
        """The window says so; the file stays as it was."""
        database = self.fairlead.data / "fairlead.db"
        database.write_bytes(b"this is no database" * 1000)
        before = database.read_bytes()
        self.fairlead.start("--port", "0")
        window = accessible.Application(self.fairlead.process)
        window.find("label", "Fairlead is not serving")
        window.press("Quit Fairlead")
        self.assertEqual(self.fairlead.process.wait(10), 0)
        self.assertEqual(database.read_bytes(), before)

    def focus(self, title):
        """Waits for this window and that it has the keyboard."""
        waiting.until(f"the window “{title}”", lambda: self.desktop.run_or_nothing(
            "xdotool", "getactivewindow", "getwindowname") == title)


class NoTray(unittest.TestCase):
    """A desktop without a panel, such as GNOME without an extension."""

    def test_the_window_is_the_way_in(self):
        """It says what closing means; closing it minimises, starting again brings it back."""
        with desktops.Desktop(panel=False) as desktop:
            fairlead = program.Fairlead(desktop).start_and_serve()
            waiting.until("the window", lambda: keyboard.windows(desktop, "Fairlead"))
            window = keyboard.windows(desktop, "Fairlead")[0]
            desktop.run("xdotool", "windowactivate", "--sync", window)

            def closed():
                """Asks again: a key that comes before the window manager has given the focus is lost."""
                if "Iconic" in desktop.run("xprop", "-id", window, "WM_STATE"):
                    return True
                keyboard.press(desktop, "alt+F4")
                return False

            waiting.until("the window to go", closed)
            self.assertIsNone(fairlead.process.poll())
            second = program.Fairlead(desktop).start()
            self.assertEqual(second.process.wait(10), 0)
            waiting.until("the window to return", lambda: "Normal" in desktop.run(
                "xprop", "-id", window, "WM_STATE"))


if __name__ == "__main__":
    desktops.skip_without_display_server()
    unittest.main(verbosity=2)

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of the tray icon of the real fairlead: by mouse and keys in a panel of the old kind, and over D-Bus as the
panels of KDE and GNOME's extension read it."""
import json
import pathlib
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "gui"))
import accessible  # noqa: E402  pylint: disable=wrong-import-position
import desktop as desktops  # noqa: E402  pylint: disable=wrong-import-position
import keyboard  # noqa: E402  pylint: disable=wrong-import-position
import program  # noqa: E402  pylint: disable=wrong-import-position
import statusnotifier  # noqa: E402  pylint: disable=wrong-import-position
import waiting  # noqa: E402  pylint: disable=wrong-import-position


def make_key(fairlead):
    """A key, as text."""
    return json.loads(fairlead.ctl("--json", "keys", "create", "--name", "Cursor"))["key"]


def call(fairlead, key):
    """What a client is told that calls a tool: the answer, or why there is none."""
    try:
        return fairlead.ctl("tools", "call", "list_projects", "--key-stdin", stdin=key)
    except AssertionError as refusal:
        return str(refusal)


def ask(desktop, fairlead):
    """Makes a call that waits for a yes; the id of the question, and the thread that waits."""
    fairlead.ctl("connect", "jira", "--url", program.start_sandbox(desktop), "--email", program.EMAIL, "--token-stdin",
                 stdin=program.TOKEN)
    key = json.loads(fairlead.ctl("--json", "keys", "create", "--name", "Cursor", "--ask", "writes"))["key"]
    issue = json.dumps({"project": "WEB", "type": "Bug", "summary": "The basket forgets gift cards"})
    calling = threading.Thread(target=fairlead.ctl, kwargs={"stdin": key, "may_fail": True},
                               args=("tools", "call", "jira_create_issue", issue, "--key-stdin"))
    calling.start()
    asked = waiting.until("the question", lambda: json.loads(fairlead.ctl("--json", "approvals", "list"))["approvals"])
    return asked[0]["id"], calling


def is_paused(fairlead):
    """As fairleadctl status says it."""
    return json.loads(fairlead.ctl("--json", "status"))["paused"]


class InThePanel(unittest.TestCase):
    """With tint2, which shows windows of the program itself."""

    def test_it_pauses_and_starts_at_login(self):
        """And the window and fairleadctl say so."""
        with desktops.Desktop() as desktop:
            accessible.connect(desktop)
            jira = program.start_sandbox(desktop)
            fairlead = program.Fairlead(desktop).start_and_serve("--hidden")
            fairlead.ctl("connect", "jira", "--url", jira, "--email", program.EMAIL, "--token-stdin",
                         stdin=program.TOKEN)
            key = make_key(fairlead)
            window = accessible.Application(fairlead.process)

            def choose(letter):
                keyboard.open_tray_menu(desktop)
                keyboard.press(desktop, letter)
                waiting.until("the menu to close", lambda: not keyboard.open_menu(desktop))

            choose("p")
            waiting.until("the pause", lambda: is_paused(fairlead))
            self.assertIn("Paused", fairlead.ctl("status"))
            self.assertIn("has paused Fairlead", call(fairlead, key))
            # The first use of a key is notified of; a click leads to where it can be revoked.
            keyboard.click(desktop, keyboard.balloon(desktop), 1)
            window.find("button", "New key…")
            keyboard.press(desktop, "ctrl+1")
            window.find("label", "Paused: clients get no answers")
            window.press("Resume Fairlead")
            waiting.until("the end of the pause", lambda: not is_paused(fairlead))
            self.assertNotIn("has paused Fairlead", call(fairlead, key))
            window.find("label", "Serving on ")

            choose("l")
            entry = pathlib.Path(desktop.environment["XDG_CONFIG_HOME"]) / "autostart"
            waiting.until("the entry", lambda: list(entry.glob("*.desktop")))
            choose("l")
            waiting.until("the entry to go", lambda: not list(entry.glob("*.desktop")))


    def test_an_answer_takes_the_notification_back(self):
        """Which asked for it, wherever the answer is given."""
        with desktops.Desktop() as desktop:
            fairlead = program.Fairlead(desktop).start_and_serve("--hidden")
            question, calling = ask(desktop, fairlead)
            waiting.until("the question's notification", lambda: keyboard.shown_balloon(desktop))
            fairlead.ctl("approvals", "deny", question)
            waiting.until("the notification to go", lambda: not keyboard.shown_balloon(desktop))
            calling.join()


class OverDBus(unittest.TestCase):
    """With a panel that draws icon and menu itself."""

    def test_a_panel_reads_and_clicks_everything(self):
        """State, calls, pause and quit, without any window of ours."""
        with desktops.Desktop(panel=False) as desktop:
            panel = statusnotifier.Panel(desktop)
            (pathlib.Path(desktop.environment["HOME"]) / ".cursor").mkdir()  # so Cursor is installed
            fairlead = program.Fairlead(desktop).start_and_serve("--hidden")
            panel.wait_for_item()
            self.assertIn("Serving on ", str(panel.item("ToolTip")))
            labels = list(panel.menu())
            for start in ("Serving on ", "No client has called yet", "Connect Jira…", "Connect Notion…",
                          "Add to client", "Cursor…", "Clients and keys…", "Copy address (http://127.0.0.1:",
                          "Pause Fairlead", "Open Fairlead", "Start at login", "Quit Fairlead"):
                self.assertTrue([label for label in labels if label.startswith(start)], start)

            panel.choose("Pause")
            waiting.until("the pause", lambda: is_paused(fairlead))
            waiting.until("the state", lambda: "Resume Fairlead" in panel.menu())
            self.assertIn("Paused", str(panel.item("ToolTip")))
            self.assertIn("has paused Fairlead", call(fairlead, make_key(fairlead)))
            waiting.until("the call in the menu", lambda: [
                label for label in panel.menu() if label.startswith("listprojects · ")])
            panel.choose("Quit")
            self.assertEqual(fairlead.process.wait(10), 0)
            panel.close()

    def test_an_answer_takes_the_notification_back(self):
        """From the desktop's own notification server."""
        with desktops.Desktop(panel=False) as desktop:
            notifications = statusnotifier.Notifications(desktop, ["actions", "body"])
            panel = statusnotifier.Panel(desktop)
            fairlead = program.Fairlead(desktop).start_and_serve("--hidden")
            notifications.wait_for_question()
            question, calling = ask(desktop, fairlead)
            number = waiting.until("the notification", lambda: next(
                (place for place, body in enumerate(notifications.bodies, 1) if "run jira_create_issue?" in body), None))
            self.assertEqual(notifications.closed, [])
            fairlead.ctl("approvals", "deny", question)
            waiting.until("the notification to be closed", lambda: notifications.closed)
            self.assertEqual(notifications.closed, [number])
            calling.join()
            panel.close()
            notifications.close()

    def test_a_name_is_never_markup(self):
        """Whether the desktop renders tags in its notifications or not, a name with tags is shown as it is."""
        for capabilities, shown in ((["body", "body-markup"], "“&lt;b&gt;x&lt;/b&gt;”"), (["body"], "“<b>x</b>”")):
            with self.subTest(capabilities), desktops.Desktop(panel=False) as desktop:
                notifications = statusnotifier.Notifications(desktop, capabilities)
                panel = statusnotifier.Panel(desktop)
                fairlead = program.Fairlead(desktop).start_and_serve("--hidden")
                panel.wait_for_item()
                notifications.wait_for_question()
                call(fairlead, json.loads(fairlead.ctl("--json", "keys", "create", "--name", "<b>x</b>"))["key"])
                waiting.until("the notification", lambda: notifications.bodies)
                self.assertIn(shown, notifications.bodies[0])
                self.assertEqual(keyboard.windows(desktop, "Fairlead"), [])
                notifications.click(1)
                waiting.until("the window", lambda: keyboard.windows(desktop, "Fairlead"))
                panel.close()
                notifications.close()


if __name__ == "__main__":
    desktops.skip_without_display_server()
    unittest.main(verbosity=2)

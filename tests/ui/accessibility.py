#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog as a screen reader has it, and by keyboard alone: each control has a name and a role, Tab
reaches all of them and comes round, Escape closes what was opened."""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "gui"))
import accessible  # noqa: E402  pylint: disable=wrong-import-position
import desktop as desktops  # noqa: E402  pylint: disable=wrong-import-position
import focus  # noqa: E402  pylint: disable=wrong-import-position
import keyboard  # noqa: E402  pylint: disable=wrong-import-position
import mcpserver  # noqa: E402  pylint: disable=wrong-import-position
import program  # noqa: E402  pylint: disable=wrong-import-position
import waiting  # noqa: E402  pylint: disable=wrong-import-position

PAGES = ("Home", "Connections", "Clients and keys", "Publishing", "Activity", "Leases", "Settings", "Doctor")
MAIN = "Fairlead"


class Accessibility(unittest.TestCase):
    """One desktop; an empty fairlead and one that has everything."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.desktop = desktops.Desktop()
        cls.desktop.__enter__()
        cls.addClassCleanup(cls.desktop.__exit__, None, None, None)
        accessible.connect(cls.desktop)
        (pathlib.Path(cls.desktop.environment["HOME"]) / ".cursor").mkdir()
        cls.jira = program.start_sandbox(cls.desktop)

    def open(self, is_set_up):
        """Starts fairlead; its windows."""
        self.fairlead = program.Fairlead(self.desktop, self.id().rsplit(".", 1)[-1]).start_and_serve()
        self.addCleanup(lambda: desktops.end(self.fairlead.process))
        self.window = accessible.Application(self.fairlead.process)
        if is_set_up:
            self.fairlead.ctl("connect", "jira", "--url", self.jira, "--email", program.EMAIL, "--token-stdin",
                              stdin=program.TOKEN)
            key = json.loads(self.fairlead.ctl("--json", "keys", "create", "--name", "Laptop"))["key"]
            self.fairlead.ctl("tools", "call", "list_projects", "--key-stdin", stdin=key)
            folder = pathlib.Path(self.desktop.environment["HOME"]) / "Notes"
            folder.mkdir(exist_ok=True)
            (folder / "plan.md").write_text("# Plan\n\nText\n", encoding="utf-8")
            self.fairlead.ctl("folders", "add", str(folder))
        self.wait_for(MAIN)

    def wait_for(self, title):
        """This window has the keyboard; it, as a screen reader has it."""
        waiting.until(f"the window “{title}”", lambda: self.desktop.run_or_nothing(
            "xdotool", "getactivewindow", "getwindowname").startswith(title))
        return waiting.until(f"“{title}” to be read", lambda: focus.window_of(self.window, title))

    def check(self, title, where):
        """Names, roles, and the way of the Tab key in the window that is in front."""
        window = self.wait_for(title)
        with self.subTest(where):
            found = accessible.steadily(lambda: list(focus.faults(window)))
            self.assertEqual(found, [], f"{where}: " + "; ".join(found))
            missed, way = accessible.steadily(lambda: self.go_round(window))
            self.assertEqual(missed, [], f"{where}: Tab goes {way}")

    def go_round(self, window):
        """The controls that Tab does not reach, and those that it does."""
        # What comes while Tab is on its way, such as a message, is met on the next one.
        known, reached = None, {}
        while known != [focus.identity(node) for node in focus.controls(window)]:
            known = [focus.identity(node) for node in focus.controls(window)]
            reached = focus.reached_by_tab(self.desktop, window)
        missed = [focus.describe(node) for node in focus.controls(window)
                  if focus.is_stop(node) and not focus.is_text(node) and focus.identity(node) not in reached]
        return missed, [focus.describe(node) for node in reached.values()]

    def show(self, number):
        """A page, by its shortcut."""
        keyboard.press(self.desktop, f"ctrl+{number}")
        page = self.window.find("list item", PAGES[number - 1])
        waiting.until("the page to be chosen", lambda: focus.has(page, accessible.Atspi.StateType.SELECTED))

    def check_dialog(self, button, title, *further):
        """Opens it as a screen reader does; each of the buttons in `further` leads to its next stage. Escape ends it."""
        self.window.press(button)
        self.check(title, title)
        for stage in further:
            button = self.window.find("button", stage)
            self.window.press(stage)
            waiting.until(f"the stage behind “{stage}”",
                          lambda gone=button: not focus.has(gone, accessible.Atspi.StateType.SHOWING))
            self.check(title, f"{title}, {stage}")
        keyboard.press(self.desktop, "Escape")
        waiting.until(f"“{title}” to close", lambda: not focus.window_of(self.window, title))
        self.wait_for(MAIN)

    def test_pages_of_a_new_installation(self):
        """What somebody meets who has nothing yet."""
        self.open(False)
        for number, page in enumerate(PAGES, 1):
            self.show(number)
            self.check(MAIN, "empty " + page)

    def test_pages_with_everything(self):
        """With a connection, keys and calls, and a doctor who has looked."""
        self.open(True)
        for number, page in enumerate(PAGES, 1):
            self.show(number)
            if page == "Doctor":
                self.window.press("Check now")
                self.window.find("button", "Check again")
            self.check(MAIN, page)

    def test_dialogs(self):
        """Each with all of its stages that need no browser."""
        self.open(True)
        self.show(2)
        self.check_dialog("Connect Jira…", "Connect Jira", "Use an API token…", "Back", "Enter the app…")
        self.check_dialog("Connect Notion…", "Connect Notion", "Use a token…", "Back", "Enter the integration…")
        self.check_dialog("Disconnect ", "Disconnect")
        self.show(3)
        self.check_dialog("Add…", "Add Fairlead to Cursor")
        self.check_dialog("New key…", "New key")
        self.check_dialog("Toolsets…", "Toolsets of")
        self.check_dialog("Rights…", "Rights of")
        self.check_dialog("Copy Cursor configuration…", "Copy Cursor configuration")

    def test_leases(self):
        """One that ends soon, and the question before it is taken back."""
        self.open(True)
        key = json.loads(self.fairlead.ctl("--json", "keys", "create", "--name", "Reports", "--lease"))["key"]
        self.fairlead.post("/api/mcp/credentials/lease", key, {"services": ["jira"], "server_id": "reports"})
        self.show(6)
        self.window.find("label", "These programs hold")
        self.check(MAIN, "Leases with one")
        self.check_dialog("Revoke…", "Take the credentials back")

    def test_organizations(self):
        """None yet, one with somebody who is invited, and sharing a connection there."""
        self.open(True)
        self.show(2)
        self.check_dialog("Organizations…", "Organizations")
        self.fairlead.ctl("users", "create", "Ben")
        self.fairlead.ctl("organization", "create", "Acme")
        self.fairlead.ctl("organization", "invite", "Acme", "Ben")
        self.check_dialog("Organizations…", "Organizations")
        self.check_dialog("Share ", "Share")

    def test_publishing(self):
        """Before anything is sent, and what would be."""
        self.open(True)
        self.show(4)
        self.check_dialog("Publish…", "Publish plan.md", "Preview")

    def test_remote_servers(self):
        """Connecting one, and its tools, of which one waits for approval."""
        server = mcpserver.McpServer(mcpserver.tool("list_berths", "Lists berths.", harbour="Its name"))
        self.open(True)
        self.show(2)
        keyboard.press(self.desktop, "alt+o", "Up", "Return")
        self.check("Connect an MCP server", "Connect an MCP server")
        keyboard.press(self.desktop, "Escape")
        self.wait_for(MAIN)
        self.fairlead.ctl("connect", "mcp", "--url", server.url, "--name", "Harbour")
        upstreams = json.loads(self.fairlead.ctl("--json", "upstreams", "list"))["upstreams"]
        server.tools.append(mcpserver.tool("book_berth", "Books one.", harbour="Its name"))
        self.fairlead.ctl("connections", "test", upstreams[0]["id"])
        self.show(1)
        self.window.find("label", "Look at the tools of")
        self.check(MAIN, "Home with tools to approve")
        self.check_dialog("Look at the tools…", "Tools of Harbour")


if __name__ == "__main__":
    desktops.skip_without_display_server()
    unittest.main(verbosity=2)

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole first run, as somebody has it who knows nothing but the window: from an empty data folder and an empty home
with Cursor in it to the green tick, with the configuration that Cursor really gets. Prints how many clicks it took."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "gui"))
import accessible  # noqa: E402  pylint: disable=wrong-import-position
import desktop as desktops  # noqa: E402  pylint: disable=wrong-import-position
import keyboard  # noqa: E402  pylint: disable=wrong-import-position
import person  # noqa: E402  pylint: disable=wrong-import-position
import program  # noqa: E402  pylint: disable=wrong-import-position
import waiting  # noqa: E402  pylint: disable=wrong-import-position

CLIENTS = pathlib.Path(__file__).resolve().parents[1] / "clients"


class FirstRun(unittest.TestCase):
    """Each test has a data folder and a home of its own; the desktop is shared."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = desktops.Desktop()
        cls.desktop.__enter__()
        cls.addClassCleanup(cls.desktop.__exit__, None, None, None)
        accessible.connect(cls.desktop)

    def setUp(self):
        name = self.id().rsplit(".", 1)[-1]
        self.home = self.desktop.folder / ("home-" + name)
        (self.home / ".cursor").mkdir(parents=True)
        self.fairlead = program.Fairlead(self.desktop, name)
        self.fairlead.environment.update(
            HOME=str(self.home), XDG_CONFIG_HOME=str(self.home / ".config"), XDG_DATA_HOME=str(self.home / ".local/share"))
        self.addCleanup(lambda: desktops.end(self.fairlead.process))
        self.started = time.monotonic()

    def open(self):
        """Starts fairlead; the person in front of it."""
        self.fairlead.start_and_serve()
        somebody = person.Person(self.desktop, self.fairlead)
        somebody.window.find("button", "Connect Jira…")
        return somebody

    def cursor(self):
        """The configuration that Cursor reads."""
        return self.home / ".cursor" / "mcp.json"

    def ask(self):
        """Asks for the projects over the official SDK, with Cursor's configuration."""
        node = next(CLIENTS.glob("node_modules/node-linux-*/bin/node"))
        done = subprocess.run([node, "configured.mjs", self.cursor(), "list_projects"], cwd=CLIENTS, check=False,
                              timeout=60, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def add_to_cursor_and_see_it_work(self, somebody, end="Everything is set up"):
        """The second half, which is the same whatever is connected."""
        somebody.click("Add to Cursor…")
        somebody.click("Add")
        waiting.until("Cursor's configuration", self.cursor().exists)
        somebody.sees("Try it")
        waiting.until("two ticks", lambda: somebody.count("Done") == 2 and somebody.count("Next") == 1)
        self.assertIn("WEB", self.ask())
        # The mark of the call itself is the fourth.
        waiting.until("the third tick", lambda: somebody.count("Done") == 4 and somebody.count("Next") == 0)
        somebody.sees(end)
        self.take("first-run-done")
        somebody.sees("cursor-vscode 1.0.0 called list_projects")

    def take(self, name):
        """A picture for people, in $FAIRLEAD_SCREENSHOTS when that is set."""
        folder = os.environ.get("FAIRLEAD_SCREENSHOTS")
        if folder:
            self.desktop.run("import", "-window", "root", str(pathlib.Path(folder) / (name + ".png")))

    def report(self, way, somebody):
        """For whoever reads the test's output."""
        seconds = time.monotonic() - self.started
        print(f"first run {way}: {somebody.clicks} clicks, {somebody.texts} texts, {seconds:.1f} s", flush=True)

    def sandboxes(self):
        """The process ids of the sample data."""
        found = subprocess.run(["pgrep", "-P", str(self.fairlead.process.pid), "-f", "fairlead-sandbox"], check=False,
                               capture_output=True, text=True)
        return [int(pid) for pid in found.stdout.split()]

    def connections(self):
        """What is connected, as the command line has it."""
        return json.loads(self.fairlead.ctl("--json", "connections", "list"))["providers"]

    def test_with_sample_data(self):
        """Nobody has an account at hand: three clicks to an answer."""
        somebody = self.open()
        self.take("first-run-start")
        somebody.click("Try with sample data")
        somebody.sees("Northwind is connected")
        self.take("first-run-sample")
        self.add_to_cursor_and_see_it_work(somebody, "It works. Next, connect your own Jira or Notion")
        self.report("with sample data", somebody)
        self.assertLessEqual(somebody.clicks, 3)

        keyboard.press(self.desktop, "ctrl+2")
        self.take("first-run-connections")
        self.assertEqual(len(self.sandboxes()), 1)
        somebody.click("Remove sample data")
        somebody.window.find("button", "Try with sample data")
        self.assertEqual(self.connections(), [])
        waiting.until("the sandbox to end", lambda: not self.sandboxes())

    def test_with_a_token(self):
        """The same with Jira, by e-mail and API token."""
        jira = program.start_sandbox(self.desktop)
        somebody = self.open()
        somebody.click("Connect Jira…")
        somebody.click("Use an API token…")
        somebody.window.find("text", "Site:")
        somebody.write(jira, "Tab")
        somebody.write(program.EMAIL, "Tab")
        somebody.write(program.TOKEN, "Return")
        somebody.sees("Connected to ")
        somebody.click("Close")
        self.add_to_cursor_and_see_it_work(somebody)
        self.report("with a token", somebody)
        self.assertLessEqual(somebody.clicks, 5)

    def test_sample_data_ends_with_fairlead(self):
        """However that ends: after a kill the next start has nothing connected that is not there."""
        somebody = self.open()
        somebody.click("Try with sample data")
        somebody.sees("Northwind is connected")
        sandbox = self.sandboxes()[0]
        self.fairlead.process.send_signal(signal.SIGKILL)
        self.fairlead.process.wait()
        waiting.until("the sandbox to end", lambda: not pathlib.Path(f"/proc/{sandbox}").exists())
        (self.fairlead.data / "endpoint.json").unlink()
        somebody = self.open()
        self.assertEqual(self.connections(), [])

        somebody.click("Try with sample data")
        somebody.sees("Northwind is connected")
        sandbox = self.sandboxes()[0]
        self.fairlead.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.fairlead.process.wait(10), 0)
        waiting.until("the sandbox to end", lambda: not pathlib.Path(f"/proc/{sandbox}").exists())
        self.open()
        self.assertEqual(self.connections(), [])

    def test_what_was_skipped_stays_so(self):
        """After a restart, too, until the person wants it back."""
        somebody = self.open()
        somebody.click("Skip this step")
        somebody.sees("Connect a service (skipped)")
        self.fairlead.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.fairlead.process.wait(10), 0)
        self.fairlead.start_and_serve()
        somebody = person.Person(self.desktop, self.fairlead)
        somebody.sees("Connect a service (skipped)")
        somebody.click("Skip this step")
        somebody.click("Skip this step")
        somebody.click("Close")
        somebody.click("Show first steps")
        somebody.window.find("button", "Connect Jira…")
        waiting.until("no step to be skipped", lambda: not somebody.window.look_for(
            "label", "Connect a service (skipped)"))


if __name__ == "__main__":
    desktops.skip_without_display_server()
    unittest.main(verbosity=2)

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fairleadctl connect jira --oauth against the sandbox: the page is opened once, and each end has its own words."""
import json
import os
import pty
import signal
import subprocess
import unittest

from programs import BINARIES, ProgramsTest, wait_until
from sign_in import SignIn, fetch

# Desktops have this program; here it only notes what it was given.
OPENER = """#!/bin/sh
printf '%s|%s\\n' "$#" "$1" >> '{log}'
"""


class ConnectInBrowser(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox("--site", "tidewater=0")
        self.atlassian = self.sandbox.ready["atlassian"]
        self.data.mkdir(mode=0o700)
        settings = self.data / "settings.json"
        settings.write_text(json.dumps({"jiraSignInUrl": self.atlassian["auth"], "jiraApiUrl": self.atlassian["api"]}))
        settings.chmod(0o600)
        self.start_server()
        self.register("resource")
        self.opened = self.folder / "opened"
        opener = self.folder / "xdg-open"
        opener.write_text(OPENER.format(log=self.opened))
        opener.chmod(0o755)

    def register(self, access):
        status, _, content = fetch("POST", self.sandbox.url + "/_sandbox/oauth/clients", json.dumps({
            "service": "jira", "client_id": self.atlassian["client_id"], "access": access,
            "redirect_uri": self.server.url + "/api/auth/jira/callback"}), {"Content-Type": "application/json"})
        self.assertLess(status, 300, content)

    def set_app(self):
        """The app, entered by REST as the window does; the command line's own way is tested below."""
        token = (self.data / "control.token").read_text().strip()
        status, _, content = fetch("PUT", self.server.url + "/api/auth/jira/client", json.dumps({
            "client_id": self.atlassian["client_id"], "client_secret": self.atlassian["client_secret"]}),
            {"Content-Type": "application/json", "Authorization": "Bearer " + token})
        self.assertEqual(status, 200, content)

    def begin(self, *arguments, desktop=True, secret=None, json_output=True):
        """A running connect; on a desktop its `address` is what was opened, else what it printed."""
        environment = {**self.environment, "PATH": f"{self.folder}:{os.environ['PATH']}"}
        if desktop:
            environment["DISPLAY"] = ":0"
        before = self.tabs()
        command = [BINARIES / "fairleadctl", "--data-dir", self.data, *(["--json"] if json_output else []),
                   "connect", "jira", "--oauth", *arguments]
        process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE if secret else subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(lambda: (process.kill(), process.wait(), process.stdout.close(), process.stderr.close()))
        if secret:
            process.stdin.write(secret + "\n")
            process.stdin.close()
        self.said = line = ""
        while not line.startswith("http"):
            line = process.stderr.readline()
            self.assertTrue(line, self.said)
            self.said += line
        process.address = line.strip()
        if desktop and "--no-browser" not in arguments and "already" not in self.said:
            wait_until("the browser", lambda: len(self.tabs()) > len(before))
            self.assertEqual(self.tabs()[-1], "1|" + process.address)
        return process

    def tabs(self):
        return self.opened.read_text().splitlines() if self.opened.exists() else []

    def end(self, process):
        process.wait(30)
        self.said += process.stderr.read()
        text = process.stdout.read()
        return json.loads(text) if text.startswith("{") else text

    def come_back(self, process, *choices):
        return fetch("GET", SignIn().accept(process.address, *choices))[2]

    def test_says_what_to_register_and_takes_the_app(self):
        done = self.ctl("connect", "jira", "--oauth", json_output=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(self.server.url + "/api/auth/jira/callback", done.stderr)
        self.assertIn("--client-id ID --client-secret-stdin", done.stderr)
        process = self.begin("--client-id", self.atlassian["client_id"], "--client-secret-stdin",
                             secret=self.atlassian["client_secret"])
        page = self.come_back(process)
        ended = self.end(process)
        self.assertEqual(process.returncode, 0, self.said)
        self.assertEqual(ended["stage"], "connected")
        self.assertIn(ended["connected"][0]["name"], page)
        self.assertNotIn(self.atlassian["client_secret"], self.said + json.dumps(ended))
        self.must("tools", "call", "list_projects")
        self.must("connections", "remove", ended["connected"][0]["id"])
        self.assertEqual(self.must("connections", "list")["providers"], [])

    def test_connects_for_an_organization(self):
        self.set_app()
        self.must("organization", "create", "Acme")
        process = self.begin("--organization", "acme", json_output=True)
        self.come_back(process)
        connected, = self.end(process)["connected"]
        self.assertEqual(process.returncode, 0, self.said)
        self.assertEqual(connected["organization"]["name"], "Acme")
        shared, = self.must("organization", "connections", "Acme")["connections"]
        self.assertEqual((shared["id"], shared["shared_with"]), (connected["id"], "admins_only"))
        self.assertRegex(self.ctl("connections", "list", json_output=False).stdout, r"Acme +connected")
        self.assertIn("of Acme", self.ctl("status", json_output=False).stdout)
        self.must("users", "create", "Ben")
        unknown = self.ctl("--user", "Ben", "connect", "jira", "--oauth", "--organization", "Acme")
        self.assertEqual(unknown.returncode, 1)
        self.must("organization", "invite", "Acme", "Ben")
        self.must("--user", "Ben", "organization", "accept", "Acme")
        refused = self.ctl("--user", "Ben", "connect", "jira", "--oauth", "--organization", "Acme")
        self.assertEqual((refused.returncode, refused.answer["error"]["code"]), (1, "forbidden"))
        both = self.ctl("connect", "jira", "--oauth", "--organization", "Acme", "--reconnect", connected["id"])
        self.assertEqual(both.returncode, 2)

    def test_without_a_desktop_it_prints_the_address(self):
        self.set_app()
        process = self.begin(desktop=False, json_output=False)
        self.come_back(process)
        self.assertIn("Connected ", self.end(process))
        self.assertEqual(self.tabs(), [])

    def test_two_commands_open_one_tab(self):
        self.set_app()
        first = self.begin()
        second = self.begin()
        self.assertIn("already waiting in your browser", self.said)
        self.assertEqual(first.address, second.address)
        self.assertEqual(len(self.tabs()), 1)
        self.come_back(first)
        self.assertEqual(self.end(first)["connected"], self.end(second)["connected"])

    def test_a_refusal_is_said(self):
        self.set_app()
        process = self.begin()
        fetch("GET", SignIn().cancel(process.address))
        ended = self.end(process)
        self.assertEqual((process.returncode, ended["problem"]), (1, "denied"))
        self.assertTrue(self.said.rstrip().endswith(ended["next_step"]), self.said)

    def test_ctrl_c_cancels(self):
        self.set_app()
        process = self.begin()
        process.send_signal(signal.SIGINT)
        ended = self.end(process)
        self.assertEqual((process.returncode, ended["problem"]), (1, "cancelled"))

    def test_several_sites_are_named_or_asked_for(self):
        self.register("account")
        self.set_app()
        process = self.begin()
        self.come_back(process)
        self.end(process)
        self.assertEqual(process.returncode, 1)
        self.assertIn("--site NAME", self.said)
        wrong = self.ctl("connect", "jira", "--oauth", "--site", "nowhere.example")
        self.assertEqual(wrong.returncode, 1)
        [_, names] = wrong.answer["error"]["message"].rstrip(".").split("It opens: ")
        first, second = names.split(", ")
        done = self.must("connect", "jira", "--oauth", "--site", second)
        self.assertEqual([one["name"] for one in done["connected"]], [second])
        self.assertEqual(len(self.tabs()), 1)

        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        with os.fdopen(theirs, "r+b", buffering=0) as terminal:
            process = self.begin("--no-browser", desktop=False)
            self.come_back(process)
            self.end(process)
            answering = subprocess.Popen(
                [BINARIES / "fairleadctl", "--data-dir", self.data, "connect", "jira", "--oauth"],
                env=self.environment, stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, text=True)
        self.addCleanup(lambda: (answering.kill(), answering.wait(), answering.stdout.close()))
        asked = b""
        while b"or all: " not in asked:
            asked += os.read(ours, 4096)
        self.assertIn(second.encode() + b" (connected already)", asked)
        os.write(ours, b"all\n")
        self.assertEqual(answering.wait(30), 0)
        self.assertEqual(answering.stdout.read().count("Connected "), 2)
        listed = self.must("connections", "list")["providers"]
        self.assertEqual(sorted(one["name"] for one in listed), sorted([first, second]))

    def test_a_lost_sign_in_names_the_command_that_helps(self):
        self.set_app()
        process = self.begin()
        self.come_back(process)
        name = self.end(process)["connected"][0]["name"]
        for action in ("revoke", "expire"):
            fetch("POST", self.sandbox.url + "/_sandbox/oauth/" + action, '{"service":"jira"}',
                  {"Content-Type": "application/json"})
        self.assertEqual(self.ctl("tools", "call", "list_projects").returncode, 1)
        command = f"fairleadctl connect jira --oauth --reconnect {name}"
        for listing in (["status"], ["connections", "list"], ["doctor"]):
            with self.subTest(listing):
                self.assertIn(command, self.ctl(*listing, json_output=False).stdout)
        process = self.begin(*command.split()[4:])
        self.come_back(process)
        self.end(process)
        self.assertEqual(process.returncode, 0, self.said)
        self.must("tools", "call", "list_projects")
        self.assertNotIn(command, self.ctl("status", json_output=False).stdout)

    def test_wrong_usage(self):
        for wrong in (["connect", "jira", "--oauth", "--token-stdin"], ["connect", "jira", "--site", "x"],
                      ["connect", "trello", "--oauth"], ["connect", "jira", "--oauth", "--client-id", "x"],
                      ["connect", "notion", "--reconnect", "x", "--token-stdin"]):
            with self.subTest(wrong):
                self.assertEqual(self.ctl(*wrong).returncode, 2)


if __name__ == "__main__":
    unittest.main()

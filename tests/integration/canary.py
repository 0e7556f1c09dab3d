#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for the Jira token, the MCP key and the master key where they must not be: files, logs, arguments, answers."""
import base64
import json
import pathlib
import unittest
import urllib.error
import urllib.parse
import urllib.request

from programs import EMAIL, TOKEN, McpSession, ProgramsTest
from sign_in import SignIn, fetch


class Canary(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.environment["QT_LOGGING_RULES"] = "*=true"
        self.start_sandbox()
        self.start_server()

    def files(self):
        return [path for path in self.data.rglob("*") if path.is_file()]

    def secrets(self):
        """What must not show up, in the forms in which it could."""
        master = (self.folder / "master.key").read_bytes()
        named = {"Jira token": TOKEN.encode(),
                 "Jira credential": base64.b64encode(f"{EMAIL}:{TOKEN}".encode()),
                 "Jira token in base64": base64.b64encode(TOKEN.encode()).rstrip(b"="),
                 "master key": master,
                 "master key in hex": master.hex().encode(),
                 "master key in base64": base64.b64encode(master)}
        for number, key in enumerate(self.keys):
            named[f"MCP key {number}"] = key.encode()
            named[f"MCP key {number} without its prefix"] = key.removeprefix("mcp_").encode()
        return named

    def assert_absent(self, where, content):
        for name, secret in self.secrets().items():
            self.assertNotIn(secret, content, f"The {name} is in {where}.")

    def use_everything(self):
        """One walk over the whole path, with what goes wrong on it."""
        self.connect_jira()
        created = self.create_key()
        rotated = self.must("keys", "rotate", created["id"])
        revoked = self.create_key("Revoked")
        self.keys = [created["key"], rotated["key"], revoked["key"]]
        self.must("keys", "revoke", revoked["id"])
        session = McpSession(self.server.url, rotated["key"])
        self.assertFalse(session.call("list_projects")[0])
        self.assertFalse(session.call("jira_search", {"jql": "project = DATA order by key"})[0])
        for fault in ("status", "garbage", "cut"):
            self.add_fault(kind=fault, path="/rest/api/3/*")
            self.assertTrue(session.call("list_projects")[0], fault)
            self.clear_faults()
        answers = []
        for url in (f"{self.server.url}/sse?api_key={revoked['key']}", f"{self.server.url}/nowhere?api_key={rotated['key']}",
                    f"{self.server.url}/health"):
            try:
                with urllib.request.urlopen(url, timeout=10) as answer:
                    answers.append(answer.read())
            except urllib.error.HTTPError as error:
                answers.append(str(error.headers).encode() + error.read())
                error.close()
        for command in (["keys", "list"], ["connections", "list"], ["status"], ["doctor"]):
            done = self.ctl(*command)
            answers.append((done.stdout + done.stderr).encode())
        return answers

    def test_no_secret_lies_anywhere(self):
        answers = self.use_everything()
        for answer in answers:
            self.assert_absent("an answer", answer)
        self.assert_absent("the process arguments",
                           pathlib.Path(f"/proc/{self.server.process.pid}/cmdline").read_bytes())
        while_running = self.kept()
        self.server.stop()
        after = self.kept()
        self.assertIn("the database" if self.database else "fairlead.db", after)
        for name, content in [*while_running.items(), *after.items()]:
            self.assert_absent(name, content)
        log = self.server.log()
        self.assertIn("tool=list_projects", log, "there is a log to look at")
        self.assert_absent("fairleadd's standard error", log.encode())

    def test_a_removed_connection_leaves_no_sealed_token_behind(self):
        connection = self.connect_jira()
        self.keys = []
        self.must("connections", "remove", connection["id"])
        self.assertEqual(self.must("connections", "list")["providers"], [])
        self.server.stop()
        for name, content in self.kept().items():
            self.assert_absent(name, content)

    def test_no_token_of_a_browser_sign_in_lies_anywhere(self):
        atlassian = self.sandbox.ready["atlassian"]
        self.server.stop()
        settings = self.data / "settings.json"
        settings.write_text(json.dumps({"jiraSignInUrl": atlassian["auth"], "jiraApiUrl": atlassian["api"]}))
        settings.chmod(0o600)
        self.start_server()
        management = {"Authorization": "Bearer " + (self.data / "control.token").read_text().strip(),
                      "Content-Type": "application/json"}

        def ask(method, path, body=None):
            status, _, content = fetch(method, self.server.url + path, json.dumps(body) if body else None, management)
            self.assertLess(status, 300, content)
            return json.loads(content)

        client = {"client_id": atlassian["client_id"], "client_secret": atlassian["client_secret"]}
        fetch("POST", self.sandbox.url + "/_sandbox/oauth/clients",
              json.dumps({"service": "jira", "redirect_uri": self.server.url + "/api/auth/jira/callback", **client}),
              {"Content-Type": "application/json"})
        ask("PUT", "/api/auth/jira/client", client)
        back = SignIn().accept(ask("GET", "/api/auth/jira/url")["url"])
        self.assertIn("Connected to", fetch("GET", back)[2])
        tokens = [ask("GET", "/api/integrations/jira/token")["access_token"]]
        fetch("POST", self.sandbox.url + "/_sandbox/oauth/expire", json.dumps({"service": "jira"}),
              {"Content-Type": "application/json"})
        connection = ask("GET", "/api/pm/providers")["providers"][0]["id"]
        ask("POST", f"/api/pm/providers/{connection}/test")
        tokens.append(ask("GET", "/api/integrations/jira/token")["access_token"])
        self.assertNotEqual(*tokens, "the token was renewed")
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(back).query)["code"][0]
        self.keys = []
        secrets = {"code": code, "client secret": client["client_secret"], "first token": tokens[0],
                   "second token": tokens[1], "tokens' beginning": tokens[0][:24]}
        arguments = pathlib.Path(f"/proc/{self.server.process.pid}/cmdline").read_bytes()
        while_running = self.kept()
        self.server.stop()
        after = self.kept()
        log = self.server.log().encode()
        self.assertIn(b"Renewed the sign-in", log, "there is a log to look at")
        for where, content in [("arguments", arguments), ("log", log), *while_running.items(), *after.items()]:
            for name, secret in secrets.items():
                self.assertNotIn(secret.encode(), content, f"The {name} is in {where}.")

    def test_what_is_written_is_for_its_owner_only(self):
        self.connect_jira()
        self.create_key()
        self.assertEqual(self.data.stat().st_mode & 0o077, 0, "the data folder")
        for path in self.files():
            self.assertEqual(path.stat().st_mode & 0o077, 0, path.name)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fairleadctl drives the whole path without a window: connect, key, call, revoke; and says what is wrong."""
import json
import socket
import unittest
import urllib.error
import urllib.request

from programs import EMAIL, PATIENCE, TOKEN, ProgramsTest


class CommandLine(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()

    def connect(self, url=None, token=TOKEN, email=EMAIL):
        return self.ctl("connect", "jira", "--url", url or self.sandbox.url, "--email", email, "--token-stdin", stdin=token)

    def assert_not_connected(self, done, *words):
        self.assertEqual(done.returncode, 1, done.stderr)
        for word in words:
            self.assertIn(word, done.answer["error"]["message"])
        self.assertNotIn(TOKEN, done.stdout + done.stderr)
        self.assertEqual(self.must("connections", "list")["providers"], [])

    def proxy(self, key, **call):
        request = urllib.request.Request(self.server.url + "/api/jira/proxy", json.dumps(call).encode(),
                                         {"Authorization": f"Bearer {key}", "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def test_a_script_calls_jira_with_a_key(self):
        self.start_server()
        self.connect_jira()
        tool = self.create_key()
        script = self.must("keys", "create", "--name", "Script", "--proxy", "--access", "read")
        self.assertEqual((tool["rights"], script["rights"]), ([], ["proxy"]))
        self.assertIn("read, proxy", self.ctl("keys", "list", json_output=False).stdout)

        status, answer = self.proxy(script["key"], method="GET", path="/rest/api/3/myself")
        self.assertEqual((status, answer["status"]), (200, 200))
        self.assertEqual(answer["body"], self.jira("/rest/api/3/myself"))
        self.assertEqual(self.proxy(tool["key"], method="GET", path="/rest/api/3/myself")[0], 403)
        asked = len(self.sandbox_requests())
        self.assertEqual(self.proxy(script["key"], method="DELETE", path="/rest/api/3/issue/WEB-1")[0], 403)
        self.assertEqual(self.proxy(script["key"], method="GET", path="/rest/api/3/../../x")[0], 400)
        self.assertEqual(len(self.sandbox_requests()), asked)
        status, problem = self.proxy(script["key"], method="GET", path="/rest/api/3/issue/WEB-99999")
        self.assertEqual((status, problem["code"], problem["upstream_status"]), (404, "not_found", 404))

        token = self.must("token")["token"]
        request = urllib.request.Request(self.server.url + "/api/integrations/jira/token",
                                         headers={"Authorization": f"Bearer {token}"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            given = json.load(answer)
        self.assertEqual((given["token_type"], given["username"], given["access_token"]), ("Basic", EMAIL, TOKEN))

    def test_the_whole_path(self):
        self.start_server()
        self.assertEqual(self.must("status")["url"], self.server.url)
        connected = self.connect_jira()
        self.assertGreater(connected["project_count"], 0)
        [listed] = self.must("connections", "list")["providers"]
        self.assertEqual(listed["id"], connected["id"])
        self.must("connections", "test", connected["id"])

        created = self.create_key("Cursor")
        self.assertRegex(created["key"], r"^mcp_[0-9a-f]{64}$")
        for transport in ("http", "sse"):
            with self.subTest(transport):
                done = self.ctl("tools", "call", "list_projects", "--transport", transport, "--key-stdin",
                                stdin=created["key"], json_output=False)
                self.assertEqual(done.returncode, 0, done.stderr)
                for project in self.jira("/rest/api/3/project/search")["values"]:
                    self.assertIn(project["key"], done.stdout)
                    self.assertIn(project["name"], done.stdout)
        wrong = self.ctl("tools", "call", "jira_search", "{}", "--key-stdin", stdin=created["key"])
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("jql", wrong.stdout + wrong.stderr)

        self.assertEqual(self.must("keys", "rename", created["id"], "Editor")["name"], "Editor")
        self.must("keys", "revoke", created["id"])
        refused = self.ctl("tools", "call", "list_projects", "--key-stdin", stdin=created["key"])
        self.assertEqual(refused.returncode, 1)
        self.assertNotIn(created["key"], refused.stdout + refused.stderr)
        self.must("connections", "remove", connected["id"])
        self.assertEqual(self.must("connections", "list")["providers"], [])

    def test_what_is_kept_is_there_after_a_restart(self):
        self.start_server()
        connected, created = self.connect_jira(), self.create_key()
        self.server.stop()
        self.start_server()
        self.must("connections", "test", connected["id"])
        self.must("tools", "call", "list_projects", "--key-stdin", stdin=created["key"])

    def test_the_activity_log_proves_itself(self):
        self.start_server()
        self.connect_jira()
        key = self.create_key()["key"]
        self.must("tools", "call", "list_projects", "--key-stdin", stdin=key)
        self.ctl("tools", "call", "list_projects", "--key-stdin", stdin="mcp_" + "0" * 64)
        wrong, call = [entry for entry in self.must("activity")["activity"]
                       if entry["event"] in ("mcp_auth_failed", "tool_called")]
        self.assertEqual((call["event"], call["tool"], call["outcome"]), ("tool_called", "list_projects", "ok"))
        self.assertEqual(call["connection"], self.must("connections", "list")["providers"][0]["name"])
        self.assertGreater(call["bytes"], 0)
        self.assertEqual((wrong["event"], wrong["outcome"], wrong["key_prefix"]),
                         ("mcp_auth_failed", "refused", "mcp_00000000"))
        self.assertEqual(self.must("activity", "--outcome", "ok", "--tool", "list", "--limit", "1")["activity"], [call])
        self.assertEqual(self.ctl("activity", "--outcome", "well").returncode, 1)
        self.assertEqual(self.ctl("activity", "--limit", "0").returncode, 2)
        table = self.ctl("activity", "export", "--tool", "list", json_output=False).stdout.splitlines()
        self.assertEqual(len(table), 2)
        self.assertEqual(dict(zip(table[0].split(","), table[1].split(",")))["tool"], "list_projects")
        exported = self.ctl("activity", "export", "--format", "jsonl", json_output=False).stdout.splitlines()
        rows = [{name: value for name, value in row.items() if name != "undo"}
                for row in self.must("activity")["activity"]]
        self.assertEqual([json.loads(line) for line in exported], rows)
        self.assertEqual(self.ctl("activity", "export", "--format", "xml").returncode, 2)
        self.assertIn("list_projects", self.ctl("activity", json_output=False).stdout)
        self.assertEqual(self.must("activity", "verify")["rows"], len(self.must("activity")["activity"]))
        self.rows("UPDATE user_activity_logs SET client_name = 'x' WHERE sequence = 1")
        done = self.ctl("activity", "verify")
        self.assertEqual((done.returncode, done.answer["intact"], done.answer["broken_row"]), (1, False, 1))

    def test_the_log_keeps_to_its_level(self):
        self.data.mkdir(mode=0o700, exist_ok=True)
        for level, expected in (("warning", False), ("info", True)):
            (self.data / "settings.json").write_text(json.dumps({"logLevel": level}))
            (self.data / "settings.json").chmod(0o600)
            self.start_server()
            self.server.stop()
            self.assertEqual(" serves on " in (self.data / "fairlead.log").read_text(), expected, level)

    def test_a_wrong_token_stores_nothing(self):
        self.start_server()
        self.assert_not_connected(self.connect(token="wrong-token"), "refused", "401")

    def test_a_site_that_is_not_there_stores_nothing(self):
        self.start_server()
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            port = unused.getsockname()[1]
            self.assert_not_connected(self.connect(url=f"http://127.0.0.1:{port}"), str(port))

    def test_a_site_that_is_not_a_jira_stores_nothing(self):
        self.start_server()
        self.add_fault(kind="html", path="/*")
        done = self.connect()
        self.clear_faults()
        self.assert_not_connected(done, "Jira")

    def test_plain_http_to_a_public_host_stores_nothing(self):
        self.start_server()
        self.assert_not_connected(self.connect(url="http://jira.example.com"), "https")

    def test_a_program_is_told_about_fairlead_and_forgets_it_again(self):
        self.start_server()
        file = self.folder / ".config/goose/config.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes(b"# mine\r\nextensions:\r\n  a: {enabled: true} # a\r\n")
        before = file.read_bytes()
        states = {client["id"]: client["state"] for client in self.must("clients", "list")["clients"]}
        self.assertEqual(states["goose"], "not_connected")
        preview = self.ctl("clients", "preview", "goose", json_output=False)
        self.assertIn("+   fairlead:", preview.stdout)
        self.assertNotIn("mcp_", preview.stdout)
        self.assertEqual(file.read_bytes(), before)

        added = self.ctl("clients", "add", "goose", json_output=False)
        self.assertEqual(added.returncode, 0, added.stderr)
        self.assertIn("clients undo goose", added.stdout)
        written = file.read_bytes()
        self.assertIn(self.server.url.encode() + b"/mcp", written)
        self.assertEqual(written.count(b"\n"), written.count(b"\r\n"))
        key = self.must("keys", "list")["keys"][0]
        self.assertEqual((key["name"], key["revoked_at"]), ("Goose", None))
        undone = self.must("clients", "undo", "goose")
        self.assertEqual((undone["state"], undone["can_undo"]), ("not_connected", False))
        self.assertEqual(file.read_bytes(), before)
        self.assertIsNotNone(self.must("keys", "list")["keys"][0]["revoked_at"])

        self.must("clients", "add", "goose")
        self.assertEqual(self.must("clients", "remove", "goose")["state"], "not_connected")
        self.assertEqual(file.read_bytes(), before)
        self.assertEqual(self.ctl("clients", "remove", "goose").returncode, 1)
        self.assertEqual(self.ctl("clients", "add").returncode, 2)
        self.assertIn("There is no such client", self.ctl("clients", "add", "none", json_output=False).stderr)

    def test_a_pause_stops_clients_until_they_may_go_on(self):
        self.start_server()
        key = self.must("keys", "create", "--name", "Cursor")["key"]
        self.assertEqual(self.must("pause"), {"paused": True})
        self.assertTrue(self.must("status")["paused"])
        stopped = self.ctl("tools", "call", "list_projects", "{}", "--key-stdin", stdin=key)
        self.assertIn("has paused Fairlead", stopped.stdout + stopped.stderr)
        self.assertEqual(self.must("resume"), {"paused": False})
        goes_on = self.ctl("tools", "call", "list_projects", "{}", "--key-stdin", stdin=key)
        self.assertNotIn("has paused Fairlead", goes_on.stdout + goes_on.stderr)
        self.assertEqual(self.ctl("pause", "now").returncode, 2)

    def test_exit_codes(self):
        self.assertEqual(self.ctl("status").returncode, 3, "no instance")
        self.start_server()
        for wrong in (["stauts"], [], ["keys", "create"], ["keys", "create", "--name", "x", "--acces", "read"],
                      ["keys", "create", "--name", "x", "--expires", "soon"], ["connect", "jira"], ["tools", "call"]):
            with self.subTest(wrong):
                self.assertEqual(self.ctl(*wrong).returncode, 2)
        for failing in (["keys", "revoke", "key_nonesuch"], ["connections", "remove", "con_nonesuch"],
                        ["keys", "create", "--name", "x", "--access", "everything"], ["keys", "create", "--name", ""],
                        ["--user", "Nobody", "keys", "list"]):
            with self.subTest(failing):
                done = self.ctl(*failing)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertTrue(done.answer["error"]["message"].endswith("."), done.answer)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fairleadctl stdio between a client and fairleadd: revisions, keys, starts, restarts and rude behaviour."""
import json
import os
import pathlib
import signal
import subprocess
import time
import unittest

from bridge import STATELESS, Bridge
from programs import BINARIES, PATIENCE, ProgramsTest, wait_until


class StdioBridge(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.data.mkdir(mode=0o700)
        settings = self.data / "settings.json"
        settings.write_text('{"port": 0}')
        settings.chmod(0o600)
        self.addCleanup(self.end_started)

    def end_started(self):
        """Ends what a bridge has started."""
        try:
            pid = json.loads((self.data / "endpoint.json").read_text())["pid"]
            os.kill(pid, signal.SIGKILL)
        except (OSError, ValueError):
            pass

    def start_connected(self):
        self.start_server()
        self.connect_jira()
        created = self.create_key("Claude Desktop")
        self.key, self.key_id = created["key"], created["id"]

    def bridge(self, *arguments, **options):
        return Bridge(self, *arguments, **{"key": self.key, **options})

    def instances(self):
        """The processes that serve this test's folder."""
        found = []
        for file in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                arguments = file.read_bytes().decode(errors="replace").split("\0")
            except OSError:  # it has ended meanwhile
                continue
            if arguments[0].endswith("fairleadd") and str(self.data) in arguments:
                found.append(int(file.parent.name))
        return found

    def started_pid(self):
        return json.loads((self.data / "endpoint.json").read_text())["pid"]

    def assert_lists_projects(self, answer):
        text = answer["result"]["content"][0]["text"]
        for project in self.jira("/rest/api/3/project/search")["values"]:
            self.assertIn(project["key"], text)

    def test_every_revision(self):
        self.start_connected()
        for version in ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"):
            with self.subTest(version):
                bridge = self.bridge()
                self.assertEqual(bridge.initialize(version)["result"]["protocolVersion"], version)
                self.assertTrue(bridge.request(1, "tools/list")["result"]["tools"])
                self.assert_lists_projects(bridge.call("two", "list_projects"))
                code, seconds = bridge.end()
                self.assertEqual((code, bridge.log()), (0, ""))
                self.assertLess(seconds, 2)
        with self.subTest("2026-07-28"):
            bridge = self.bridge()
            discovered = bridge.request(1, "server/discover", {"_meta": STATELESS})
            self.assertIn("2026-07-28", discovered["result"]["supportedVersions"])
            self.assert_lists_projects(bridge.call(2, "list_projects", _meta=STATELESS))
            missing = bridge.call(3, "jira_set_the_städte_on_fire", _meta=STATELESS)
            self.assertIn("städte", missing["error"]["message"])
            unknown = bridge.request(4, "tools/call", {"_meta": {**STATELESS,
                                     "io.modelcontextprotocol/protocolVersion": "1900-01-01"}, "name": "list_projects"})
            self.assertEqual(unknown["error"]["code"], -32022)
            self.assertEqual(bridge.end()[0], 0)

    def test_a_batch_of_the_revision_that_has_them(self):
        self.start_connected()
        bridge = self.bridge()
        bridge.initialize("2025-03-26")
        bridge.write('[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}]')
        answers = bridge.wait_for(lambda message: isinstance(message, list))
        self.assertEqual(sorted(answer["id"] for answer in answers), [1, 2])
        bridge = self.bridge()
        bridge.initialize("2025-06-18")
        bridge.write('[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}]')
        self.assertIn("error", bridge.answer(1))
        self.assertIn("error", bridge.answer(2))

    def test_ids_come_back_as_they_are(self):
        self.start_connected()
        bridge = self.bridge()
        bridge.initialize()
        for identifier in ('1', '"1"', '-7', '"a\\u00e9\\"b"', '9007199254740991'):
            bridge.write('{"id" : %s, "method":"ping","jsonrpc":"2.0"}' % identifier)
            self.assertIn("result", bridge.answer(json.loads(identifier)))
        bridge.write(b'{"jsonrpc":"2.0","id":99999999999999999999,"method":"ping"}\n')
        self.assertIn(b'"id":99999999999999999999', bridge.lines.get(timeout=PATIENCE))

    def test_no_key_and_wrong_keys(self):
        without = Bridge(self)
        answer = without.initialize()
        self.assertIn("FAIRLEAD_KEY", answer["error"]["message"])
        self.assertIn("keys create", answer["error"]["message"])
        self.assertIn("FAIRLEAD_KEY", without.log())
        self.assertEqual(without.end()[0], 0)
        self.assertFalse((self.data / "endpoint.json").exists(), "nothing is started for nothing")

        self.start_connected()
        unknown = self.bridge(key="mcp_" + "0" * 64)
        self.assertIn("Make a key", unknown.initialize()["error"]["message"])
        bridge = self.bridge()
        bridge.initialize()
        self.must("keys", "revoke", self.key_id)
        refused = bridge.call(1, "list_projects")["error"]["message"]
        self.assertIn("revoked", refused)
        self.assertIn("FAIRLEAD_KEY", refused)
        self.assertIn("revoked", bridge.log())
        self.assertNotIn(self.key, bridge.log() + refused)

    def test_the_key_of_a_file(self):
        self.start_connected()
        file = self.folder / "key"
        file.write_text(self.key + "\n")
        bridge = self.bridge("--key-file", str(file), key=None)
        bridge.initialize()
        self.assert_lists_projects(bridge.call(1, "list_projects"))
        missing = self.bridge("--key-file", str(self.folder / "nonesuch"), key=None)
        self.assertIn("nonesuch", missing.initialize()["error"]["message"])

    def test_wrong_usage(self):
        for wrong in (["--url", "http://example.com:8080"], ["--url", "https://127.0.0.1"], ["--key", "mcp_1"], ["more"]):
            with self.subTest(wrong):
                done = self.ctl("stdio", *wrong, json_output=False)
                self.assertEqual((done.returncode, done.stdout), (2, ""))

    def test_an_address_instead_of_a_folder(self):
        self.start_connected()
        bridge = self.bridge("--url", self.server.url)
        bridge.initialize()
        self.assert_lists_projects(bridge.call(1, "list_projects"))

    def test_starts_one_instance_for_two(self):
        self.start_connected()
        self.server.stop()
        bridges = [self.bridge(), self.bridge()]
        for bridge in bridges:
            bridge.send(id=1, method="initialize", params={
                "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}})
        for bridge in bridges:
            self.assertIn("result", bridge.answer(1), bridge.log())
        pid = self.started_pid()
        for bridge in bridges:
            self.assertEqual(bridge.end()[0], 0)
        self.assertEqual(self.instances(), [pid])  # it stays, and is the only one

    def test_tells_why_it_cannot_start_one(self):
        self.start_connected()
        self.server.stop()
        quiet = self.bridge("--no-start")
        self.assertIn("No Fairlead is running", quiet.initialize()["error"]["message"])
        self.assertFalse((self.data / "endpoint.json").exists())
        (self.data / "settings.json").write_text('{"port": "many"}')
        self.assertIn("settings.json", self.bridge().initialize()["error"]["message"])

    def test_survives_a_kill_and_starts_anew(self):
        self.start_connected()
        bridge = self.bridge()
        bridge.initialize()
        self.assert_lists_projects(bridge.call(1, "list_projects"))
        self.server.stop(signal.SIGKILL)
        self.assert_lists_projects(bridge.call(2, "list_projects"))
        self.assertIn("notifications/tools/list_changed", [message.get("method") for message in bridge.others])
        self.assertEqual(bridge.log(), "")

    def test_finds_an_instance_that_others_restart(self):
        self.start_connected()
        bridge = self.bridge("--no-start")
        bridge.initialize()
        self.assert_lists_projects(bridge.call(1, "list_projects"))
        for how in (signal.SIGTERM, signal.SIGKILL):
            with self.subTest(how):
                self.server.stop(how)
                self.start_server()
                # Without a request: it finds out by itself.
                bridge.wait_for(lambda message: message.get("method") == "notifications/tools/list_changed")
                self.assert_lists_projects(bridge.call(str(how), "list_projects"))
        stateless = self.bridge("--no-start")
        self.assert_lists_projects(stateless.call(1, "list_projects", _meta=STATELESS))
        self.server.stop(signal.SIGKILL)
        stateless.send(id=2, method="tools/call", params={"name": "list_projects", "arguments": {}, "_meta": STATELESS})
        self.start_server()
        self.assert_lists_projects(stateless.answer(2))

    def test_a_quit_instance_is_not_started_for_nothing(self):
        self.start_connected()
        bridge = self.bridge()
        bridge.initialize()
        self.assert_lists_projects(bridge.call(1, "list_projects"))
        self.server.stop()
        time.sleep(2.5)  # nothing else can show that nothing happens
        self.assertFalse((self.data / "endpoint.json").exists())
        self.assert_lists_projects(bridge.call(2, "list_projects"))

    def test_a_call_whose_outcome_is_unknown_is_not_repeated(self):
        self.start_connected()
        bridge = self.bridge()
        bridge.initialize()
        self.add_fault(kind="hang", path="/rest/api/3/*")
        before = len(self.sandbox_requests())
        bridge.send(id=1, method="tools/call", params={"name": "list_projects", "arguments": {}})
        wait_until("the call reaches Jira", lambda: len(self.sandbox_requests()) > before)
        self.server.stop(signal.SIGKILL)
        answer = bridge.answer(1)
        self.assertIn("may or may not", answer["error"]["message"])
        self.clear_faults()
        self.assert_lists_projects(bridge.call(2, "list_projects"))

    def test_a_call_is_answered_when_fairlead_is_quit(self):
        self.start_connected()
        bridge = self.bridge("--no-start")
        bridge.initialize()
        self.add_fault(kind="hang", path="/rest/api/3/*")
        before = len(self.sandbox_requests())
        bridge.send(id=1, method="tools/call", params={"name": "list_projects", "arguments": {}})
        wait_until("the call reaches Jira", lambda: len(self.sandbox_requests()) > before)
        self.server.stop()
        self.start_server()
        answer = bridge.answer(1)
        self.assertTrue("error" in answer or answer["result"]["isError"], answer)

    def test_cancelling(self):
        self.start_connected()
        for meta in ({}, {"_meta": STATELESS}):
            with self.subTest(meta):
                bridge = self.bridge()
                if not meta:
                    bridge.initialize()
                self.add_fault(kind="hang", path="/rest/api/3/*")
                before = len(self.sandbox_requests())
                bridge.send(id=1, method="tools/call", params={"name": "list_projects", "arguments": {}, **meta})
                wait_until("the call reaches Jira", lambda: len(self.sandbox_requests()) > before)
                bridge.send(method="notifications/cancelled", params={"requestId": 1})
                self.clear_faults()
                self.assert_lists_projects(bridge.call(2, "list_projects", **meta))
                self.assertEqual(bridge.others, [])

    def test_rude_lines(self):
        self.start_connected()
        bridge = self.bridge()
        bridge.initialize()
        for line in ("nonsense", '{"jsonrpc":"2.0","id":1,"method":"ping"', '"text"', "\x00", "[" * 5000):
            bridge.write(line)
            self.assertIn(bridge.next()["error"]["code"], (-32700, -32600), line)
        bridge.write("\r\n  \r")  # nothing to answer
        large = "x" * (5 * 1024 * 1024)
        bridge.send(method="tools/call", params={"name": "jira_search", "arguments": {"jql": large}}, id="large")
        self.assertIn("4 MiB", bridge.answer("large")["error"]["message"])
        self.assertIn("result", bridge.request(2, "ping"))

    def test_a_client_that_does_not_read(self):
        self.start_connected()
        lazy = subprocess.Popen([BINARIES / "fairleadctl", "--data-dir", self.data, "stdio"], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                env={**self.environment, "FAIRLEAD_KEY": self.key})
        self.addCleanup(lazy.stdin.close)
        self.addCleanup(lazy.stdout.close)
        self.addCleanup(lazy.wait)
        self.addCleanup(lazy.kill)
        os.set_blocking(lazy.stdin.fileno(), False)
        line = b"nonsense\n" * 1000
        sent, quiet_since = 0, time.monotonic()
        while sent < 200 * 1024 * 1024 and time.monotonic() - quiet_since < 1:
            try:
                sent += os.write(lazy.stdin.fileno(), line)
                quiet_since = time.monotonic()
            except BlockingIOError:
                time.sleep(0.01)
        status = pathlib.Path(f"/proc/{lazy.pid}/status").read_text(encoding="ascii")
        self.assertLess(sent, 20 * 1024 * 1024, "it takes no more than it can give")
        self.assertLess(int(status.split("VmRSS:")[1].split()[0]), 256 * 1024)

    def test_signals_and_a_client_that_is_gone(self):
        self.start_connected()
        bridge = self.bridge()
        bridge.initialize()
        bridge.request(1, "ping")
        begun = time.monotonic()
        bridge.process.send_signal(signal.SIGTERM)
        self.assertEqual(bridge.process.wait(PATIENCE), 0)
        self.assertLess(time.monotonic() - begun, 2)
        gone = subprocess.Popen([BINARIES / "fairleadctl", "--data-dir", self.data, "stdio"], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                env={**self.environment, "FAIRLEAD_KEY": self.key})
        gone.stdout.close()
        gone.stdin.write(b"nonsense\n")
        gone.stdin.flush()
        self.assertEqual(gone.wait(PATIENCE), 0)
        gone.stdin.close()

    def test_the_last_answers_come_although_the_input_has_ended(self):
        self.start_connected()
        lines = [{"jsonrpc": "2.0", "id": number, "method": "tools/call",
                  "params": {"name": "list_projects", "arguments": {}, "_meta": STATELESS}} for number in range(10)]
        done = subprocess.run([BINARIES / "fairleadctl", "--data-dir", self.data, "stdio"], check=False, timeout=PATIENCE,
                              env={**self.environment, "FAIRLEAD_KEY": self.key}, capture_output=True, text=True,
                              input="\n".join(json.dumps(line) for line in lines))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(sorted(json.loads(line)["id"] for line in done.stdout.splitlines()), list(range(10)))


if __name__ == "__main__":
    unittest.main()

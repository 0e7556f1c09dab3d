#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that end in the middle of something: nothing acknowledged is lost, nothing hangs, nobody else suffers."""
import pathlib
import signal
import threading
import time
import unittest
import urllib.parse

from programs import McpSession, ProgramsTest, wait_until

ROUNDS = 4


class KilledInTheMiddle(ProgramsTest):
    def test_a_killed_server_keeps_every_acknowledged_key(self):
        acknowledged, revoked = {}, set()
        for round_number in range(ROUNDS):
            server = self.start_server()
            stop = threading.Event()

            def write(worker):
                for number in range(1000):
                    if stop.is_set():
                        return
                    done = self.ctl("keys", "create", "--name", f"{round_number}-{worker}-{number}")
                    if done.returncode == 0:
                        acknowledged[done.answer["id"]] = done.answer["key"]
                        if number % 3 == 2 and self.ctl("keys", "revoke", done.answer["id"]).returncode == 0:
                            revoked.add(done.answer["id"])

            before, revoked_before = len(acknowledged), len(revoked)
            writers = [threading.Thread(target=write, args=(worker,)) for worker in range(2)]
            for writer in writers:
                writer.start()
            wait_until("six keys are made and one is revoked",
                       lambda: len(acknowledged) >= before + 6 and len(revoked) > revoked_before)
            server.stop(signal.SIGKILL)
            stop.set()
            for writer in writers:
                writer.join()

        server = self.start_server()
        known = {key["id"]: key for key in self.must("keys", "list")["keys"]}
        self.assertEqual(set(acknowledged) - set(known), set())
        self.assertGreater(len(revoked), 0)
        for identifier, secret in acknowledged.items():
            if identifier in revoked:
                self.assertTrue(known[identifier]["revoked_at"], identifier)
                with self.assertRaises(AssertionError):
                    McpSession(server.url, secret)
            elif not known[identifier].get("revoked_at"):
                # One whose revocation was in flight may have ended either way.
                McpSession(server.url, secret)
        server.stop()
        self.assert_sound()

    def test_a_killed_server_leaves_nothing_that_stops_the_next_one(self):
        server = self.start_server()
        server.stop(signal.SIGKILL)
        self.assertTrue((self.data / "endpoint.json").exists(), "kill -9 leaves it behind")
        self.assertEqual(self.ctl("status").returncode, 3)
        self.start_server()
        self.assertEqual(self.ctl("status").returncode, 0)

    def test_a_server_that_ends_normally_cleans_up(self):
        server = self.start_server()
        self.assertEqual(server.stop(), 0)
        self.assertFalse((self.data / "endpoint.json").exists())
        self.assertEqual(self.ctl("status").returncode, 3)

    def test_a_service_that_dies_in_mid_call_ends_the_call_with_a_sentence(self):
        sandbox = self.start_sandbox()
        server = self.start_server()
        self.connect_jira()
        session = McpSession(server.url, self.create_key()["key"])
        self.add_fault(kind="hang", path="/rest/api/3/search/jql")
        seen = len(self.sandbox_requests())
        connection = session.send(session.tool_call("jira_search", {"jql": "project = DATA order by key"}))
        wait_until("the call reaches Jira", lambda: len(self.sandbox_requests()) > seen)
        sandbox.stop(signal.SIGKILL)
        status, _, message = session.read(connection)
        connection.close()
        self.assertEqual(status, 200)
        self.assertTrue(message["result"]["isError"])
        self.assertRegex(message["result"]["content"][0]["text"], r"127\.0\.0\.1|localhost")
        failed, text = session.call("list_projects")
        self.assertTrue(failed, text)
        self.assertTrue(server.is_running())
        self.assertEqual(self.ctl("status").returncode, 0)

    def test_clients_that_leave_in_mid_answer_disturb_nobody(self):
        self.start_sandbox()
        server = self.start_server()
        self.connect_jira()
        key = self.create_key()["key"]
        staying, leaving = McpSession(server.url, key), McpSession(server.url, key)
        self.add_fault(kind="latency", latencyMs=300, path="/rest/api/3/search/jql")
        waiting = staying.send(staying.tool_call("jira_search", {"jql": "project = DATA order by key"}))
        seen = len(self.sandbox_requests())
        connections = [leaving.send(leaving.tool_call("jira_search", {"jql": "project = DATA order by key"}, number))
                       for number in range(1, 11)]
        for connection in connections[:5]:
            connection.close()
        wait_until("a call reaches Jira", lambda: len(self.sandbox_requests()) > seen)
        for connection in connections[5:]:
            connection.close()
        status, _, message = staying.read(waiting)
        waiting.close()
        self.assertEqual(status, 200)
        self.assertFalse(message["result"].get("isError", False), message)
        self.clear_faults()
        self.assertFalse(staying.call("list_projects")[0])
        self.assertTrue(server.is_running())

    def connections_to_the_sandbox(self):
        """The local ports of the connections that stand between fairleadd and the sandbox."""
        port = f":{urllib.parse.urlsplit(self.sandbox.url).port:04X}"
        rows = [line.split() for line in pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
        return {row[1] for row in rows if row[2].endswith(port) and row[3] == "01"}

    def test_what_nobody_waits_for_is_not_waited_for(self):
        self.start_sandbox()
        server = self.start_server()
        self.connect_jira()
        session = McpSession(server.url, self.create_key()["key"])

        def leave(connection):
            connection.close()

        def cancel(_):
            session.post({"method": "notifications/cancelled", "params": {"requestId": 7}})

        for stop in (leave, cancel):
            with self.subTest(stop.__name__):
                self.add_fault(kind="hang", path="/rest/api/3/search/jql")
                seen = len(self.sandbox_requests())
                connection = session.send(session.tool_call("jira_search", {"jql": "project = DATA"}, 7))
                wait_until("the call reaches Jira", lambda seen=seen: len(self.sandbox_requests()) > seen)
                during = self.connections_to_the_sandbox()
                stop(connection)
                wait_until("fairleadd hangs up", lambda during=during: during - self.connections_to_the_sandbox())
                connection.close()
                self.clear_faults()
        self.assertFalse(session.call("list_projects")[0])

    def test_the_server_ends_soon_while_calls_are_running(self):
        self.start_sandbox()
        server = self.start_server()
        self.connect_jira()
        session = McpSession(server.url, self.create_key()["key"])
        self.add_fault(kind="hang", path="/rest/api/3/search/jql")
        seen = len(self.sandbox_requests())
        connection = session.send(session.tool_call("jira_search", {"jql": "project = DATA order by key"}))
        wait_until("the call reaches Jira", lambda: len(self.sandbox_requests()) > seen)
        started = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - started, 15, "it does not sit out the call's own deadline")
        self.assertEqual(session.read(connection)[0], 503)
        connection.close()

    def test_a_server_that_ends_normally_remembers_what_was_used(self):
        server = self.start_server()
        key = self.create_key()
        McpSession(server.url, key["key"]).call("list_projects")
        self.assertEqual(server.stop(), 0)
        (used,), = self.rows("SELECT last_used_at FROM user_mcp_api_keys WHERE id = ?", key["id"])
        self.assertTrue(used)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three fairleadd on one PostgreSQL behind nginx, as on a team's host: any of them serves, what ends on one ends on all, a
sign-in is renewed once, and the death of one costs no call but those that it was answering."""
import asyncio
import collections
import concurrent.futures
import itertools
import json
import re
import signal
import subprocess
import time
import unittest

from cluster import META, NAME, ClusterTest, HttpsOverSocket, Relay, stateless, tool_call
from programs import BINARIES, PATIENCE, McpSession, wait_until
from revoked_key import Stream
from sign_in import SignIn, fetch

CLIENTS = 200
CALLS_BEFORE_AND_AFTER = 1000


class SeveralInstances(ClusterTest):
    def setUp(self):
        super().setUp()
        self.start_cluster()

    def stream(self, server, method, path, body=None, **headers):
        stream = Stream(server.url, method, path, body, **headers)
        self.addCleanup(stream.socket.close)
        return stream

    def test_requests_land_on_all_and_each_is_at_home_there(self):
        self.connect_jira()
        keys = [each["key"] for each in self.new_keys(40)]
        for key in keys:
            self.assert_answered(*self.ask(key, tool_call("list_projects")))
        ports = {port for _, _, _, tried in self.nginx.log() for port in tried}
        self.assertEqual(ports, {each.port for each in self.instances})
        # A foreign name is not made ours by the proxy.
        connection = HttpsOverSocket(self.nginx)
        connection.request("GET", "/mcp", headers={"Host": "evil.example"})
        self.assertEqual(connection.getresponse().status, 421)
        connection.close()
        # What tells of all users is for the host.
        for path in ("/health", "/metrics"):
            connection.request("GET", path)
            self.assertEqual(connection.getresponse().status, 404, path)
            connection.close()
        connection.close()
        for server in self.instances:
            self.assert_answered(*self.ask(keys[0], tool_call("list_projects"), server))
        # Whatever instance is asked: what one has entered is there once.
        for server in self.instances:
            wait_until("the calls are in the log", lambda: self.events(server)["tool_called"] == 43)
            self.assertEqual((self.events(server)["key_created"], self.events(server)["connection_added"]), (40, 1))

    def assert_answered(self, status, answer):
        self.assertEqual(status, 200, answer)
        self.assertFalse(answer["result"].get("isError", False), answer)

    def events(self, server):
        """How many of each kind are in the log, as this instance reads it."""
        status, answer = self.rest(server, "GET", "/api/activity?limit=200")
        self.assertEqual(status, 200, answer)
        return collections.Counter(each["event"] for each in answer["activity"])

    def test_sessions_stay_where_they_began(self):
        self.connect_jira()
        for key in (each["key"] for each in self.new_keys(6)):
            own = {"Authorization": f"Bearer {key}", "Content-Type": "application/json",
                   "Accept": "application/json, text/event-stream"}
            status, headers, _ = self.through_nginx(own, {"id": 0, "method": "initialize", "params": {
                "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "old", "version": "1"}}})
            self.assertEqual(status, 200)
            own |= {"Mcp-Session-Id": headers["Mcp-Session-Id"], "MCP-Protocol-Version": "2025-11-25"}
            for _ in range(6):
                status, _, answer = self.through_nginx(own, McpSession.tool_call("list_projects", {}))
                self.assertEqual(status, 200, answer)

    def through_nginx(self, headers, message):
        connection = HttpsOverSocket(self.nginx)
        connection.request("POST", "/mcp", json.dumps({"jsonrpc": "2.0", **message}), headers)
        try:
            return McpSession.read(connection)
        finally:
            connection.close()

    def test_a_client_without_a_session_lands_on_any(self):
        self.connect_jira()
        key = self.new_keys()[0]["key"]
        for _ in range(6):
            self.assert_answered(*self.ask(key, tool_call("list_projects")))
        ports = {port for _, path, _, tried in self.nginx.log() for port in tried if path == "/mcp"}
        self.assertGreaterEqual(len(ports), 2)

    def test_a_long_answer_is_read_on_anywhere(self):
        for server in self.instances:
            server.stop()
        self.start_instances(3, {"maximumResultBytes": 2000})
        self.connect_jira()
        key = self.new_keys()[0]["key"]
        long = "\n".join(f"Line {number} of a long story" for number in range(400))
        self.assert_answered(*self.ask(key, tool_call("jira_update_issue", {"key": "WEB-1", "description": long}), self.instances[1]))
        part = self.text_of(self.ask(key, tool_call("jira_get_issue", {"key": "WEB-1"}), self.instances[0]))
        whole = ""
        turns = itertools.cycle(self.instances)
        while handle := re.search(r'\[Cut: .*read_more with handle "(\w+)"', part):
            whole += part[:handle.start()]
            more = tool_call("read_more", {"handle": handle[1]})
            part, again = (self.text_of(self.ask(key, more, next(turns))) for _ in range(2))
            self.assertEqual(part, again)
        self.assertIn("Line 399 of a long story", part)
        self.assertIn("Line 200 of a long story", whole)

    def asking_key(self):
        """A key that asks before it writes, known to all."""
        made = self.rest(self.instances[0], "POST", "/api/users/me/mcp-keys", {"name": "Asks", "access": "full", "asks": "writes"})[1]
        for server in self.instances:
            wait_until("each instance knows the key", lambda: self.ask(made["key"], stateless("tools/list"), server)[0] == 200)
        return made["key"]

    def comments(self):
        return len(self.jira("/rest/api/3/issue/WEB-1/comment")["comments"])

    def watch(self, server):
        """Somebody who can be asked, in front of this instance; fairleadctl says so once it is."""
        watching = subprocess.Popen([BINARIES / "fairleadctl", "--data-dir", server.data, "--json", "approvals"], env=self.environment,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(watching.stderr.close)
        self.addCleanup(watching.stdout.close)
        self.addCleanup(watching.wait)
        self.addCleanup(watching.kill)
        self.assertIn("Waiting for questions", watching.stderr.readline())
        return watching

    def answer(self, server, question, answer):
        return self.rest(server, "POST", f"/api/approvals/{question['id']}", {"answer": answer})[0]

    def pending(self, server):
        return self.rest(server, "GET", "/api/approvals")[1]["approvals"]

    def text_of(self, answered):
        status, answer = answered
        self.assertEqual(status, 200, answer)
        return answer["result"]["content"][0]["text"]

    def test_what_one_asks_is_answered_at_another(self):
        self.connect_jira()
        first, second, third = self.instances
        key, before = self.asking_key(), self.comments()
        write = [tool_call("jira_add_comment", {"key": "WEB-1", "body": f"Comment {number}"}) for number in range(9)]
        self.assertIn("nobody can be asked", self.text_of(self.ask(key, write[0], first)))
        watching = self.watch(second)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            begun = time.monotonic()
            asking = pool.submit(self.ask, key, write[0], first)
            question = json.loads(watching.stdout.readline())
            seen = time.monotonic()
            self.assertEqual((question["arguments"]["body"], question["key_name"]), ("Comment 0", "Asks"))
            answers = list(pool.map(lambda server: self.answer(server, question, "once"), self.instances))
            self.assertEqual(sorted(answers), [204, 404, 404])
            self.assert_answered(*asking.result())
            print(f"\nA call at one was shown at another after {1000 * (seen - begun):.0f} ms and ran "
                  f"{1000 * (time.monotonic() - seen):.0f} ms later", flush=True)
            self.assertEqual(self.comments(), before + 1)

            # No is no, wherever it was said.
            asking = pool.submit(self.ask, key, write[1], third)
            self.assertEqual(self.answer(second, json.loads(watching.stdout.readline()), "deny"), 204)
            self.assertIn("said no", self.text_of(asking.result()))

            # For this session, and always for this tool: at each instance.
            asking = pool.submit(self.ask, key, write[2], first)
            self.assertEqual(self.answer(second, json.loads(watching.stdout.readline()), "session"), 204)
            self.assert_answered(*asking.result())
            for number, server in enumerate(self.instances, 3):
                self.assert_answered(*self.ask(key, write[number], server))
            change = tool_call("jira_update_issue", {"key": "WEB-1", "summary": "Another"})
            asking = pool.submit(self.ask, key, change, third)
            self.assertEqual(self.answer(second, json.loads(watching.stdout.readline()), "always"), 204)
            self.assert_answered(*asking.result())
            for server in self.instances:
                wait_until("each has heard of it", lambda: "tools" in self.key_named("Asks", server))
                self.assert_answered(*self.ask(key, change, server))
        self.assertEqual(self.comments(), before + 5)
        for server in self.instances:
            wait_until("the questions are in the log, each once", lambda: {
                event: count for event, count in self.events(server).items() if event.startswith("approval")} == {
                    "approval_asked": 4, "approval_given": 3, "approval_denied": 1})

    def key_named(self, name, server):
        return next(key for key in self.rest(server, "GET", "/api/users/me/mcp-keys")[1]["keys"] if key["name"] == name)

    def test_the_same_call_elsewhere_gets_the_answer_once(self):
        self.connect_jira()
        first, second, third = self.instances
        key, before = self.asking_key(), self.comments()
        write = tool_call("jira_add_comment", {"key": "WEB-1", "body": "Once"})
        watching = self.watch(second)
        leaving = Stream(first.url, "POST", "/mcp", json.loads(write[1]), Authorization=f"Bearer {key}", **{
            name.replace("-", "_"): value for name, value in write[0].items() if name.startswith("M")})
        question = json.loads(watching.stdout.readline())
        leaving.socket.close()
        self.assertEqual(self.answer(third, question, "once"), 204)
        self.assert_answered(*self.ask(key, write, third))
        with concurrent.futures.ThreadPoolExecutor() as pool:
            asking = pool.submit(self.ask, key, write, second)
            another = json.loads(watching.stdout.readline())
            self.assertNotEqual(another["id"], question["id"])
            self.assertEqual(self.answer(second, another, "deny"), 204)
            self.assertIn("said no", self.text_of(asking.result()))
        self.assertEqual(self.comments(), before + 1)

    def test_a_killed_instance_leaves_no_question(self):
        self.connect_jira()
        first, second, third = self.instances
        key, before = self.asking_key(), self.comments()
        write = tool_call("jira_add_comment", {"key": "WEB-1", "body": "Too late"})
        self.watch(second)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            asking = pool.submit(self.ask, key, write, first)
            wait_until("the question is everywhere", lambda: all(self.pending(server) for server in self.instances))
            question, = self.pending(third)
            first.stop(signal.SIGKILL)
            self.assertIsInstance(asking.exception(), OSError)
        wait_until("it is gone", lambda: not self.pending(second) and not self.pending(third))
        for server in (second, third):
            self.assertEqual(self.answer(server, question, "once"), 404)
        self.assertEqual(self.comments(), before)

    def test_a_key_that_one_revokes_ends_on_all(self):
        key, other = self.new_keys(2)

        def opened(each):
            bearer = {"Authorization": f"Bearer {each['key']}"}
            listen = {"id": 1, "method": "subscriptions/listen", "params": {"notifications": {}, "_meta": META}}
            return [stream for server in self.instances for stream in (
                self.stream(server, "GET", "/sse", **bearer).read_until(b"event: endpoint"),
                self.stream(server, "POST", "/mcp", listen, **bearer, MCP_Protocol_Version="2026-07-28",
                            Mcp_Method="subscriptions/listen").read_until(b"acknowledged"))]

        ending, staying = opened(key), opened(other)
        begun = time.monotonic()
        self.assertEqual(self.rest(self.instances[0], "DELETE", f"/api/users/me/mcp-keys/{key['id']}")[0] // 100, 2)
        for stream in ending:
            stream.read_to_the_end()
        print(f"\n{len(ending)} streams on {len(self.instances)} instances ended {1000 * (time.monotonic() - begun):.0f} ms after "
              "their key was revoked", flush=True)
        for server in self.instances:
            self.assertEqual(self.ask(key["key"], stateless("tools/list"), server)[0], 401)
            wait_until("the end of the key is in the log", lambda: self.events(server)["key_revoked"] == 1)
        for stream in staying:
            self.assertTrue(stream.is_open())

    def sign_in(self):
        """In the browser, at the first instance."""
        first, atlassian = self.instances[0], self.sandbox.ready["atlassian"]
        client = {"client_id": atlassian["client_id"], "client_secret": atlassian["client_secret"]}
        fetch("POST", self.sandbox.url + "/_sandbox/oauth/clients", json.dumps(
            {"service": "jira", "redirect_uri": first.url + "/api/auth/jira/callback", **client}), {"Content-Type": "application/json"})
        self.assertLess(self.rest(first, "PUT", "/api/auth/jira/client", client)[0], 300)
        back = SignIn().accept(self.rest(first, "GET", "/api/auth/jira/url")[1]["url"])
        self.assertIn("Connected to", fetch("GET", back)[2])

    def refreshes(self):
        return json.loads(fetch("GET", self.sandbox.url + "/_sandbox/oauth")[2])["jira"]["refreshes"]

    def test_all_together_renew_a_sign_in_once(self):
        for server in self.instances:
            server.stop()
        atlassian = self.sandbox.ready["atlassian"]
        self.start_instances(3, {"jiraSignInUrl": atlassian["auth"], "jiraApiUrl": atlassian["api"]})
        self.sign_in()
        key = self.new_keys()[0]["key"]
        with concurrent.futures.ThreadPoolExecutor(48) as pool:
            for turn in range(3):
                before = self.refreshes()
                fetch("POST", self.sandbox.url + "/_sandbox/oauth/expire", '{"service":"jira"}', {"Content-Type": "application/json"})
                calls = [pool.submit(self.ask, key, tool_call("list_projects"), server) for _ in range(16) for server in self.instances]
                for call in calls:
                    self.assert_answered(*call.result())
                self.assertEqual(self.refreshes() - before, 1, f"turn {turn}")

    def test_a_lost_database_comes_back_and_what_was_said_meanwhile_is_known(self):
        key, = self.new_keys()
        self.postgres.control("stop", "immediate")
        self.assertEqual(self.rest(self.instances[1], "DELETE", f"/api/users/me/mcp-keys/{key['id']}")[0] // 100, 5)
        self.postgres.control("again")
        wait_until("one instance revokes the key",
                   lambda: self.rest(self.instances[1], "DELETE", f"/api/users/me/mcp-keys/{key['id']}")[0] // 100 == 2)
        for server in self.instances:
            wait_until("the key has ended", lambda: self.ask(key["key"], stateless("tools/list"), server)[0] == 401)

    def test_one_without_the_database_learns_later_what_was_said_meanwhile(self):
        relay = Relay(self.postgres)
        self.addCleanup(relay.remove)
        self.instances[2].stop()
        self.instances[2] = lonely = self.start_instance(2, {}, relay)
        key, = self.new_keys()
        relay.cut()
        self.assertEqual(self.rest(self.instances[0], "DELETE", f"/api/users/me/mcp-keys/{key['id']}")[0] // 100, 2)
        wait_until("the other has heard of it", lambda: self.ask(key["key"], stateless("tools/list"), self.instances[1])[0] == 401)
        self.assertEqual(self.rest(self.instances[0], "PUT", "/api/pause", {"paused": True})[0], 200)
        self.assertNotEqual(self.ask(key["key"], stateless("tools/list"), lonely)[0], 401)
        relay.heal()
        wait_until("it has read it", lambda: self.ask(key["key"], stateless("tools/list"), lonely)[0] == 401)
        wait_until("it is paused", lambda: self.rest(lonely, "GET", "/api/status")[1]["paused"])
        for server in self.instances:
            self.assertEqual(self.events(server)["key_revoked"], 1)

    def test_a_pause_holds_everywhere_until_it_is_ended_anywhere(self):
        key = self.new_keys()[0]["key"]

        def is_paused(server):
            return "has paused Fairlead" in json.dumps(self.ask(key, tool_call("find_tools", {"query": "issue"}), server))

        self.assertEqual([is_paused(server) for server in self.instances], [False] * 3)
        self.assertEqual(self.rest(self.instances[0], "PUT", "/api/pause", {"paused": "yes"})[0], 400)
        begun = time.monotonic()
        self.assertEqual(self.rest(self.instances[0], "PUT", "/api/pause", {"paused": True}), (200, {"paused": True}))
        for server in self.instances:
            wait_until("it is paused", lambda: is_paused(server))
        print(f"\nAll were paused after {1000 * (time.monotonic() - begun):.0f} ms", flush=True)
        # One that comes up later is from its first call on.
        self.instances[1].stop()
        self.instances[1] = self.start_instance(1, {})
        self.assertTrue(is_paused(self.instances[1]))
        self.assertEqual(self.rest(self.instances[2], "PUT", "/api/pause", {"paused": False}), (200, {"paused": False}))
        for server in self.instances:
            wait_until("it goes on", lambda: not is_paused(server))

    def test_what_all_notice_is_entered_once(self):
        key = self.rest(self.instances[0], "POST", "/api/users/me/mcp-keys", {"name": "Short", "expires_in": 6})[1]["key"]
        streams = []
        for server in self.instances:
            wait_until("each knows the key", lambda: self.ask(key, stateless("tools/list"), server)[0] == 200)
            streams.append(self.stream(server, "GET", "/sse", Authorization=f"Bearer {key}").read_until(b"event: endpoint"))
        for stream in streams:
            stream.read_to_the_end()
        # What each enters later comes later.
        for server in self.instances:
            self.rest(server, "POST", "/api/users/me/mcp-keys", {"name": "After"})
        wait_until("that is in the log", lambda: self.events(self.instances[0])["key_created"] == 4)
        self.assertEqual(self.events(self.instances[0])["key_expired"], 1)

    def test_one_is_killed_under_load(self):
        self.connect_jira()
        load = Load(self.nginx, [each["key"] for each in self.new_keys(CLIENTS)])
        victim = self.instances[2]
        asyncio.run(load.run(victim))
        print(f"\n{load.done} calls of {CLIENTS} clients, {len(load.failed)} failed of {load.in_flight} that were in flight "
              "when one of three was killed", flush=True)
        # What failed was sent before it was gone, and to it alone.
        self.assertEqual([each for each in load.failed if each["begun"] > load.gone], [])
        for _, _, status, ports in self.nginx.log():
            if status != 200:
                self.assertIn(victim.port, ports)
        self.assertGreater(load.done_after, CALLS_BEFORE_AND_AFTER)
        for server in self.instances[:2]:
            status, report = self.rest(server, "GET", "/api/activity/verify")
            self.assertEqual((status, report["intact"]), (200, True), report)


class Load:
    """Clients on kept-alive connections, each with a key of its own and one call at a time."""

    def __init__(self, nginx, keys):
        self.nginx = nginx
        self.keys = keys
        self.done = self.done_after = self.in_flight = 0
        self.gone = float("inf")  # when the killed one was
        self.failed = []
        self.running = 0
        self.is_over = False

    async def run(self, victim):
        clients = [asyncio.create_task(self.client(key)) for key in self.keys]
        await self.until(lambda: self.done >= CALLS_BEFORE_AND_AFTER and self.running > len(self.keys) / 2)
        self.in_flight = self.running
        victim.process.send_signal(signal.SIGKILL)
        victim.process.wait()
        self.gone = time.monotonic()
        await self.until(lambda: self.done_after > CALLS_BEFORE_AND_AFTER)
        self.is_over = True
        await asyncio.gather(*clients)

    async def until(self, condition):
        async with asyncio.timeout(4 * PATIENCE):
            while not condition():
                await asyncio.sleep(0.001)

    async def client(self, key):
        headers, body = tool_call("list_projects")
        fields = {**headers, "Host": NAME, "Authorization": f"Bearer {key}", "Content-Length": len(body)}
        request = ("POST /mcp HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n" + body).encode()
        connection = None
        while not self.is_over:
            if connection is None:
                connection = await asyncio.open_unix_connection(str(self.nginx.socket), ssl=self.nginx.tls(), server_hostname=NAME)
            begun = time.monotonic()
            self.running += 1
            try:
                status, text = await self.call(connection, request)
            except (OSError, asyncio.IncompleteReadError) as error:
                status, text = 0, str(error)
            self.running -= 1
            if status == 200 and b"WEB" in text and b'"isError":true' not in text:
                self.done += 1
                self.done_after += begun > self.gone
            else:
                self.failed.append({"begun": begun, "status": status, "text": text[:300]})
                connection[1].transport.abort()
                connection = None
        if connection:
            connection[1].transport.abort()

    @staticmethod
    async def call(connection, request):
        reader, writer = connection
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head.split()[1])
        fields = head.lower()
        if b"transfer-encoding: chunked" in fields:
            text = b""
            while True:
                size = int(await reader.readuntil(b"\r\n"), 16)
                text += (await reader.readexactly(size + 2))[:-2]
                if size == 0:
                    return status, text
        length = int(fields.split(b"content-length:")[1].split(b"\r\n")[0])
        return status, await reader.readexactly(length)


if __name__ == "__main__":
    unittest.main()

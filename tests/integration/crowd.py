#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that flood, trickle or never read: the others are served, and memory stays within bounds."""
import contextlib
import json
import pathlib
import re
import select
import socket
import threading
import unittest
import urllib.parse

from programs import IS_SANITIZED, McpSession, ProgramsTest, wait_until

CALLS_PER_KEY = 20
MEBIBYTE = 1024 * 1024
MEMORY = re.compile(r"VmRSS:\s+(\d+) kB")


class Crowd(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        self.last_id = 0
        self.port = urllib.parse.urlsplit(self.server.url).port

    def memory(self):
        status = pathlib.Path(f"/proc/{self.server.process.pid}/status").read_text(encoding="utf-8")
        return int(MEMORY.search(status)[1]) * 1024

    def connect(self, data=b"", receive_buffer=None):
        client = socket.socket()
        self.addCleanup(client.close)
        if receive_buffer:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        client.settimeout(30)
        client.connect(("127.0.0.1", self.port))
        client.sendall(data)
        return client

    def request(self, key, message, path="/mcp", **headers):
        """The bytes of a POST."""
        body = json.dumps({"jsonrpc": "2.0", **message})
        lines = [f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Authorization: Bearer {key}",
                 "Content-Type: application/json", "Accept: application/json, text/event-stream",
                 f"Content-Length: {len(body)}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()

    def call_of(self, session, tool, arguments):
        """The bytes of a tool call within a session, with an id of its own."""
        self.last_id += 1
        key = session.headers["Authorization"].removeprefix("Bearer ")
        return self.request(key, McpSession.tool_call(tool, arguments, self.last_id), Mcp_Session_Id=session.headers["Mcp-Session-Id"])

    @staticmethod
    def answer(client):
        """(status, text) of the next answer."""
        received = b""
        while b"\r\n\r\n" not in received:
            piece = client.recv(65536)
            if not piece:
                return 0, ""
            received += piece
        head, _, body = received.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        while length and len(body) < int(length[1]):
            body += client.recv(65536)
        return int(head.split()[1]), (head + body).decode()

    def test_a_key_that_floods_is_refused_and_another_is_served(self):
        flooding = McpSession(self.server.url, self.create_key("Flood")["key"])
        other = McpSession(self.server.url, self.create_key("Other")["key"])
        self.add_fault(kind="hang", path="/rest/api/3/search/*")
        held = [self.connect(self.call_of(flooding, "jira_search", {"jql": f"project = WEB AND key > WEB-{number}"}))
                for number in range(CALLS_PER_KEY)]
        wait_until("as many calls run as one key may have",
                   lambda: self.answer(self.connect(self.call_of(flooding, "jira_get_issue", {})))[0] == 429)
        flood = [self.connect(self.call_of(flooding, "jira_search", {"jql": "project = WEB"})) for _ in range(80)]
        for _ in range(5):
            self.assertFalse(other.call("list_projects")[0])
        readable, _, _ = select.select(held, [], [], 0)
        self.assertEqual(readable, [], "the other key was served while the calls of the first still ran")
        for client in flood:
            status, answer = self.answer(client)
            self.assertEqual(status, 429, answer)
            self.assertRegex(answer, r"Retry-After: \d+")

    def slow_readers(self, key):
        """Streams whose clients never read, and the addresses to fill them through."""
        addresses = []
        for _ in range(8):
            client = self.connect(receive_buffer=4096)
            client.sendall(f"GET /sse HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAuthorization: Bearer {key}\r\n\r\n".encode())
            received = b""
            while b"sessionId=" not in received or not received.endswith(b"\n\n\r\n"):
                received += client.recv(1)
            addresses.append(re.search(rb"/messages\?sessionId=\w+", received)[0].decode())
        return addresses

    def fill(self, key, addresses):
        """Asks on each stream for far more than its client takes; True when streams were dropped for that."""
        hello = {"id": 0, "method": "initialize", "params": {"protocolVersion": "2024-11-05", "capabilities": {},
                                                             "clientInfo": {"name": "slow", "version": "1"}}}
        with contextlib.closing(self.connect()) as poster:
            for number in range(70):
                for address in addresses:
                    message = hello if number == 0 else {"id": number, "method": "tools/list", "params": {}}
                    poster.sendall(self.request(key, message, address))
                    self.assertIn(self.answer(poster)[0], (202, 404, 429))

    def test_slow_clients_and_a_flood_leave_the_others_their_server(self):
        other = McpSession(self.server.url, self.create_key("Other")["key"])
        self.assertFalse(other.call("list_projects")[0])
        flood_key, reader_key = self.create_key("Flood")["key"], self.create_key("Reader")["key"]
        before = self.memory()
        slow_heads = [self.connect(f"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nX-Slow: ".encode()) for _ in range(28)]
        slow_bodies = [self.connect(self.request(flood_key, {"id": 1, "method": "ping"})[:-5]) for _ in range(28)]
        addresses = self.slow_readers(reader_key)
        over = threading.Event()
        statuses = set()

        def flood():
            while not over.is_set():
                with contextlib.suppress(OSError), contextlib.closing(self.connect()) as client:
                    while not over.is_set():
                        client.sendall(self.request(flood_key, {"id": 1, "method": "ping"}, Mcp_Session_Id="none"))
                        status, head = self.answer(client)
                        statuses.add((status, "Retry-After: " in head))

        floods = [threading.Thread(target=flood) for _ in range(4)]
        self.addCleanup(over.set)
        for thread in floods:
            thread.start()
        filling = threading.Thread(target=self.fill, args=(reader_key, addresses))
        filling.start()
        for number in range(100):
            self.assertFalse(other.call("list_projects")[0], f"call {number} beside the crowd")
            self.assertTrue(IS_SANITIZED or self.memory() < 150 * MEBIBYTE, self.memory())
        wait_until("the flood is refused", lambda: (429, True) in statuses)
        filling.join()
        self.assertTrue(IS_SANITIZED or self.memory() - before < 64 * MEBIBYTE, self.memory() - before)
        over.set()
        for thread in floods:
            thread.join()
        self.assertEqual(statuses - {(404, False), (429, True)}, set())
        self.assertFalse(other.call("list_projects")[0])
        for client in [*slow_heads, *slow_bodies]:
            client.close()


if __name__ == "__main__":
    unittest.main()

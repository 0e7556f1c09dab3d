#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Revoking a key ends all that was opened with it, of whatever kind, and nothing of another's."""
import json
import re
import select
import socket
import unittest
import urllib.parse

from programs import PATIENCE, McpSession, ProgramsTest, wait_until

META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}


class Stream:
    """One request whose answer does not end by itself."""

    def __init__(self, url, method, path, body=None, **headers):
        address = urllib.parse.urlsplit(url)
        content = b"" if body is None else json.dumps({"jsonrpc": "2.0", **body}).encode()
        lines = [f"{method} {path} HTTP/1.1", f"Host: {address.netloc}", "Accept: application/json, text/event-stream"]
        if body is not None:
            lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.socket = socket.create_connection((address.hostname, address.port), timeout=PATIENCE)
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode() + content)
        self.received = b""

    def read_until(self, text):
        while text not in self.received:
            piece = self.socket.recv(65536)
            if not piece:
                raise AssertionError(f"It ended without {text}: {self.received}")
            self.received += piece
        return self

    def has_ended(self):
        """Whether the whole answer is here: its last chunk, or as many bytes as it announced."""
        head, _, body = self.received.partition(b"\r\n\r\n")
        length = re.search(rb"\r\nContent-Length: (\d+)", head, re.IGNORECASE)
        return body.endswith(b"0\r\n\r\n") or (length and len(body) == int(length[1]))

    def read_to_the_end(self):
        while not self.has_ended():
            piece = self.socket.recv(65536)
            if not piece:
                break
            self.received += piece
        return self.received

    def is_open(self):
        while select.select([self.socket], [], [], 0)[0]:
            piece = self.socket.recv(65536)
            if not piece:
                return False
            self.received += piece
        return not self.has_ended()


class RevokedKey(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.start_server()
        self.connect_jira()

    def open(self, method, path, body=None, **headers):
        stream = Stream(self.server.url, method, path, body, **headers)
        self.addCleanup(stream.socket.close)
        return stream

    def session_of(self, key):
        """The headers of a session whose client can be asked."""
        bare = McpSession(self.server.url, key)
        hello = {"id": 0, "method": "initialize", "params": {
            "protocolVersion": "2025-11-25", "capabilities": {"elicitation": {}}, "clientInfo": {"name": "t", "version": "1"}}}
        del bare.headers["Mcp-Session-Id"], bare.headers["MCP-Protocol-Version"]
        _, headers, _ = bare.post(hello)
        bare.headers["Mcp-Session-Id"] = headers["Mcp-Session-Id"]
        bare.post({"method": "notifications/initialized"})
        return {"Authorization": f"Bearer {key}", "Mcp-Session-Id": headers["Mcp-Session-Id"]}

    def open_one_of_each_kind(self, key):
        bearer = {"Authorization": f"Bearer {key}"}
        stateless = {**bearer, "MCP_Protocol_Version": "2026-07-28"}
        session = self.session_of(key)
        issue = {"project": "OPS", "type": "Bug", "summary": "Whether it ends"}
        hanging = {"name": "jira_search", "arguments": {"jql": "project = WEB"}}
        streams = {
            "GET /sse": self.open("GET", "/sse", **bearer).read_until(b"event: endpoint"),
            "GET /mcp": self.open("GET", "/mcp", **session).read_until(b"\r\n\r\n"),
            "POST that asks the person": self.open(
                "POST", "/mcp", McpSession.tool_call("jira_create_issue", issue), **session).read_until(b"elicitation/create"),
            "subscriptions/listen": self.open(
                "POST", "/mcp", {"id": 1, "method": "subscriptions/listen", "params": {"notifications": {}, "_meta": META}},
                **stateless, Mcp_Method="subscriptions/listen").read_until(b"acknowledged"),
        }
        self.add_fault(kind="hang", path="/rest/api/3/search/jql")
        seen = len(self.sandbox_requests())
        waiting = {
            "call in a session": self.open("POST", "/mcp", {"id": 2, "method": "tools/call", "params": hanging}, **session),
            "call without a session": self.open(
                "POST", "/mcp", {"id": 3, "method": "tools/call", "params": {**hanging, "_meta": META}},
                **stateless, Mcp_Method="tools/call", Mcp_Name="jira_search"),
        }
        wait_until("both calls reach Jira", lambda: len(self.sandbox_requests()) >= seen + 2)
        return {**streams, **waiting}, session

    def test_everything_that_it_had_opened_ends(self):
        ending, other = self.create_key("Ending"), self.create_key("Other")
        streams, session = self.open_one_of_each_kind(ending["key"])
        others, _ = self.open_one_of_each_kind(other["key"])
        self.must("keys", "revoke", ending["id"])
        for name, stream in streams.items():
            with self.subTest(name):
                self.assertNotIn(b'"content"', stream.read_to_the_end())
        for method, path in (("GET", "/sse"), ("GET", "/mcp"), ("POST", "/mcp"), ("DELETE", "/mcp")):
            with self.subTest(f"{method} {path}"):
                body = {"id": 9, "method": "ping"} if method == "POST" else None
                self.open(method, path, body, **session).read_until(b"HTTP/1.1 401 ")
        for name, stream in others.items():
            with self.subTest(f"of another key: {name}"):
                self.assertTrue(stream.is_open())


if __name__ == "__main__":
    unittest.main()

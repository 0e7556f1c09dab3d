#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What passes through fairleadctl stdio, with the conformance server at the other end, which has it all: questions,
progress, log, changes, streams that are polled, arguments in headers."""
import unittest

from bridge import STATELESS, Bridge
from programs import ProgramsTest, Server

ASKED = {"elicitation": {}, "sampling": {}}


class StdioBridgeFeatures(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.server = Server("fairlead-conformance-server", [], self.environment, self.folder / "server.log")
        self.addCleanup(self.server.stop)

    def bridge(self, version=None, capabilities=None):
        bridge = Bridge(self, "--url", self.server.url, key="any")
        if version:
            bridge.initialize(version, capabilities)
        return bridge

    @staticmethod
    def text(answer):
        return answer["result"]["content"][0]["text"]

    def test_a_question_in_the_middle_of_a_call(self):
        for version in ("2025-06-18", "2025-11-25"):
            with self.subTest(version):
                bridge = self.bridge(version, ASKED)
                for number in (1, 2):
                    bridge.send(id=number, method="tools/call",
                                params={"name": "test_elicitation", "arguments": {"message": "Who are you?"}})
                    question = bridge.wait_for(lambda message: message.get("method") == "elicitation/create")
                    self.assertEqual(question["params"]["message"], "Who are you?")
                    bridge.send(id=question["id"], result={
                        "action": "accept", "content": {"username": "ada", "email": "ada@example.com"}})
                    self.assertIn("ada@example.com", self.text(bridge.answer(number)))
                bridge.send(id="nobody asked", result={})
                self.assertIn("result", bridge.request(3, "ping"))
                self.assertEqual(bridge.log(), "")

    def test_a_question_without_a_session(self):
        bridge = self.bridge()
        meta = {**STATELESS, "io.modelcontextprotocol/clientCapabilities": ASKED}
        first = bridge.call(1, "test_streaming_elicitation", _meta=meta)["result"]
        self.assertEqual(first["resultType"], "input_required")
        [key] = first["inputRequests"]
        second = bridge.call(2, "test_streaming_elicitation", _meta=meta, requestState=first.get("requestState"),
                             inputResponses={key: {"action": "accept", "content": {"name": "Ada"}}})
        self.assertIn("Ada", self.text(second))

    def test_progress_and_log_come_before_the_answer(self):
        for meta in ({}, STATELESS):
            with self.subTest(meta):
                bridge = self.bridge(None if meta else "2025-11-25")
                bridge.call(1, "test_tool_with_progress", _meta={**meta, "progressToken": "here"})
                progress = [message["params"]["progress"] for message in bridge.others]
                self.assertEqual(len(progress), 3)
                self.assertEqual(progress, sorted(progress))
                bridge.others.clear()
                if not meta:
                    bridge.request(2, "logging/setLevel", {"level": "debug"})
                level = {"io.modelcontextprotocol/logLevel": "debug"} if meta else {}
                bridge.call(3, "test_tool_with_logging", _meta={**meta, **level})
                self.assertEqual({message["method"] for message in bridge.others}, {"notifications/message"})

    def test_a_stream_that_the_server_ends_early_is_polled(self):
        bridge = self.bridge("2025-11-25")
        self.assertIn("result", bridge.call(1, "test_reconnection"))

    def test_changes_are_heard(self):
        bridge = self.bridge("2025-11-25")
        self.changes_are_heard(bridge, {})

    def test_changes_are_heard_without_a_session(self):
        bridge = self.bridge()
        bridge.send(id="listen", method="subscriptions/listen",
                    params={"_meta": STATELESS, "notifications": {"toolsListChanged": True}})
        greeting = bridge.next()
        self.assertEqual(greeting["method"], "notifications/subscriptions/acknowledged")
        self.changes_are_heard(bridge, {"_meta": STATELESS})
        bridge.send(method="notifications/cancelled", params={"requestId": "listen"})
        self.assertIn("result", bridge.call(9, "test_simple_text", _meta=STATELESS))
        code, seconds = bridge.end()
        self.assertEqual(code, 0)
        self.assertLess(seconds, 2)

    def changes_are_heard(self, bridge, params):
        # The stream for changes is opened beside the other messages, so the first change may be too early for it.
        def heard():
            bridge.call("change", "test_trigger_tool_change", **params)
            bridge.request("after", "tools/list", params)
            return "notifications/tools/list_changed" in [message.get("method") for message in bridge.others]
        self.assertTrue(any(heard() for _ in range(50)))

    def test_arguments_that_are_repeated_in_headers(self):
        arguments = {"region": " eu–west ", "priority": 7, "note": "no header"}
        for learns_before in (True, False):
            with self.subTest(learns_before=learns_before):
                bridge = self.bridge()
                if learns_before:
                    tools, cursor = [], None
                    while cursor != "":
                        page = bridge.request("list", "tools/list", {"_meta": STATELESS, **({"cursor": cursor} if cursor else {})})
                        tools += page["result"]["tools"]
                        cursor = page["result"].get("nextCursor", "")
                    self.assertIn("test_x_mcp_header", [tool["name"] for tool in tools])
                answer = bridge.call(1, "test_x_mcp_header", arguments, _meta=STATELESS)
                self.assertIn("result", answer)
                self.assertIn("result", bridge.call(2, "test_x_mcp_header", {"region": None}, _meta=STATELESS))
                self.assertEqual(bridge.others, [])

    def test_resources_and_prompts_have_names_too(self):
        bridge = self.bridge()
        for method, params in (("resources/read", {"uri": "test://static-text"}), ("prompts/get", {"name": "test_simple_prompt"})):
            self.assertIn("result", bridge.request(method, method, {**params, "_meta": STATELESS}))

    def test_many_calls_at_once(self):
        bridge = self.bridge("2025-11-25", ASKED)
        for number in range(6):
            bridge.send(id=number, method="tools/call", params={"name": "test_elicitation", "arguments": {"message": str(number)}})
        questions = [bridge.wait_for(lambda message: message.get("method") == "elicitation/create") for _ in range(6)]
        self.assertIn("result", bridge.request("between", "ping"))
        for question in reversed(questions):
            bridge.send(id=question["id"], result={
                "action": "accept", "content": {"username": question["params"]["message"], "email": "x"}})
        for number in range(6):
            answer = next((m for m in bridge.others if m.get("id") == number), None) or bridge.answer(number)
            self.assertIn(f'"username":"{number}"', self.text(answer))


if __name__ == "__main__":
    unittest.main()

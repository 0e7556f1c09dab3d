#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A key that asks before it changes anything, and the person at a terminal who answers."""
import json
import subprocess
import unittest

from programs import BINARIES, PATIENCE, ProgramsTest, wait_until


class Approvals(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        self.key = self.must("keys", "create", "--name", "Cursor", "--access", "full", "--ask", "writes")

    def start(self, *arguments, **options):
        process = subprocess.Popen([BINARIES / "fairleadctl", "--data-dir", self.data, "--json", *arguments],
                                   env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
        self.addCleanup(self.stop, process)
        return process

    @staticmethod
    def stop(process):
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()

    def call(self, tool, **arguments):
        process = self.start("tools", "call", tool, json.dumps(arguments), "--key-stdin", stdin=subprocess.PIPE)
        process.stdin.write(self.key["key"] + "\n")
        process.stdin.close()
        return process

    def end(self, process):
        process.wait(PATIENCE)
        return process.stdout.read() + process.stderr.read()

    def watch(self):
        """Somebody who can be asked."""
        watching = self.start("approvals")
        self.assertIn("Waiting for questions", watching.stderr.readline())
        return watching

    def pending(self):
        return self.must("approvals", "list")["approvals"]

    def comments(self):
        return len(self.jira("/rest/api/3/issue/WEB-1/comment")["comments"])

    def ask(self, text):
        """A call that waits, and its question."""
        calling = self.call("jira_add_comment", key="WEB-1", body=text)
        wait_until("a question", self.pending)
        return calling, self.pending()[0]

    def test_nothing_is_changed_where_nobody_can_be_asked(self):
        before = self.comments()
        self.assertIn("nobody can be asked", self.end(self.call("jira_add_comment", key="WEB-1", body="Hello")))
        self.assertEqual(self.comments(), before)
        self.assertIn("WEB-1", self.end(self.call("jira_get_issue", key="WEB-1")))

    def test_a_yes_lets_this_call_run(self):
        before = self.comments()
        watching = self.watch()
        calling, question = self.ask("Hello")
        self.assertEqual((question["tool"], question["effect"], question["arguments"]["body"]),
                         ("jira_add_comment", "write", "Hello"))
        self.assertEqual(json.loads(watching.stdout.readline())["id"], question["id"])
        self.must("approvals", "allow", question["id"])
        self.end(calling)
        self.assertEqual((calling.returncode, self.comments()), (0, before + 1))
        self.assertEqual(self.pending(), [])
        events = [entry["event"] for entry in self.must("activity")["activity"]]
        self.assertIn("approval_asked", events)
        self.assertIn("approval_given", events)

    def test_the_question_shows_what_is_there_now(self):
        before = self.jira("/rest/api/3/issue/WEB-1?fields=summary")["fields"]["summary"]
        self.watch()
        calling = self.call("jira_update_issue", key="WEB-1", summary="Quite another")
        wait_until("a question", self.pending)
        question, = self.pending()
        self.assertEqual(question["changes"][0], {"field": "summary", "before": before, "after": "Quite another"})
        self.assertIn({"field": "key", "before": None, "after": "WEB-1"}, question["changes"])
        self.assertEqual(question["changes_problem"], "")
        card = self.ctl("approvals", "list", json_output=False).stdout
        self.assertIn(f"- {before}", card)
        self.assertIn("+ Quite another", card)
        self.must("approvals", "deny", question["id"])
        self.assertIn("said no", self.end(calling))
        of_issue = self.must("activity", "--target", "WEB-1")["activity"]
        self.assertEqual({entry["event"] for entry in of_issue}, {"tool_refused", "approval_asked", "approval_denied"})

    def test_a_no_stops_it(self):
        before = self.comments()
        self.watch()
        calling, question = self.ask("Hello")
        self.must("approvals", "deny", question["id"])
        self.assertIn("said no", self.end(calling))
        self.assertEqual(self.comments(), before)
        again = self.ctl("approvals", "allow", question["id"])
        self.assertEqual((again.returncode, again.answer["error"]["code"]), (1, "not_found"))

    def test_always_stays_with_the_key(self):
        before = self.comments()
        self.watch()
        calling, question = self.ask("One")
        self.must("approvals", "allow", question["id"], "--always")
        self.end(calling)
        self.end(self.call("jira_add_comment", key="WEB-1", body="Two"))
        self.assertEqual(self.comments(), before + 2)
        key, = self.must("keys", "list")["keys"]
        self.assertEqual((key["asks"], key["tools"]), ("writes", {"jira_add_comment": "allow"}))
        self.must("keys", "tool", key["id"], "jira_add_comment", "deny")
        self.assertIn("switched off", self.end(self.call("jira_add_comment", key="WEB-1", body="Three")))
        self.must("keys", "tool", key["id"], "jira_add_comment", "usual")
        self.must("keys", "ask", key["id"], "never")
        self.end(self.call("jira_add_comment", key="WEB-1", body="Three"))
        self.assertEqual(self.comments(), before + 3)


if __name__ == "__main__":
    unittest.main()

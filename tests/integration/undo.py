#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client's call changed is put back, or it is said why not."""
import json
import unittest
import urllib.request

from programs import PATIENCE, ProgramsTest

ISSUE = "/rest/api/3/issue/WEB-1"


class Undo(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        self.key = self.must("keys", "create", "--name", "Cursor", "--access", "full", "--ask", "never",
                             "--toolset", "all")["key"]

    def call(self, tool, **arguments):
        """A client's call, and the id of its entry in the log."""
        self.must("tools", "call", tool, json.dumps(arguments), "--key-stdin", stdin=self.key)
        return self.entry(tool)["id"]

    def entry(self, tool):
        return next(entry for entry in self.must("activity")["activity"]
                    if entry["tool"] == tool and entry["event"] == "tool_called")

    def undo(self, entry, *options):
        return self.ctl("activity", "undo", str(entry), *options)

    def must_undo(self, entry, *options):
        undone = self.undo(entry, *options)
        self.assertEqual(undone.returncode, 0, undone.stderr)
        return undone.answer

    def refused(self, entry, *options):
        refused = self.undo(entry, *options)
        self.assertEqual(refused.returncode, 1)
        return refused.answer["error"]["message"]

    def field(self, name, key="WEB-1"):
        return self.jira(f"/rest/api/3/issue/{key}?fields={name}")["fields"][name]

    def test_fields_get_back_what_they_had(self):
        before = {name: self.field(name) for name in ("summary", "description", "labels", "priority", "assignee")}
        entry = self.call("jira_update_issue", key="WEB-1", summary="Quite another", description="New *text*",
                          add_labels=["odd"], priority="Lowest", assignee="none")
        self.assertEqual(self.field("summary"), "Quite another")
        self.assertEqual(self.entry("jira_update_issue")["undo"], "open")
        preview = self.must("activity", "undo", str(entry), "--dry-run")
        self.assertFalse(preview["changed_since"])
        self.assertIn({"target": "WEB-1", "field": "summary", "kept": before["summary"], "now": "Quite another",
                       "changed_since": False}, preview["changes"])
        self.assertEqual(self.field("summary"), "Quite another")
        self.assertEqual(self.must_undo(entry)["state"], "done")
        self.assertEqual({name: self.field(name) for name in before}, before)
        self.assertEqual(self.entry("jira_update_issue")["undo"], "done")
        undone = self.must("activity")["activity"][0]
        self.assertEqual((undone["event"], undone["tool"], undone["target"]), ("undone", "jira_update_issue", "WEB-1"))
        self.assertIn("undone already", self.refused(entry))
        self.assertTrue(self.must("activity", "verify")["intact"])

    def test_what_has_changed_since_is_shown_and_put_back_by_force_alone(self):
        before = self.field("summary")
        entry = self.call("jira_update_issue", key="WEB-1", summary="Quite another")
        self.call("jira_update_issue", key="WEB-1", summary="By somebody else")
        self.assertIn("changed since", self.refused(entry))
        shown = self.ctl("activity", "undo", str(entry), json_output=False)
        self.assertIn("By somebody else", shown.stderr)
        self.assertIn(before, shown.stderr)
        self.assertEqual(self.field("summary"), "By somebody else")
        self.must_undo(entry, "--force")
        self.assertEqual(self.field("summary"), before)

    def test_a_comment_goes(self):
        before = self.jira(ISSUE + "/comment")["comments"]
        entry = self.call("jira_add_comment", key="WEB-1", body="Hello")
        self.assertEqual(len(self.jira(ISSUE + "/comment")["comments"]), len(before) + 1)
        self.must_undo(entry)
        self.assertEqual(self.jira(ISSUE + "/comment")["comments"], before)

    def test_a_status_goes_back_where_the_workflow_allows_it(self):
        before = self.field("status")["name"]
        steps = self.jira(ISSUE + "/transitions")["transitions"]
        other = next(step["to"]["name"] for step in steps if step["to"]["name"] != before)
        entry = self.call("jira_transition_issue", key="WEB-1", to=other)
        self.assertEqual(self.field("status")["name"], other)
        self.must_undo(entry)
        self.assertEqual(self.field("status")["name"], before)

    def test_after_a_restart(self):
        before = self.field("summary")
        entry = self.call("jira_update_issue", key="WEB-1", summary="Quite another")
        self.server.stop()
        self.start_server()
        self.must_undo(entry)
        self.assertEqual(self.field("summary"), before)

    def test_nothing_of_it_is_readable_on_the_disk(self):
        before = self.field("summary")
        self.call("jira_update_issue", key="WEB-1", summary="Quite another")
        self.server.stop()
        for file in self.data.iterdir():
            if file.is_file():
                self.assertNotIn(before.encode(), file.read_bytes(), file)

    def test_what_changed_nothing_is_not_undone(self):
        entry = self.call("jira_get_issue", key="WEB-1")
        self.assertIsNone(self.entry("jira_get_issue")["undo"])
        self.assertIn("cannot be undone", self.refused(entry))
        missing = self.undo(9999)
        self.assertEqual((missing.returncode, missing.answer["error"]["code"]), (1, "not_found"))

    def test_another_user_sees_nothing_of_it(self):
        entry = self.call("jira_update_issue", key="WEB-1", summary="Quite another")
        self.must("users", "create", "Ben")
        foreign = self.ctl("--user", "Ben", "activity", "undo", str(entry))
        self.assertEqual((foreign.returncode, foreign.answer["error"]["code"]), (1, "not_found"))
        self.assertEqual(self.field("summary"), "Quite another")


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client's call changed is put back, or it is said why not."""
import json
import re
import signal
import subprocess
import unittest
import urllib.error
import urllib.parse
import urllib.request

from programs import BINARIES, PATIENCE, ProgramsTest, wait_until

ISSUE = "/rest/api/3/issue/WEB-1"
TASK = "109e4ab7-5616-5a0f-902e-3456b2cbdf1b"
PAGE = "aa6849af-1801-5d85-9151-9d64037f610a"


class UndoTest(ProgramsTest):
    def make_key(self):
        self.key = self.must("keys", "create", "--name", "Cursor", "--access", "full", "--ask", "never",
                             "--toolset", "all")["key"]

    def answer(self, tool, **arguments):
        """What a client's call answers."""
        done = self.must("tools", "call", tool, json.dumps(arguments), "--key-stdin", stdin=self.key)
        return json.dumps(done)

    def call(self, tool, **arguments):
        """A client's call, and the id of its entry in the log."""
        self.answer(tool, **arguments)
        return self.entry(tool)["id"]

    def entry(self, tool):
        return next(entry for entry in self.must("activity")["activity"]
                    if entry["tool"] == tool and entry["event"] == "tool_called")

    def start_call(self, tool, **arguments):
        """A call that nobody waits for yet."""
        process = subprocess.Popen(
            [BINARIES / "fairleadctl", "--data-dir", self.data, "tools", "call", tool, json.dumps(arguments), "--key-stdin"],
            env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.kill)
        process.stdin.write(self.key + "\n")
        process.stdin.close()
        return process

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


class JiraUndo(UndoTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        self.make_key()

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

    def test_where_no_step_leads_back_that_is_said(self):
        working = urllib.parse.quote('project = WEB AND status = "In Progress"')
        key = self.jira(f"/rest/api/3/search/jql?jql={working}&fields=status")["issues"][0]["key"]
        entry = self.call("jira_transition_issue", key=key, to="Done")
        self.assertIn("no step from here back to In Progress", self.refused(entry))
        self.assertEqual((self.field("status", key)["name"], self.entry("jira_transition_issue")["undo"]), ("Done", "open"))

    def test_what_was_added_goes_and_what_was_removed_comes_back(self):
        for tool, arguments, path in (
                ("jira_add_worklog", {"key": "WEB-1", "time_spent": "2h"}, ISSUE + "/worklog"),
                ("jira_link_issues", {"from": "WEB-10", "type": "blocks", "to": "WEB-11"},
                 "/rest/api/3/issue/WEB-10?fields=issuelinks"),
                ("jira_watch", {"key": "WEB-2", "action": "add", "user": "Ben Okafor"}, "/rest/api/3/issue/WEB-2/watchers"),
                ("jira_watch", {"key": "WEB-1", "action": "remove"}, ISSUE + "/watchers")):
            before = self.jira(path)
            self.must_undo(self.call(tool, **arguments))
            self.assertEqual(self.jira(path), before, tool)
        path = "/rest/api/3/issue/WEB-4?fields=issuelinks"
        ends = lambda: sorted((link["type"]["name"], link.get("outwardIssue", link.get("inwardIssue"))["key"])
                              for link in self.jira(path)["fields"]["issuelinks"])
        before = ends()
        entry = self.call("jira_unlink_issues", **{"from": "WEB-4", "to": "MOB-5"})
        self.assertNotEqual(ends(), before)
        self.must_undo(entry)
        self.assertEqual(ends(), before)

    def test_a_comment_gets_back_its_text(self):
        made = re.search(r"id (\d+)", self.answer("jira_add_comment", key="WEB-1", body="First")).group(1)
        body = lambda: self.jira(f"{ISSUE}/comment/{made}")["body"]
        before = body()
        entry = self.call("jira_edit_comment", key="WEB-1", comment_id=made, body="Second")
        self.must_undo(entry)
        self.assertEqual(body(), before)
        entry = self.call("jira_delete_comment", key="WEB-1", comment_id=made)
        self.assertIn("cannot be undone", self.refused(entry))

    def test_a_new_issue_is_deleted_unless_somebody_worked_on_it(self):
        created = lambda: re.search(r"Created (WEB-\d+)", self.answer(
            "jira_create_issue", project="WEB", type="Task", summary="Try it")).group(1)
        key = created()
        self.must_undo(self.entry("jira_create_issue")["id"])
        self.assertIn("404", str(self.status_of(f"/rest/api/3/issue/{key}")))
        key = created()
        entry = self.entry("jira_create_issue")["id"]
        self.call("jira_update_issue", key=key, summary="Tried")
        self.assertIn("changed since", self.refused(entry))
        self.assertIn("worked on it since", self.refused(entry, "--force"))
        self.assertEqual(self.field("summary", key), "Tried")

    def test_of_many_new_issues_each_is_deleted_for_itself(self):
        said = self.answer("jira_create_issues", project="WEB", type="Task",
                           issues=[{"summary": f"No. {number}"} for number in range(1, 4)])
        first, second, third = re.findall(r"(WEB-\d+)  No", said)
        entry = self.entry("jira_create_issues")["id"]
        self.call("jira_update_issue", key=second, summary="Worked on")
        shown = self.must("activity", "undo", str(entry), "--dry-run")
        self.assertEqual({item["target"]: item["outcome"] for item in shown["items"]},
                         {first: "open", second: "changed", third: "open"})
        undone = self.undo(entry)
        self.assertEqual(undone.returncode, 1, undone.stderr)
        self.assertEqual(undone.answer["state"], "open")
        self.assertEqual({item["target"]: item["outcome"] for item in undone.answer["items"]},
                         {first: "restored", second: "changed", third: "restored"})
        self.assertEqual([self.status_of(f"/rest/api/3/issue/{key}") for key in (first, second, third)], [404, 200, 404])
        again = self.ctl("activity", "undo", str(entry), "--force", json_output=False)
        self.assertEqual(again.returncode, 1)
        self.assertIn("worked on it since", again.stderr)
        self.assertEqual(self.entry("jira_create_issues")["undo"], "open")
        told = [row["target"] for row in self.must("activity")["activity"] if row["event"] == "undone"]
        self.assertEqual(sorted(told), sorted([first, third]))
        self.answer("jira_create_issues", project="WEB", type="Task", issues=[{"summary": "A"}, {"summary": "B"}])
        entry = self.entry("jira_create_issues")["id"]
        self.assertEqual(self.must_undo(entry)["state"], "done")
        self.assertIn("undone already", self.refused(entry))

    def status_of(self, path):
        try:
            self.jira(path)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        return 200

    def test_a_write_that_was_refused_leaves_nothing_to_undo(self):
        self.add_fault(kind="status", path=ISSUE, method="PUT", status=400, count=1)
        self.ctl("tools", "call", "jira_update_issue", json.dumps({"key": "WEB-1", "summary": "No"}), "--key-stdin",
                 stdin=self.key)
        self.assertIsNone(self.entry("jira_update_issue")["undo"])

    def test_nothing_is_read_or_kept_where_it_is_off(self):
        (self.data / "settings.json").write_text(json.dumps({"undoRetentionDays": 0}))
        self.server.stop()
        self.start_server()
        self.call("jira_update_issue", key="WEB-1", summary="Quite another")
        self.assertIsNone(self.entry("jira_update_issue")["undo"])

    def test_killed_in_the_middle_it_compares_with_what_is_there(self):
        before = self.field("summary")
        self.add_fault(kind="hang", path=ISSUE, method="PUT", count=1)
        calling = self.start_call("jira_update_issue", key="WEB-1", summary="Quite another")
        wait_until("the write", lambda: any(request["method"] == "PUT" for request in self.sandbox_requests()))
        self.server.stop(signal.SIGKILL)
        calling.wait(PATIENCE)
        self.start_server()
        entry = self.entry("jira_update_issue")
        self.assertEqual((entry["outcome"], entry["undo"], entry["target"]), ("unknown", "open", "WEB-1"))
        self.assertIn("changed since", self.refused(entry["id"]))
        self.must_undo(entry["id"], "--force")
        self.assertEqual(self.field("summary"), before)
        self.assertEqual(self.entry("jira_update_issue")["undo"], "done")

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


class NotionUndo(UndoTest):
    def setUp(self):
        super().setUp()
        self.notion = self.start_sandbox().ready["notion"]
        self.data.mkdir(mode=0o700)
        (self.data / "settings.json").write_text(json.dumps({"notionApiUrl": self.notion["api"]}))
        self.start_server()
        self.must("connect", "notion", "--token-stdin", stdin=self.notion["token"])
        self.make_key()

    def ask(self, path):
        """Asks the sandbox itself, past Fairlead."""
        request = urllib.request.Request(self.notion["api"] + path, headers={
            "Authorization": f"Bearer {self.notion['token']}", "Notion-Version": "2026-03-11"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def page(self, page):
        """What does not tell when somebody touched it."""
        return {name: value for name, value in self.ask("/v1/pages/" + page).items()
                if name not in ("last_edited_time", "last_edited_by", "request_id")}

    def text(self, page):
        return self.ask(f"/v1/pages/{page}/markdown")["markdown"]

    def test_properties_come_back(self):
        properties = {"Status": "Done", "Due": "2026-12-01", "Assignee": ["Ben Okafor"], "Estimate": None,
                      "Tags": ["web", "ops"]}
        before = self.page(TASK)
        entry = self.call("notion_update_properties", page=TASK, properties=properties)
        self.assertNotEqual(self.page(TASK), before)
        preview = self.must("activity", "undo", str(entry), "--dry-run")
        self.assertIn(("Status", "Done", False), [(line["field"], line["now"], line["changed_since"])
                                                  for line in preview["changes"]])
        self.must_undo(entry)
        after = self.page(TASK)
        values = lambda page: {name: value[value["type"]] for name, value in page["properties"].items()
                               if name in properties}
        self.assertEqual(values(after), values(before))

    def test_icon_cover_and_lock_come_back(self):
        before = self.page(PAGE)
        entry = self.call("notion_update_properties", page=PAGE, icon="🗺️", cover="https://northwind.example/map.png",
                          locked=True)
        self.must_undo(entry)
        self.assertEqual(self.page(PAGE), before)

    def test_a_text_comes_back_unless_it_has_changed_since(self):
        before = self.text(PAGE)
        entry = self.call("notion_edit_page", page=PAGE, append="## Later\nEverything else.")
        self.assertNotEqual(self.text(PAGE), before)
        self.call("notion_edit_page", page=PAGE, append="And more.")
        self.assertIn("changed since", self.refused(entry))
        self.must_undo(entry, "--force")
        self.assertEqual(self.text(PAGE), before)

    def test_pages_leave_and_enter_the_trash(self):
        entry = self.call("notion_trash_page", page=TASK)
        self.assertTrue(self.page(TASK)["in_trash"])
        self.must_undo(entry)
        self.assertFalse(self.page(TASK)["in_trash"])
        made = re.search(r"[0-9a-f]{32}", self.answer("notion_create_page", title="Below", parent=PAGE)).group()
        self.must_undo(self.entry("notion_create_page")["id"])
        self.assertTrue(self.page(made)["in_trash"])

    def test_a_page_moves_back(self):
        page, place = "6c61d901-372d-51eb-bc89-9abac4466dce", "1aa0c81f-6821-519b-9252-1f2ad8bb686a"
        before = self.page(page)["parent"]
        entry = self.call("notion_move_page", page=page, parent=place)
        self.assertNotEqual(self.page(page)["parent"], before)
        self.must_undo(entry)
        self.assertEqual(self.page(page)["parent"], before)

    def test_blocks_come_back(self):
        blocks = self.answer("notion_get_blocks", block="640001f0-1444-5523-bc5e-0756a6da619f")
        block = re.search(r"([0-9a-f]{32})  to_do", blocks).group(1)
        content = lambda: self.ask("/v1/blocks/" + block)
        before = content()
        entry = self.call("notion_update_block", block=block, text="Accounts *all* made", checked=not before["to_do"]["checked"])
        self.assertNotEqual(content()["to_do"], before["to_do"])
        self.must_undo(entry)
        self.assertEqual(content()["to_do"], before["to_do"])
        entry = self.call("notion_delete_block", block=block)
        self.assertTrue(content()["in_trash"])
        self.must_undo(entry)
        self.assertFalse(content()["in_trash"])

    def test_comments_go_and_get_back_their_text(self):
        made = re.search(r"id ([0-9a-f]{32})", self.answer("notion_add_comment", page=PAGE, markdown="First")).group(1)
        added = self.entry("notion_add_comment")["id"]
        words = lambda: self.ask("/v1/comments/" + made)["rich_text"]
        before = words()
        self.must_undo(self.call("notion_edit_comment", comment=made, markdown="**Second**"))
        self.assertEqual(words(), before)
        self.must_undo(added)
        self.assertNotIn("First", json.dumps(self.ask("/v1/comments?block_id=" + PAGE)))


if __name__ == "__main__":
    unittest.main()

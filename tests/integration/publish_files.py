#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files published as issues from the command line: each becomes one, whatever ends in the middle, over Jira's own
interface and through Atlassian's remote MCP server."""
import base64
import collections
import json
import pathlib
import signal
import threading
import unittest
import urllib.parse

from programs import EMAIL, TOKEN, ProgramsTest, wait_until

FILES = 20
PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


class PublishFiles(ProgramsTest):
    SANDBOX = ()

    def setUp(self):
        super().setUp()
        self.start_sandbox(*self.SANDBOX)
        self.start_server()
        self.connect()
        self.notes = self.folder / "notes"
        self.notes.mkdir()
        self.must("folders", "add", str(self.notes))

    def connect(self):
        self.connect_jira()

    def hang_on_creation(self):
        """The service makes the next issue, and nobody hears of it."""
        self.add_fault(kind="hang", method="POST", path="/rest/api/3/issue", count=1)

    def hang_on_attachment(self):
        """The service attaches the next file, and nobody hears of it."""
        self.add_fault(kind="hang", method="POST", path="/rest/api/3/issue/*/attachments", count=1)

    def refuse_files(self):
        self.add_fault(kind="status", status=413, method="POST", path="/rest/api/3/issue/*/attachments")

    def write_shown(self):
        """A file that shows two pictures."""
        (self.notes / "one.png").write_bytes(PICTURE)
        (self.notes / "two.png").write_bytes(PICTURE + b"2")
        return self.write("shown.md", "# Publication shown\n\n![One](one.png) ![Two](two.png)\n")

    def assert_attached(self, key, path):
        """Each hangs there, and none twice."""
        fields = self.jira(f"/rest/api/3/issue/{key}?fields=attachment")["fields"]
        self.assertEqual(sorted((one["filename"], one["size"]) for one in fields["attachment"]),
                         [("one.png", len(PICTURE)), ("shown.md", pathlib.Path(path).stat().st_size), ("two.png", len(PICTURE) + 1)])

    def listed(self):
        [only] = self.must("publish", "--list")["publications"]
        return only

    def write(self, name, text):
        path = self.notes / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def summaries(self):
        """How many issues of project WEB there are of each summary that our files have."""
        query = urllib.parse.urlencode({"jql": 'project = WEB AND summary ~ "Publication"', "fields": "summary",
                                        "maxResults": 100})
        issues = self.jira("/rest/api/3/search/jql?" + query)["issues"]
        return collections.Counter(issue["fields"]["summary"] for issue in issues)

    def created(self):
        return [entry for entry in self.sandbox_requests()
                if entry["method"] == "POST" and entry["target"] == "/rest/api/3/issue"]

    def test_a_file_becomes_an_issue_and_stays_linked(self):
        path = self.write("plan.md", "# Publication plan\n\nOne\n")
        shown = self.must("publish", path, "--project", "WEB", "--dry-run")["published"][0]
        self.assertEqual((shown["summary"], shown["description"], shown["issue"]), ("Publication plan", "One", None))
        self.assertEqual(self.created(), [])
        key = self.must("publish", path, "--project", "WEB", "--type", "Story")["published"][0]["issue"]
        self.assertEqual(self.jira(f"/rest/api/3/issue/{key}")["fields"]["issuetype"]["name"], "Story")
        self.write("plan.md", "# Publication plan\n\nTwo\n")
        refused = self.ctl("publish", path)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(f"is published as {key} and has changed since", refused.answer["failed"][0]["message"])
        self.assertEqual(self.must("publish", path, "--again", "update")["published"][0]["action"], "updated")
        listed = self.must("publish", "--list", str(self.notes))["publications"]
        self.assertEqual([(entry["issue"], entry["status"], entry["file_changed"]) for entry in listed],
                         [(key, "To Do", False)])
        self.must("publish", "--forget", listed[0]["id"])
        self.assertEqual(self.must("publish", "--list")["publications"], [])

    def test_what_fails_keeps_no_other_file_from_being_published(self):
        good = self.write("good.md", "# Publication good\n")
        empty = self.write("empty.md", "")
        done = self.ctl("publish", empty, good, "--project", "WEB")
        self.assertEqual(done.returncode, 1)
        self.assertEqual([entry["summary"] for entry in done.answer["published"]], ["Publication good"])
        self.assertIn("is empty", done.answer["failed"][0]["message"])

    def test_twenty_files_and_a_kill_in_the_middle_make_twenty_issues(self):
        paths = [self.write(f"{number:02}.md", f"# Publication {number:02}\n\nText of it.\n")
                 for number in range(FILES)]
        publishing = threading.Thread(target=self.ctl, args=("publish", *paths, "--project", "WEB"))
        publishing.start()
        wait_until("seven issues are asked for", lambda: len(self.created()) >= 7)
        self.hang_on_creation()
        wait_until("one is made and not answered", lambda: not self.faults())
        self.server.stop(signal.SIGKILL)
        publishing.join()
        self.clear_faults()
        self.start_server()
        again = self.must("publish", *paths, "--project", "WEB")
        self.assertEqual(len(again["published"]), FILES)
        expected = {f"Publication {number:02}": 1 for number in range(FILES)}
        wait_until("all are found", lambda: len(self.summaries()) == FILES)
        self.assertEqual(self.summaries(), expected)
        links = self.must("publish", "--list")["publications"]
        self.assertEqual({pathlib.Path(link["path"]).name: link["status"] for link in links},
                         {f"{number:02}.md": "To Do" for number in range(FILES)})
        self.assertEqual(len({link["issue"] for link in links}), FILES)
        # How an issue is found again is nothing that people see of it.
        for link in links:
            self.assertEqual(self.jira(f"/rest/api/3/issue/{link['issue']}?fields=labels")["fields"]["labels"], [])

    def test_a_kill_between_an_issue_and_its_files_loses_none(self):
        path = self.write_shown()
        self.hang_on_attachment()
        publishing = threading.Thread(target=self.ctl, args=("publish", path, "--project", "WEB", "--attach"))
        publishing.start()
        wait_until("one is attached and not answered", lambda: not self.faults())
        self.server.stop(signal.SIGKILL)
        publishing.join()
        self.start_server()
        # Nobody publishes it again: the next start is enough.
        wait_until("the others are attached", lambda: not self.listed()["not_attached"])
        self.assert_attached(self.listed()["issue"], path)
        again = self.must("publish", path)["published"][0]
        self.assertEqual((again["action"], again["attached"]), ("unchanged", []))
        self.assert_attached(again["issue"], path)

    def test_what_was_not_attached_is_told_and_publishing_again_attaches_it(self):
        path = self.write_shown()
        self.refuse_files()
        done = self.must("publish", path, "--project", "WEB", "--attach")["published"][0]
        self.assertEqual(done["attached"], [])
        listed = self.listed()
        self.assertEqual([one["name"] for one in listed["not_attached"]], ["one.png", "shown.md", "two.png"])
        self.assertTrue(all(one["problem"] for one in listed["not_attached"]))
        self.assertIn("two.png was not attached.", listed["note"])
        self.assertIn("as published. one.png was not attached.", self.ctl("publish", "--list", json_output=False).stdout)
        self.clear_faults()
        again = self.must("publish", path)["published"][0]
        self.assertEqual((again["action"], again["attached"]), ("unchanged", ["one.png", "shown.md", "two.png"]))
        self.assertEqual((self.listed()["not_attached"], self.listed()["note"]), ([], None))
        self.assert_attached(done["issue"], path)

    def test_the_file_and_its_pictures_go_along(self):
        (self.notes / "plan.png").write_bytes(PICTURE)
        path = self.write("shown.md", "# Publication shown\n\n![The plan](plan.png)\n")
        done = self.must("publish", path, "--project", "WEB", "--attach")["published"][0]
        fields = self.jira(f"/rest/api/3/issue/{done['issue']}?fields=attachment")["fields"]
        self.assertEqual(sorted((one["filename"], one["size"]) for one in fields["attachment"]),
                         [("plan.png", len(PICTURE)), ("shown.md", pathlib.Path(path).stat().st_size)])


class PublishFilesThroughMcp(PublishFiles):
    """The same through the remote server; Jira's search is late, as it is in the world."""

    SANDBOX = ("--search-lag", "3000")

    def connect(self):
        self.must("connect", "mcp", "--url", self.sandbox.ready["atlassian"]["mcp"], "--name", "Atlassian", "--email", EMAIL,
                  "--token-stdin", stdin=TOKEN)

    def hang_on_creation(self):
        self.add_fault(kind="hang", method="POST", path="/v2/mcp", contains="createJiraIssue", count=1)

    def test_a_server_that_is_away_is_told_with_the_time_of_the_next_try(self):
        path = self.write("plan.md", "# Publication plan\n")
        self.sandbox.stop()
        done = self.ctl("publish", path, "--project", "WEB")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.answer["failed"][0]["message"],
                         r"^Cannot reach Jira's MCP service \(Atlassian\)\. Fairlead will try again in \d+ s\.")

    def hang_on_attachment(self):
        self.add_fault(kind="hang", method="POST", path="/v2/mcp", contains="fileId", count=1)

    def refuse_files(self):
        self.add_fault(kind="status", status=500, method="POST", path="/file/binary")

    def created(self):
        asked = [json.loads(entry["body"]) for entry in self.sandbox_requests()
                 if entry["method"] == "POST" and entry["target"].startswith("/v2/mcp")]
        return [message for message in asked
                if message.get("method") == "tools/call" and message["params"]["name"] == "createJiraIssue"]


if __name__ == "__main__":
    unittest.main()

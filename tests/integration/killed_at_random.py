#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments while leases, approvals, writes and undo are under way: whatever a client was told has
happened is there afterwards, what was not allowed has not happened, and the log proves itself.

FAIRLEAD_KILLS says how often (5), FAIRLEAD_KILL_SEED where chance begins.
"""
import contextlib
import http.client
import json
import os
import random
import re
import signal
import subprocess
import threading
import time
import unittest
import urllib.parse

from programs import BINARIES, PATIENCE, McpSession, ProgramsTest

KILLS = int(os.environ.get("FAIRLEAD_KILLS", "5"))
SEED = int(os.environ.get("FAIRLEAD_KILL_SEED", time.time_ns()))
# Of Jira's issues: what is asked about first has one of its own.
ASKED = "WEB-1"
LONGEST_LIFE = 40  # acknowledgements of one life
UNREADY = 0.1  # of the servers are killed before they serve


class Refused(Exception):
    """The server answered, and not as it must."""


class Rest:
    """The REST API, or the part of it that a key opens."""

    def __init__(self, url, token):
        self.address = urllib.parse.urlsplit(url)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def __call__(self, method, path, body=None):
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=2 * PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path, None if body is None else json.dumps(body), self.headers)
            answer = connection.getresponse()
            text = answer.read()
        if answer.status >= 400:
            raise Refused(f"{method} {path}: {answer.status} {text!r}")
        return json.loads(text) if text else None


class States:
    """What each thing may be found as: what was acknowledged last, and what was asked for since."""

    def __init__(self):
        self.allowed = {}

    @contextlib.contextmanager
    def change(self, thing, state):
        self.allowed.setdefault(thing, set()).add(state)
        yield
        self.allowed[thing] = {state}

    def add(self, thing, state):
        self.allowed[thing] = {state}


class KilledAtRandom(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(SEED)
        self.start_sandbox()
        self.data.mkdir(mode=0o700)
        (self.data / "settings.json").write_text(json.dumps({"requestsPerMinutePerKey": 1_000_000}))
        self.start_server()
        self.connect_jira()
        found = self.jira("/rest/api/3/search/jql?jql=project%20%3D%20WEB%20order%20by%20key&fields=summary&maxResults=60")
        self.issues = [issue["key"] for issue in found["issues"] if issue["key"] != ASKED]
        self.number, self.unready = 0, 0
        self.leases, self.undone, self.decisions = States(), States(), States()
        self.listed, self.acknowledged_writes = {}, []
        self.approved, self.carried_out = set(), set()
        self.counts = dict.fromkeys(("leases", "writes", "undone", "answers"), 0)

    def unique(self, word):
        with self.lock:
            self.number += 1
            return f"{word}-{self.number}"

    def acknowledge(self, what):
        with self.lock:
            self.counts[what] += 1
            self.life -= 1
            if self.life == 0:
                self.end.set()

    def run_until_killed(self, work, *arguments):
        """In a thread: again and again, until the server is gone; a failure before that is one."""
        try:
            while not self.killing.is_set():
                work(*arguments)
        except Exception as problem:  # pylint: disable=broad-exception-caught
            if not self.killing.is_set():
                self.failures.append(problem)
                self.end.set()

    def key(self, **options):
        return self.rest()("POST", "/api/users/me/mcp-keys", {"name": "Killed", "access": "full", **options})

    def rest(self):
        return Rest(self.server.url, (self.data / "control.token").read_text().strip())

    def lend(self, rest):
        path = "/api/mcp/credentials/lease"
        lease = rest("POST", path, {"services": ["jira"]})["lease_id"]
        self.leases.add(lease, (0, False))
        self.acknowledge("leases")
        with self.leases.change(lease, (1, False)):
            rest("POST", f"{path}/{lease}/renew", {})
        self.acknowledge("leases")
        if self.random.random() < 0.8:
            with self.leases.change(lease, (1, True)):
                rest("DELETE", f"{path}/{lease}", {"reason": "done"})
            self.acknowledge("leases")

    def write(self, session, rest, issues):
        """A comment on an issue that has none of this life yet; every second one is undone."""
        issue = next(issues, None)
        if not issue:
            self.killing.wait()
            return
        failed, text = session.call("jira_add_comment", {"key": issue, "body": self.unique("write")})
        if failed:
            raise Refused(text)
        self.acknowledged_writes.append(issue)
        self.acknowledge("writes")
        if self.random.random() < 0.5:
            return
        found = rest("GET", f"/api/activity?target={issue}&tool=jira_add_comment&limit=1")["activity"]
        entry, = [each for each in found if each["outcome"] == "ok"]
        self.listed[entry["id"]] = issue
        with self.undone.change(entry["id"], "done"):
            self.undone.allowed[entry["id"]].add("open")
            rest("POST", f"/api/activity/{entry['id']}/undo", {})
        self.acknowledge("undone")

    def ask(self):
        """A write that waits for a person, with a key of its own."""
        session = McpSession(self.server.url, self.key(asks="writes")["key"])
        body = self.unique(self.random.choice(("once", "always", "deny")))
        failed, _ = session.call("jira_add_comment", {"key": ASKED, "body": body})
        if not failed:
            self.carried_out.add(body)

    def answer(self, rest):
        for question in rest("GET", "/api/approvals?wait=1")["approvals"]:
            body = question["arguments"]["body"]
            word, key = body.split("-")[0], question["key_id"]
            if word != "deny":
                self.approved.add(body)
            self.decisions.add(key, None)
            with self.decisions.change(key, "allow" if word == "always" else None):
                rest("POST", f"/api/approvals/{question['id']}", {"answer": word})
            self.acknowledge("answers")

    def live_and_die(self):
        self.lock, self.life = threading.Lock(), self.random.randint(1, LONGEST_LIFE)
        self.end, self.killing, self.failures = threading.Event(), threading.Event(), []
        self.acknowledged_writes = []
        before = self.rows("SELECT COALESCE(MAX(sequence), 0) FROM user_activity_logs")[0][0]
        lending, writing = self.key(rights=["lease"]), self.key(asks="never")
        halves = [iter(self.issues[start::2]) for start in (0, 1)]
        works = [(self.lend, Rest(self.server.url, lending["key"])),
                 *[(self.write, McpSession(self.server.url, writing["key"]), self.rest(), half) for half in halves],
                 (self.answer, self.rest()), (self.ask,), (self.ask,)]
        threads = [threading.Thread(target=self.run_until_killed, args=work) for work in works]
        for thread in threads:
            thread.start()
        self.assertTrue(self.end.wait(4 * PATIENCE), "nothing is acknowledged any more")
        # Anywhere within what is under way.
        self.killing.wait(self.random.random() * 0.02)
        self.killing.set()
        self.server.stop(signal.SIGKILL)
        for thread in threads:
            thread.join()
        self.assertEqual(self.failures, [])
        return before

    def die_unready(self):
        process = subprocess.Popen([BINARIES / "fairleadd", "--data-dir", str(self.data), "--port", "0", *self.database],
                                   env=self.environment, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        try:
            process.wait(self.random.random() * 0.2)
        except subprocess.TimeoutExpired:
            pass
        process.kill()
        process.wait()
        self.unready += 1

    def check(self, before):
        rest = self.rest()
        report = rest("GET", "/api/activity/verify")
        self.assertTrue(report["intact"], report)
        # The verification has brought what the start has found out into the table.
        rest("GET", "/api/activity?limit=1")
        written = [target for target, in self.rows(
            "SELECT target FROM user_activity_logs WHERE sequence > ? AND tool = 'jira_add_comment'"
            " AND event = 'tool_called' AND undo_call <> ''", before)]
        for issue in self.acknowledged_writes:
            self.assertIn(issue, written)
        for entry, issue in self.listed.items():
            self.assertEqual(self.rows("SELECT target FROM user_activity_logs WHERE sequence = ?", entry), [(issue,)])
        for lease, allowed in self.leases.allowed.items():
            found = self.rows("SELECT renewals, ended_at IS NOT NULL FROM credential_leases WHERE id = ?", lease)
            self.assertEqual(len(found), 1, lease)
            self.assertIn((found[0][0], bool(found[0][1])), allowed, lease)
        for entry, allowed in self.undone.allowed.items():
            found = self.rows("SELECT state FROM undo_steps JOIN user_activity_logs ON undo_call = call_id"
                              " WHERE sequence = ?", entry)
            self.assertEqual(len(found), 1, entry)
            self.assertIn(found[0][0], allowed, entry)
        for key, allowed in self.decisions.allowed.items():
            (decisions,), = self.rows("SELECT tool_decisions FROM user_mcp_api_keys WHERE id = ?", key)
            self.assertIn(json.loads(decisions).get("jira_add_comment"), allowed, key)
        # Checked once; what is over stays over.
        self.leases, self.undone, self.decisions, self.listed = States(), States(), States(), {}

    def there(self):
        """What was written where it is asked before."""
        texts, start, comments = set(), 0, [None]
        while comments:
            comments = self.jira(f"/rest/api/3/issue/{ASKED}/comment?startAt={start}&maxResults=100")["comments"]
            start += len(comments)
            texts.update(re.findall(r"(?:once|always|deny)-\d+", json.dumps(comments)))
        return texts

    def tell(self, kills):
        print(f"{kills} kills, {self.unready} more before it served; acknowledged: {self.counts}", flush=True)

    def test_nothing_acknowledged_is_lost(self):
        print(f"FAIRLEAD_KILL_SEED={SEED}", flush=True)
        for kill in range(1, KILLS + 1):
            before = self.live_and_die()
            if self.random.random() < UNREADY:
                self.die_unready()
            self.start_server()
            self.check(before)
            if kill % 50 == 0 or kill == KILLS:
                self.tell(kill)
        there = self.there()
        self.assertEqual(there - self.approved, set(), "written without a yes")
        self.assertEqual(self.carried_out - there, set(), "told, but not written")
        self.assertEqual(self.server.stop(), 0)
        self.assert_sound()


if __name__ == "__main__":
    unittest.main()

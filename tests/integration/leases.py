#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials lent to programs: by `fairleadctl exec`, and by a program of its own with a key."""
import json
import pathlib
import signal
import subprocess
import sys
import unittest

from programs import BINARIES, EMAIL, PATIENCE, TOKEN, ProgramsTest

CLIENT = pathlib.Path(__file__).parent.parent / "clients" / "lease_client.py"
# Where the packages of the system are, whatever else is called python3.
SYSTEM_PYTHON = "/usr/bin/python3"


class Leases(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.start_server()
        self.connect_jira()

    def leases(self):
        return self.must("lease", "list", "--all")["leases"]

    def run_python(self, program, *options):
        return self.ctl("exec", "--with", "jira", *options, "--", sys.executable, "-c", program, json_output=False)

    def test_a_command_has_them_while_it_runs(self):
        done = self.run_python("import os; print(os.environ['JIRA_URL'], os.environ['JIRA_EMAIL'], "
                               "os.environ['JIRA_API_TOKEN'], os.environ['FAIRLEAD_LEASE_ID'])")
        self.assertEqual(done.returncode, 0, done.stderr)
        url, email, token, lease = done.stdout.split()
        self.assertEqual((url, email, token), (self.sandbox.url, EMAIL, TOKEN))
        entry, = self.leases()
        self.assertEqual((entry["lease_id"], entry["status"], entry["end_reason"]), (lease, "ended", "given back"))
        self.assertEqual(self.must("lease", "list")["leases"], [])

    def test_the_command_keeps_what_it_says(self):
        done = self.run_python("import sys; print('--json'); print(sys.stdin.read(), file=sys.stderr); sys.exit(7)")
        self.assertEqual((done.returncode, done.stdout), (7, "--json\n"))
        umask = self.run_python("import os; print(os.umask(0))").stdout
        plain = subprocess.run([sys.executable, "-c", "import os; print(os.umask(0))"], capture_output=True, text=True,
                               timeout=PATIENCE, check=True).stdout
        self.assertEqual(umask, plain)

    def test_it_is_not_run_without_all_of_them(self):
        marker = self.folder / "ran"
        done = self.ctl("exec", "--with", "jira,notion", "--", "touch", str(marker), json_output=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Notion is not connected", done.stderr)
        self.assertFalse(marker.exists())
        self.assertEqual(self.leases()[0]["status"], "ended")

    def test_what_cannot_be_run_is_told(self):
        done = self.ctl("exec", "--with", "jira", "--", "no-such-command", json_output=False)
        self.assertEqual(done.returncode, 127)
        self.assertIn("no-such-command cannot be started", done.stderr)
        self.assertEqual(self.ctl("exec", "--with", "jira").returncode, 2)
        self.assertEqual(self.ctl("exec", "--", "true").returncode, 2)

    def test_being_ended_ends_the_command_and_the_lease(self):
        program = "import time; print('ready', flush=True); time.sleep(600)"
        command = [BINARIES / "fairleadctl", "--data-dir", self.data, "exec", "--with", "jira", "--", sys.executable, "-c",
                   program]
        with subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as running:
            self.assertEqual(running.stdout.readline(), b"ready\n")
            self.assertEqual(self.leases()[0]["status"], "active")
            running.send_signal(signal.SIGTERM)
            self.assertEqual(running.wait(PATIENCE), 128 + signal.SIGTERM)
        self.assertEqual(self.leases()[0]["status"], "ended")

    def test_a_person_takes_them_back(self):
        key = self.must("keys", "create", "--name", "Reports", "--lease")
        headers = ["-H", "Authorization: Bearer " + key["key"], "-H", "Content-Type: application/json"]
        address = self.server.url + "/api/mcp/credentials/lease"
        taken = subprocess.run(["curl", "-sS", address, *headers, "-d", '{"services": ["jira"]}'], capture_output=True,
                               text=True, timeout=PATIENCE, check=True)
        lease = json.loads(taken.stdout)["lease_id"]
        self.must("lease", "revoke", lease)
        after = subprocess.run(["curl", "-sS", f"{address}/{lease}", *headers], capture_output=True, text=True,
                               timeout=PATIENCE, check=True)
        self.assertIn("This lease is over: revoked", json.loads(after.stdout)["detail"])

    def test_what_was_kept_under_a_name_is_lent_too(self):
        self.must("connect", "credential", "openai", stdin="sk-canary")
        program = "import os; print(os.environ['OPENAI_API_KEY'])"
        done = self.ctl("exec", "--with", "openai", "--", sys.executable, "-c", program, json_output=False)
        self.assertEqual(done.stdout.strip(), "sk-canary")
        listed = self.must("credentials", "list")["credentials"]
        self.assertEqual([entry["service"] for entry in listed], ["openai"])
        self.assertEqual(self.ctl("connect", "credential", "jira", stdin="x").returncode, 1)
        self.must("credentials", "remove", "openai")
        self.assertNotIn("sk-canary", json.dumps(self.must("activity")))

    def test_a_server_written_with_httpx_lives_on_them(self):
        key = self.must("keys", "create", "--name", "Server", "--lease")["key"]
        environment = {**self.environment, "FAIRLEAD_URL": self.server.url, "FAIRLEAD_KEY": key}
        done = subprocess.run([SYSTEM_PYTHON, CLIENT], env=environment, capture_output=True, text=True, timeout=PATIENCE,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        answer = json.loads(done.stdout)
        self.assertEqual(answer["services"], ["jira"])
        self.assertEqual((answer["renewals"], answer["scope"], answer["after"]), (1, "personal", 404))
        self.assertEqual(answer["jira_account"], "Ada Lindqvist")
        log = self.must("activity")["activity"]
        for event in ("lease_created", "lease_renewed", "lease_revoked"):
            self.assertTrue([entry for entry in log if entry["event"] == event], event)
        self.assertNotIn(TOKEN, json.dumps(log))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fairleadd on PostgreSQL: the way in, and a server that goes, freezes and comes back."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.request

from programs import PATIENCE, McpSession, ProgramsTest, wait_until

SCRIPT = pathlib.Path(__file__).parent / "server"


class Postgres:
    """A server of its own in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.control("start")

    def control(self, action, *arguments):
        subprocess.run([SCRIPT, action, self.folder, *arguments], check=True, timeout=2 * PATIENCE)

    def sql(self, statement, database="postgres"):
        done = subprocess.run(["psql", "-h", self.folder, "-U", "fairlead", "-d", database, "-AtqX", "-c", statement],
                              capture_output=True, text=True, timeout=PATIENCE, check=True)
        return done.stdout.split()

    def address(self, database, user="fairlead"):
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def backends(self):
        """The processes that serve Fairlead."""
        return [int(pid) for pid in self.sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'fairlead'")]


class OnPostgres(ProgramsTest):
    @classmethod
    def setUpClass(cls):
        # Short: a socket's path may have 107 characters.
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="fairlead-postgresql-", dir="/tmp"))
        cls.postgres = Postgres(cls.place)

    @classmethod
    def tearDownClass(cls):
        cls.postgres.control("stop", "immediate")
        shutil.rmtree(cls.place)

    def setUp(self):
        super().setUp()
        self.name = f"fairlead_{os.urandom(4).hex()}"
        self.postgres.sql(f"CREATE DATABASE {self.name}")
        self.use(self.postgres.address(self.name))

    def use(self, address):
        self.database = ["--database", address]

    def get(self, path):
        request = urllib.request.Request(self.server.url + path)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def is_well(self):
        return self.get("/health")["database"] == "ok"


class TheWayIn(OnPostgres):
    def test_what_is_kept_is_there_after_a_restart(self):
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        key = self.create_key()
        failed, text = McpSession(self.server.url, key["key"]).call("list_projects")
        self.assertFalse(failed, text)
        self.server.stop()
        self.assertFalse((self.data / "fairlead.db").exists())
        self.start_server()
        self.assertEqual(len(self.must("status")["connections"]), 1)
        failed, text = McpSession(self.server.url, key["key"]).call("list_projects")
        self.assertFalse(failed, text)
        calls = [entry for entry in self.must("activity")["activity"] if entry["event"] == "tool_called"]
        self.assertEqual(len(calls), 2)
        self.assertGreater(self.must("activity", "verify")["rows"], 0)

    def test_a_password_in_the_address_is_refused(self):
        for address in ("postgresql://fairlead:hunter2@db.example.com/fairlead",
                        "postgresql://fairlead@db.example.com/fairlead?password=hunter2"):
            self.use(address)
            done = self.run_server()
            self.assertEqual(done.returncode, 2)
            self.assertIn("--database-password-file", done.stderr)
            self.assertNotIn("hunter2", done.stderr)

    def test_the_password_comes_from_where_nobody_reads_it(self):
        self.postgres.sql("CREATE ROLE guarded LOGIN PASSWORD 'p ss''w\\rd'")
        rules = self.place / "data" / "pg_hba.conf"
        trusting = rules.read_text()
        rules.write_text("local all guarded scram-sha-256\n" + trusting)
        self.addCleanup(self.postgres.sql, "SELECT pg_reload_conf()")
        self.addCleanup(rules.write_text, trusting)
        self.postgres.sql("SELECT pg_reload_conf()")
        self.postgres.sql(f"ALTER DATABASE {self.name} OWNER TO guarded")
        self.use(self.postgres.address(self.name, "guarded"))
        file = self.folder / "password"
        file.write_text("p ss'w\\rd\n")
        done = self.run_server("--port", "0", "--database-password-file", str(file))
        self.assertEqual(done.returncode, 1)
        self.assertIn("chmod 600", done.stderr)
        file.chmod(0o600)
        server = self.start_server("--database-password-file", str(file))
        self.assertTrue(self.is_well())
        server.stop()
        self.environment["FAIRLEAD_DATABASE_PASSWORD"] = "wrong"
        done = self.run_server("--port", "0")
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("wrong", done.stderr)
        self.environment["FAIRLEAD_DATABASE_PASSWORD"] = "p ss'w\\rd"
        self.start_server()
        self.assertTrue(self.is_well())

    def test_what_is_newer_or_somebody_elses_is_left_untouched(self):
        self.postgres.sql("CREATE TABLE theirs (id INT)", self.name)
        done = self.run_server("--port", "0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("another program", done.stderr)
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        self.assertEqual(self.postgres.sql(tables, self.name), ["theirs"])
        self.postgres.sql("DROP TABLE theirs; CREATE TABLE fairlead_schema (version BIGINT); "
                          "INSERT INTO fairlead_schema VALUES (9999)", self.name)
        done = self.run_server("--port", "0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("newer Fairlead", done.stderr)
        self.assertEqual(self.postgres.sql(tables, self.name), ["fairlead_schema"])

    def test_a_backup_says_who_makes_it(self):
        self.start_server()
        done = self.ctl("backup", str(self.folder / "backup"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("pg_dump", done.stderr)


class GoneAndBack(OnPostgres):
    def test_a_server_that_was_stopped(self):
        self.start_server()
        self.create_key("before")
        self.postgres.control("stop", "immediate")
        try:
            self.assertEqual(self.get("/health")["database"], "unreachable")
            done = self.ctl("keys", "create", "--name", "while it is away")
            self.assertEqual(done.returncode, 1)
            self.assertIn(self.name, done.stderr)
            self.assertIn("by itself", done.stderr)
            report = self.ctl("doctor").answer["checks"]
            self.assertIn("problem", [check["verdict"] for check in report if check["check"] == "Database"])
        finally:
            self.postgres.control("again")
        wait_until("it has connected again", self.is_well)
        self.create_key("after")
        names = [key["name"] for key in self.must("keys", "list")["keys"]]
        self.assertEqual(sorted(names), ["after", "before"])
        self.assertGreater(self.must("activity", "verify")["rows"], 0)

    def test_a_restart_between_two_calls_is_noticed_by_nobody(self):
        self.start_server()
        self.create_key("before")
        self.postgres.control("stop", "immediate")
        self.postgres.control("again")
        self.create_key("after")
        self.assertTrue(self.is_well())

    def test_one_that_stands_still_holds_up_nobody_for_long(self):
        self.start_server()
        self.create_key("before")
        frozen = self.postgres.backends()
        self.assertTrue(frozen)
        for pid in frozen:
            os.kill(pid, signal.SIGSTOP)
        try:
            # The first call waits until it is given up, and the next one has a connection of its own.
            wait_until("it has connected past what stands still", self.is_well)
        finally:
            for pid in frozen:
                os.kill(pid, signal.SIGCONT)
        self.create_key("after")


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fairleadd on PostgreSQL: the way in, and a server that goes, freezes and comes back."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import unittest
import urllib.error
import urllib.request

from bridge import Bridge
from cluster import stateless
from programs import PATIENCE, McpSession, ProgramsTest, wait_until

SCRIPT = pathlib.Path(__file__).parent / "server"


class Postgres:
    """A server of its own in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.port = 5432
        self.control("start")

    def control(self, action, *arguments):
        subprocess.run([SCRIPT, action, self.folder, *arguments], check=True, timeout=2 * PATIENCE)

    def sql(self, statement, database="postgres"):
        done = subprocess.run(["psql", "-h", self.folder, "-p", str(self.port), "-U", "fairlead", "-d", database, "-AtqX", "-c", statement],
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

    def test_no_file_is_begun_beside_a_servers_data(self):
        self.start_server()
        key = self.create_key()["key"]
        self.server.stop()
        at_server, self.database = self.database, []
        note = self.data / "database-server"
        self.assertIn(self.name, note.read_text(encoding="utf-8"))
        done = self.run_server("--port", "0")
        self.assertEqual(done.returncode, 1)
        self.assertIn(self.name, done.stderr)
        self.assertIn(str(note), done.stderr)
        for screen in ({}, {"DISPLAY": ":99", "WAYLAND_DISPLAY": ""}):
            bridge = Bridge(self, key=key, environment=screen)
            self.assertIn(str(note), bridge.initialize()["error"]["message"])
            bridge.end()
        self.assertFalse((self.data / "instance.lock").exists())
        self.assertFalse((self.data / "fairlead.db").exists())
        self.database = at_server
        self.start_server()
        self.assertEqual(len(self.must("keys", "list")["keys"]), 1)
        self.server.stop()
        self.database = []
        note.unlink()
        self.start_server()
        self.assertEqual(self.must("keys", "list")["keys"], [])

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
        # By which other instances see that there is one.
        locks = f"SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database WHERE datname = '{self.name}' AND locktype = 'advisory'"
        self.assertEqual(self.postgres.sql(locks), ["1"])
        self.postgres.control("stop", "immediate")
        self.postgres.control("again")
        self.create_key("after")
        self.assertTrue(self.is_well())
        self.assertEqual(self.postgres.sql(locks), ["1"])

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


class Mute:
    """A server that lets everybody in and says nothing more."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.connections = []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        with contextlib.suppress(OSError):  # it is closed
            while True:
                connection, _ = self.listener.accept()
                self.connections.append(connection)
                connection.recv(4096)
                connection.sendall(b"R\0\0\0\x08\0\0\0\0" b"Z\0\0\0\x05I")  # you are in; ready

    def close(self):
        for each in (self.listener, *self.connections):
            each.close()


class MuteFromTheStart(ProgramsTest):
    def test_what_says_nothing_on_a_new_connection_is_given_up(self):
        mute = Mute()
        self.addCleanup(mute.close)
        self.database = ["--database", f"postgresql://fairlead@127.0.0.1:{mute.port}/name?sslmode=disable&gssencmode=disable"]
        done = self.run_server("--port", "0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("does not answer", done.stderr)
        self.assertEqual(len(mute.connections), 1)


class WithoutAnEar(OnPostgres):
    """Two instances, of which one loses the connection on which it would hear what the other ends."""

    def setUp(self):
        super().setUp()
        self.role = f"role_{self.name}"
        self.postgres.sql(f"CREATE ROLE {self.role} LOGIN; ALTER DATABASE {self.name} OWNER TO {self.role}")
        self.use(self.postgres.address(self.name, self.role))
        self.deaf = self.start_server()
        self.data = self.folder / "other"
        self.use(self.postgres.address(self.name))
        self.start_server()
        self.staying, self.ending = self.create_key("staying"), self.create_key("ending")
        for key in (self.staying, self.ending):
            wait_until("both know the key", lambda key=key: self.answer_to(key)[0] == 200)

    def end_of(self, backends):
        return self.postgres.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{self.role}' AND {backends}")

    def allow(self, connections):
        self.postgres.sql(f"ALTER ROLE {self.role} CONNECTION LIMIT {connections}")

    def answer_to(self, key):
        """(status, text) of what the deaf one says to a client with this key."""
        headers, body = stateless("tools/list")
        request = urllib.request.Request(self.deaf.url + "/mcp", body.encode(), {**headers, "Authorization": f"Bearer {key['key']}"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.status, refusal.read().decode()

    def test_one_that_cannot_listen_takes_no_key_until_it_can(self):
        has = self.postgres.sql(f"SELECT count(*) FROM pg_stat_activity WHERE usename = '{self.role}'")[0]
        self.allow(int(has) - 1)
        self.assertEqual(self.end_of("(query = 'SELECT 1' OR query LIKE 'LISTEN %')"), ["t"], "the one that listens asks that")
        self.must("keys", "revoke", self.ending["id"])
        wait_until("no key is taken", lambda: self.answer_to(self.staying)[0] == 503)
        self.allow(-1)
        wait_until("keys are taken again", lambda: self.answer_to(self.staying)[0] == 200)
        self.assertEqual(self.answer_to(self.ending)[0], 401)

    def test_one_that_is_cut_off_takes_no_key_until_it_knows_again(self):
        self.allow(0)
        self.end_of("true")
        wait_until("no key is taken", lambda: self.answer_to(self.staying)[0] == 503)
        self.assertIn("the database", self.answer_to(self.ending)[1])
        self.must("keys", "revoke", self.ending["id"])
        self.allow(-1)
        wait_until("keys are taken again", lambda: self.answer_to(self.staying)[0] == 200)
        self.assertEqual(self.answer_to(self.ending)[0], 401)


class OverTls(OnPostgres):
    """A server with a certificate that a made-up authority has signed for the name localhost."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.signed_by("authority", "-subj", "/CN=Authority", "-addext", "basicConstraints=critical,CA:TRUE")
        cls.signed_by("stranger", "-subj", "/CN=Authority", "-addext", "basicConstraints=critical,CA:TRUE")
        cls.signed_by("server", "-subj", "/CN=server", "-addext", "subjectAltName=DNS:localhost",
                      "-CA", cls.place / "authority.crt", "-CAkey", cls.place / "authority.key")
        (cls.place / "server.key").chmod(0o600)
        if os.geteuid() == 0:
            shutil.chown(cls.place / "server.key", "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            cls.postgres.port = free.getsockname()[1]
        with open(cls.place / "data" / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"listen_addresses = '127.0.0.1'\nport = {cls.postgres.port}\nssl = on\n"
                           f"ssl_cert_file = '{cls.place}/server.crt'\nssl_key_file = '{cls.place}/server.key'\n")
        cls.postgres.control("stop")
        cls.postgres.control("again")

    @classmethod
    def signed_by(cls, name, *how):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-keyout", cls.place / f"{name}.key", "-out", cls.place / f"{name}.crt", *how],
                       check=True, capture_output=True, timeout=PATIENCE)

    def use_tls(self, host, authority):
        self.use(f"postgresql://fairlead@{host}:{self.postgres.port}/{self.name}?sslmode=verify-full&sslrootcert={self.place}/{authority}.crt")

    def assert_refused(self, *words):
        done = self.run_server("--port", "0")
        self.assertEqual(done.returncode, 1)
        for word in (self.name, *words):
            self.assertIn(word, done.stderr)

    def test_the_right_authority_and_name_are_taken(self):
        self.use_tls("localhost", "authority")
        self.start_server()
        self.create_key()
        self.assertEqual(self.postgres.sql("SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) "
                                           f"WHERE datname = '{self.name}'"), ["t"])

    def test_a_certificate_of_another_authority_is_refused(self):
        self.use_tls("localhost", "stranger")
        self.assert_refused("authority", "sslrootcert")

    def test_a_certificate_for_another_name_is_refused(self):
        self.use_tls("127.0.0.1", "authority")
        self.assert_refused("for another name than 127.0.0.1")

    def test_an_authority_that_nobody_named_is_asked_for(self):
        self.use_tls("localhost", "nobody")
        self.assert_refused("sslrootcert")


if __name__ == "__main__":
    unittest.main()

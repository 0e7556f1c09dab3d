#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts that must be refused: each ends with exit code 1 and a sentence, and changes nothing."""
import contextlib
import hashlib
import pathlib
import socket
import sqlite3
import unittest

from programs import ProgramsTest


def fingerprint(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


class RefusedStarts(ProgramsTest):
    def assert_refused(self, done, *words):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(done.stdout, "", "nothing was announced as ready")
        for word in words:
            self.assertIn(word, done.stderr)

    def make_database(self):
        self.start_server()
        self.create_key()
        self.server.stop()
        return self.data / "fairlead.db"

    def test_a_second_instance_in_the_same_data_folder(self):
        server = self.start_server()
        self.assert_refused(self.run_server("--port", "0"), str(self.data))
        self.assertTrue(server.is_running())
        self.assertEqual(self.must("status")["url"], server.url, "the first one is still the one")

    def test_a_port_in_use_is_named_and_no_other_is_taken(self):
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            with self.subTest(address), contextlib.closing(socket.socket(family)) as taken:
                taken.bind((address, 0))
                taken.listen()
                port = str(taken.getsockname()[1])
                self.assert_refused(self.run_server("--port", port), port, "--port")
                self.assertFalse((self.data / "endpoint.json").exists())

    def test_a_corrupt_database_is_left_untouched(self):
        database = self.make_database()
        whole = database.read_bytes()
        for name, content in (("garbage", b"this is no database " * 500),
                              ("overwritten in the middle", whole[:4096] + b"\xa5" * 4096 + whole[8192:]),
                              ("cut short", whole[: len(whole) // 2 // 4096 * 4096 + 100])):
            with self.subTest(name):
                database.write_bytes(content)
                before = fingerprint(database)
                self.assert_refused(self.run_server("--port", "0"), str(database))
                self.assertEqual(fingerprint(database), before)

    def test_a_newer_database_is_left_untouched(self):
        database = self.make_database()
        with contextlib.closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA user_version = 9999")
        before = fingerprint(database)
        self.assert_refused(self.run_server("--port", "0"), str(database), "newer")
        self.assertEqual(fingerprint(database), before)

    def test_a_database_of_another_program_is_left_untouched(self):
        self.data.mkdir()
        database = self.data / "fairlead.db"
        with contextlib.closing(sqlite3.connect(database)) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
            connection.commit()
        before = fingerprint(database)
        self.assert_refused(self.run_server("--port", "0"), str(database))
        self.assertEqual(fingerprint(database), before)

    def test_a_wrong_option(self):
        done = self.run_server("--prot", "0")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("prot", done.stderr)
        self.assertFalse(self.data.exists())

    def test_a_port_that_is_none(self):
        for port in ("eighty", "-1", "65536"):
            with self.subTest(port):
                done = self.run_server("--port", port)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn(port, done.stderr)


if __name__ == "__main__":
    unittest.main()

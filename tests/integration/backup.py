#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup goes to another computer: with the master key it works there at once, without it people sign in again."""
import os
import sqlite3
import unittest

from programs import TOKEN, ProgramsTest

PASSPHRASE = "correct horse battery"


class Backup(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        self.file = self.folder / "fairlead.backup"

    def move_to_another_computer(self):
        """One with a data folder and a master key of its own."""
        self.server.stop()
        self.data = self.folder / "other"
        key_file = self.folder / "other.key"
        key_file.write_bytes(os.urandom(32))
        key_file.chmod(0o600)
        self.environment["FAIRLEAD_MASTER_KEY_FILE"] = str(key_file)
        self.start_server()

    def restart(self):
        self.server.stop()
        self.start_server()

    def connection_works(self):
        connection = self.must("connections", "list")["providers"][0]
        return self.ctl("connections", "test", connection["id"]).returncode == 0

    def test_with_the_master_key_it_works_on_another_computer(self):
        key = self.create_key("Cursor")
        made = self.must("backup", str(self.file), "--with-master-key", stdin=PASSPHRASE + "\n")
        self.assertTrue(made["master_key"])
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        bytes_of_it = self.file.read_bytes()
        for secret in (TOKEN.encode(), (self.folder / "master.key").read_bytes(), PASSPHRASE.encode()):
            self.assertNotIn(secret, bytes_of_it)

        self.move_to_another_computer()
        wrong = self.ctl("restore", str(self.file), stdin="wrong horse battery\n")
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("not the passphrase", wrong.answer["error"]["message"])
        self.assertEqual(self.must("restore", str(self.file), stdin=PASSPHRASE + "\n")["master_key"], "file")
        self.assertEqual(self.must("connections", "list")["providers"], [])
        self.restart()
        self.assertTrue(self.connection_works())
        self.assertEqual([each["id"] for each in self.must("keys", "list")["keys"]], [key["id"]])
        self.assertEqual((self.data / "master.key").stat().st_mode & 0o777, 0o600)
        self.restart()
        self.assertTrue(self.connection_works())
        self.assertNotIn(PASSPHRASE, self.server.log())

    def test_without_the_master_key_people_sign_in_again(self):
        self.assertFalse(self.must("backup", str(self.file))["master_key"])
        self.move_to_another_computer()
        self.assertEqual(self.must("restore", str(self.file))["master_key"], "none")
        self.restart()
        self.assertFalse(self.connection_works())
        self.assertIn("master key", self.must("status")["secrets_message"])

    def test_on_the_same_computer_no_passphrase_is_needed(self):
        self.must("backup", str(self.file), "--with-master-key", stdin=PASSPHRASE + "\n")
        self.create_key("Later")
        self.must("restore", str(self.file), "--without-master-key")
        self.restart()
        self.assertTrue(self.connection_works())
        self.assertEqual(self.must("keys", "list")["keys"], [])

    def test_says_what_is_wrong(self):
        self.assertEqual(self.ctl("backup").returncode, 2)
        self.assertEqual(self.ctl("backup", str(self.file), "--with-master-key").returncode, 2)
        short = self.ctl("backup", str(self.file), "--with-master-key", stdin="short\n")
        self.assertIn("at least 12", short.answer["error"]["message"])
        self.assertIn("own data folder", self.ctl("backup", str(self.data / "x.backup")).answer["error"]["message"])
        self.file.write_text("no backup")
        self.assertEqual(self.ctl("restore", str(self.file)).returncode, 1)
        self.assertEqual(self.ctl("restore", str(self.folder / "none")).returncode, 1)
        with sqlite3.connect(self.folder / "theirs.db") as theirs:
            theirs.execute("CREATE TABLE a (b)")
        theirs.close()
        self.assertEqual(self.ctl("restore", str(self.folder / "theirs.db")).returncode, 1)
        self.server.stop()
        self.assertEqual(self.ctl("backup", str(self.file)).returncode, 3)


if __name__ == "__main__":
    unittest.main()

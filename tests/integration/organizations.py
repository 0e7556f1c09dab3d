#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team shares a connection by fairleadctl alone, and takes it away again; and the data to try that with."""
import unittest

from programs import ProgramsTest, TOKEN


class Organizations(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_server()

    def make_team(self):
        self.start_sandbox()
        for name in ("Ada", "Ben"):
            self.must("users", "create", name, "--email", name.lower() + "@acme.example")
        self.must("--user", "Ada", "organization", "create", "Acme")
        self.must("--user", "Ada", "organization", "invite", "acme", "ben@acme.example")
        self.must("--user", "Ben", "organization", "accept", "Acme")

    def connect(self, *options):
        return self.must("--user", "Ada", "connect", "jira", "--url", self.sandbox.url, "--email", "ada@northwind.example",
                         "--token-stdin", *options, stdin=TOKEN)

    def ben_calls(self):
        return self.ctl("--user", "Ben", "tools", "call", "list_projects", json_output=False)

    def test_a_member_uses_what_is_shared_until_removed(self):
        self.make_team()
        jira = self.connect()
        self.assertNotEqual(self.ben_calls().returncode, 0)
        self.must("--user", "Ada", "organization", "share", "Acme", jira["name"], "all")
        self.assertIn("WEB", self.ben_calls().stdout)
        self.assertEqual(self.must("--user", "Ben", "connections", "list")["providers"][0]["organization"]["name"], "Acme")
        self.assertEqual(self.ctl("--user", "Ben", "connections", "remove", jira["id"]).returncode, 1)
        self.must("--user", "Ada", "organization", "remove", "Acme", "Ben")
        self.assertNotEqual(self.ben_calls().returncode, 0)
        self.assertEqual(self.must("--user", "Ben", "connections", "list")["providers"], [])
        self.assertEqual(self.must("--user", "Ben", "organization", "list")["organizations"], [])

    def test_an_admin_connects_there(self):
        self.make_team()
        jira = self.connect("--organization", "Acme")
        shared, = self.must("--user", "Ada", "organization", "connections", "Acme")["connections"]
        self.assertEqual((shared["id"], shared["shared_with"]), (jira["id"], "admins_only"))
        self.must("--user", "Ada", "organization", "share", "Acme", jira["id"], "Ben")
        self.assertIn("WEB", self.ben_calls().stdout)
        refused = self.ctl("--user", "Ada", "organization", "delete", "Acme")
        self.assertIn("still has connections", refused.answer["error"]["message"])
        self.must("--user", "Ada", "connections", "remove", jira["id"])
        self.must("--user", "Ada", "organization", "delete", "Acme")

    def test_people_manage_each_other(self):
        self.make_team()
        self.assertEqual(self.ctl("--user", "Ada", "organization", "leave", "Acme").returncode, 1)
        self.must("--user", "Ada", "organization", "role", "Acme", "ben@acme.example", "owner")
        self.must("--user", "Ada", "organization", "leave", "Acme")
        member, = self.must("--user", "Ben", "organization", "members", "Acme")["members"]
        self.assertEqual((member["name"], member["role"]), ("Ben", "owner"))
        self.must("--user", "Ben", "organization", "invite", "Acme", "Ada", "--role", "admin")
        self.must("--user", "Ben", "organization", "withdraw", "Acme", "Ada")
        self.assertEqual(self.must("--user", "Ada", "organization", "invitations")["invitations"], [])
        self.must("--user", "Ben", "organization", "invite", "Acme", "Ada")
        self.must("--user", "Ada", "organization", "decline", "Acme")
        self.must("--user", "Ben", "organization", "rename", "Acme", "Acme & Co")
        wrong = self.ctl("--user", "Ben", "organization", "members", "Acme")
        self.assertIn("Acme & Co", wrong.answer["error"]["message"])
        self.assertEqual(self.ctl("organization").returncode, 2)

    def test_an_empty_folder_is_seeded_once(self):
        self.assertEqual(self.ctl("seed").returncode, 2)
        first = self.must("seed", "--development")
        self.assertTrue(first["seeded"] and first["token"])
        state = self.seeded()
        self.assertEqual(self.must("seed", "--development"), {"seeded": False})
        self.assertEqual(self.seeded(), state)
        members = self.must("--user", "Cleo", "organization", "members", "Northwind")["members"]
        self.assertEqual({each["name"]: each["role"] for each in members}, {"Ada": "owner", "Ben": "admin", "Cleo": "member"})
        lease, = self.must("--user", "Ada", "lease", "list")["leases"]
        self.assertTrue(0 < lease["expires_in"] <= 300)

    def test_a_seed_that_is_not_whole_is_completed(self):
        whole = self.must("seed", "--development")
        self.assertTrue(whole["seeded"])
        whole = self.names()
        connection = next(each for each in self.must("--user", "Ada", "connections", "list")["providers"]
                          if each["name"] == "jira.northwind.invalid")
        self.must("--user", "Ada", "connections", "remove", connection["id"])
        self.must("--user", "Ada", "organization", "remove", "Northwind", "Ben")
        self.must("--user", "Ben", "organization", "delete", "Contoso")
        self.assertNotEqual(self.names(), whole)
        again = self.must("seed", "--development")
        self.assertTrue(again["seeded"] and again["token"])
        self.assertEqual(self.names(), whole)
        self.assertEqual(self.must("seed", "--development"), {"seeded": False})

    def names(self):
        """Who is where with which role, is invited, and may use what."""
        people = ("Ada", "Ben", "Cleo")
        lists = [("organization list", "organizations", ("name", "role")), ("connections list", "providers", ("name",)),
                 ("organization invitations", "invitations", ("organization_name",)), ("keys list", "keys", ("name",))]
        return [sorted(str([each[name] if isinstance(each[name], str) else each[name]["name"] for name in names])
                       for each in self.must("--user", person, *words.split())[member])
                for person in people for words, member, names in lists]

    def seeded(self):
        """All that there is, without what runs down."""
        users = self.must("users", "list")
        lists = [["connections", "list"], ["keys", "list"], ["organization", "list"], ["organization", "invitations"]]
        return [users] + [self.must("--user", user["name"], *words) for user in users["users"] for words in lists]

    def test_a_folder_that_is_somebodys_is_left_alone(self):
        self.must("keys", "create", "--name", "Mine")
        refused = self.ctl("seed", "--development")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("--data-dir", refused.answer["error"]["message"])
        self.assertEqual(len(self.must("users", "list")["users"]), 1)


if __name__ == "__main__":
    unittest.main()

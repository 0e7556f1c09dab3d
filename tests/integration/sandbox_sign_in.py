#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox's program as an Atlassian: what it prints suffices to sign in, and nothing of it stays in its journal."""
import json
import unittest
import urllib.parse

from programs import ProgramsTest
from sign_in import SignIn, fetch

CALLBACK = "http://127.0.0.1:9/callback"


class SandboxSignIn(ProgramsTest):
    def setUp(self):
        super().setUp()
        self.start_sandbox("--jira-redirect", CALLBACK, "--site", "tidewater=0")
        self.atlassian = self.sandbox.ready["atlassian"]

    def authorize_url(self):
        return self.atlassian["auth"] + "/authorize?" + urllib.parse.urlencode({
            "audience": "api.atlassian.com", "client_id": self.atlassian["client_id"], "redirect_uri": CALLBACK,
            "scope": "read:jira-work read:jira-user offline_access", "state": "s t&te", "response_type": "code",
            "prompt": "consent"})

    def post(self, url, body):
        status, _, content = fetch("POST", url, json.dumps(body), {"Content-Type": "application/json"})
        return status, json.loads(content) if content else None

    def parameters(self, redirect):
        self.assertTrue(redirect.startswith(CALLBACK + "?"), redirect)
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(redirect).query))

    def test_a_person_signs_in(self):
        login = self.sandbox.ready["logins"][1]
        person = SignIn(login["email"], login["password"])
        answer = self.parameters(person.accept(self.authorize_url(), "Tidewater"))
        self.assertEqual(person.offered, ["Northwind", "Tidewater"])
        self.assertEqual(answer["state"], "s t&te")
        status, tokens = self.post(self.atlassian["auth"] + "/oauth/token", {
            "grant_type": "authorization_code", "client_id": self.atlassian["client_id"],
            "client_secret": self.atlassian["client_secret"], "code": answer["code"], "redirect_uri": CALLBACK})
        self.assertEqual(status, 200)
        status, _, content = fetch("GET", self.atlassian["api"] + "/oauth/token/accessible-resources",
                                   headers={"Authorization": "Bearer " + tokens["access_token"]})
        self.assertEqual([site["name"] for site in json.loads(content)], ["tidewater"])
        journal = fetch("GET", self.sandbox.url + "/_sandbox/requests")[2]
        for secret in (login["password"], answer["code"], tokens["access_token"], tokens["refresh_token"],
                       self.atlassian["client_secret"]):
            self.assertNotIn(secret, journal)
        counts = json.loads(fetch("GET", self.sandbox.url + "/_sandbox/oauth")[2])["jira"]
        self.assertEqual((counts["codesIssued"], counts["exchanges"], counts["activeGrants"]), (1, 1, 1))

    def test_a_person_cancels(self):
        self.assertEqual(self.parameters(SignIn().cancel(self.authorize_url()))["error"], "access_denied")

    def test_a_wrong_password_leads_nowhere(self):
        person = SignIn(password="wrong")
        self.assertIsNone(person.accept(self.authorize_url()))
        self.assertIn("password is wrong", person.problem)


if __name__ == "__main__":
    unittest.main()

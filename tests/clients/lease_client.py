#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that lives on leased credentials, as such servers are written: it asks who it is, leases, uses what it got,
and renews when less than ten minutes are left. FAIRLEAD_URL and FAIRLEAD_KEY say where and as whom.

Prints one JSON object: what it learnt, without the credentials."""
import datetime
import json
import os

import httpx

REFRESH_BELOW = datetime.timedelta(minutes=10)


class LeasedCredentials:
    """The credentials of some services, kept good."""

    def __init__(self, http, services, ttl):
        self.http = http
        self.lease = self.call("POST", "/lease", json={"services": services, "ttl": ttl, "server_id": "lease-client"})

    def call(self, method, path, **arguments):
        answer = self.http.request(method, "/api/mcp/credentials" + path, **arguments)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def left(self):
        expires_at = datetime.datetime.fromisoformat(self.lease["expires_at"].replace("Z", "+00:00"))
        return expires_at - datetime.datetime.now(datetime.timezone.utc)

    def of(self, service):
        if self.left() < REFRESH_BELOW and self.lease["renewable"]:
            self.lease = self.call("POST", f"/lease/{self.lease['lease_id']}/renew")
        return self.lease["credentials"][service]

    def give_back(self):
        self.http.request("DELETE", f"/api/mcp/credentials/lease/{self.lease['lease_id']}",
                          json={"reason": "shutting down"}).raise_for_status()


def main():
    headers = {"Authorization": "Bearer " + os.environ["FAIRLEAD_KEY"]}
    with httpx.Client(base_url=os.environ["FAIRLEAD_URL"], headers=headers, trust_env=False) as http:
        who = http.get("/api/mcp/me")
        who.raise_for_status()
        me = who.json()
        # Shorter than what it wants to have left, so that the first use renews.
        leased = LeasedCredentials(http, me["available_services"], ttl=300)
        jira = leased.of("jira")
        answer = httpx.get(jira["url"] + "/rest/api/3/myself", auth=(jira["email"], jira["api_token"]), trust_env=False)
        answer.raise_for_status()
        read = leased.call("GET", "/lease/" + leased.lease["lease_id"])
        result = {"user": me["user_id"], "services": me["available_services"], "jira_account": answer.json()["displayName"],
                  "renewals": read["renewals"], "scope": read["credential_scope"]}
        leased.give_back()
        result["after"] = http.get("/api/mcp/credentials/lease/" + leased.lease["lease_id"]).status_code
        print(json.dumps(result))


if __name__ == "__main__":
    main()

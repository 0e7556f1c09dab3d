# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs under test on a desktop: the sandbox, fairlead, fairleadctl."""
import json
import os
import pathlib
import subprocess
import urllib.request

import waiting

BIN = pathlib.Path(os.environ.get("FAIRLEAD_BIN_DIR", "build/dev/bin")).resolve()
EMAIL = "ada@northwind.example"
TOKEN = "sandbox-api-token-ada"


def start_sandbox(desktop, *arguments):
    """The URL of a Jira that is none."""
    return sandbox(desktop, *arguments)["url"]


def sandbox(desktop, *arguments):
    """The same, with all that it says of itself."""
    process = desktop.start(str(BIN / "fairlead-sandbox"), "--port", "0", "--print-ready", *arguments,
                            stdout=subprocess.PIPE, text=True)
    return json.loads(process.stdout.readline())


class Fairlead:
    """fairlead with a data folder of its own."""

    def __init__(self, desktop, name="data"):
        self.desktop = desktop
        self.data = desktop.folder / name
        self.data.mkdir(mode=0o700, exist_ok=True)
        key = desktop.folder / (name + ".key")
        key.touch(mode=0o600)
        key.write_bytes(os.urandom(32))
        # A master key of its own keeps the tests out of the person's keychain.
        self.environment = dict(desktop.environment, FAIRLEAD_MASTER_KEY_FILE=str(key))
        self.process = None

    def sign_in_at(self, pretended):
        """Sends the browser to this sandbox instead of Atlassian; before the start."""
        settings = self.data / "settings.json"
        settings.write_text(json.dumps({"jiraSignInUrl": pretended["atlassian"]["auth"],
                                        "jiraApiUrl": pretended["atlassian"]["api"]}), encoding="utf-8")
        settings.chmod(0o600)
        return self

    def callback(self):
        """The redirect address to register."""
        return self.endpoint()["url"] + "/api/auth/jira/callback"

    def start(self, *arguments):
        """Starts it; does not wait."""
        self.process = self.desktop.start(str(BIN / "fairlead"), "--data-dir", str(self.data), *arguments,
                                          env=self.environment)
        return self

    def start_and_serve(self, *arguments):
        """Starts it and waits until it says where it serves."""
        self.start("--port", "0", *arguments)
        waiting.until("endpoint.json", self.endpoint)
        return self

    def endpoint(self):
        """What endpoint.json says, or None."""
        path = self.data / "endpoint.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def post(self, path, key, body):
        """A request of a program with this key; the answer."""
        request = urllib.request.Request(self.endpoint()["url"] + path, json.dumps(body).encode(),
                                         {"Authorization": "Bearer " + key, "Content-Type": "application/json"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
            return json.load(answer)

    def ctl(self, *arguments, stdin="", may_fail=False):
        """Runs fairleadctl against it; its standard output."""
        done = subprocess.run([str(BIN / "fairleadctl"), "--data-dir", str(self.data), *arguments],
                              env=self.environment, input=stdin, check=False, timeout=60,
                              capture_output=True, text=True)
        if done.returncode and not may_fail:
            raise AssertionError(f"fairleadctl {arguments}: {done.stdout}{done.stderr}")
        return done.stdout

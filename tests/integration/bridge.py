# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fairleadctl stdio as a client uses it: lines in, lines out."""
import json
import queue
import subprocess
import threading
import time

from programs import BINARIES, PATIENCE

STATELESS = {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
             "io.modelcontextprotocol/clientCapabilities": {},
             "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"}}


class Bridge:
    """A running `fairleadctl stdio`; what it says is read by a thread of its own."""

    def __init__(self, test, *arguments, key=None, environment=None):
        self.test = test
        self.log_path = test.folder / f"bridge-{time.monotonic_ns()}.log"
        environment = {**test.environment, **({"FAIRLEAD_KEY": key} if key else {}), **(environment or {})}
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen([BINARIES / "fairleadctl", "--data-dir", test.data, "stdio", *arguments],
                                            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        self.lines = queue.Queue()
        self.others = []
        threading.Thread(target=self.read, daemon=True).start()
        test.addCleanup(self.kill)

    def read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        if not self.process.stdin.closed:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass

    def log(self):
        return self.log_path.read_text(encoding="utf-8")

    def write(self, line):
        self.process.stdin.write(line if isinstance(line, bytes) else line.encode() + b"\n")
        self.process.stdin.flush()

    def send(self, **message):
        self.write(json.dumps({"jsonrpc": "2.0", **message}))

    def next(self):
        line = self.lines.get(timeout=2 * PATIENCE)
        self.test.assertIsNotNone(line, f"the bridge ended: {self.log()}")
        return json.loads(line)

    def wait_for(self, condition):
        """The first message that is so; the others are kept in `others`."""
        while True:
            message = self.next()
            if condition(message):
                return message
            self.others.append(message)

    def answer(self, identifier):
        return self.wait_for(lambda message: message.get("id") == identifier and "method" not in message)

    def request(self, identifier, method, params=None):
        self.send(id=identifier, method=method, params=params or {})
        return self.answer(identifier)

    def initialize(self, version="2025-06-18", capabilities=None):
        answer = self.request("init", "initialize", {
            "protocolVersion": version, "capabilities": capabilities or {}, "clientInfo": {"name": "test", "version": "1"}})
        self.send(method="notifications/initialized")
        return answer

    def call(self, identifier, name, arguments=None, **params):
        return self.request(identifier, "tools/call", {"name": name, "arguments": arguments or {}, **params})

    def end(self):
        """Closes its standard input; (exit code, seconds until it was gone)."""
        begun = time.monotonic()
        self.process.stdin.close()
        return self.process.wait(PATIENCE), time.monotonic() - begun

# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real programs for a test: the sandbox, fairleadd in a folder of its own, fairleadctl, bare requests."""
import base64
import contextlib
import http.client
import json
import os
import pathlib
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

BINARIES = pathlib.Path(os.environ["FAIRLEAD_BIN_DIR"])
EMAIL = "ada@northwind.example"
TOKEN = "sandbox-api-token-ada"
PATIENCE = 30
# A sanitizer keeps what was freed: what a program holds says nothing then.
IS_SANITIZED = bool(os.environ.get("FAIRLEAD_SANITIZE"))


def wait_until(what, condition):
    """Gives the first true value of condition(); fails with `what` when none comes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"This did not come to be within {PATIENCE} seconds: {what}")


class Server:
    """A program that prints one JSON line once it serves; its standard error goes to a file."""

    def __init__(self, name, arguments, environment, log, folder=BINARIES, **options):
        self.name = name
        self.log_path = log
        with open(log, "ab") as errors:
            self.process = subprocess.Popen([folder / name, *arguments], env=environment, stderr=errors,
                                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **options)
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        line = self.process.stdout.readline() if ready else b""
        if not line.strip():
            self.stop(signal.SIGKILL)
            raise AssertionError(f"{name} did not become ready:\n{self.log()}")
        self.ready = json.loads(line)
        self.url = self.ready["url"]

    def log(self):
        return pathlib.Path(self.log_path).read_text(encoding="utf-8", errors="replace")

    def is_running(self):
        return self.process.poll() is None

    def stop(self, how=signal.SIGTERM):
        if self.is_running():
            self.process.send_signal(how)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise AssertionError(f"{self.name} did not end within {PATIENCE} s of signal {how}") from None
        self.process.stdout.close()
        return self.process.returncode


def psql(address, statement):
    return subprocess.run(["psql", "-AtqX", "-v", "ON_ERROR_STOP=1", "-d", address, "-c", statement], check=True, timeout=PATIENCE,
                          capture_output=True, text=True).stdout


def fresh_database(test):
    """fairleadd's options for a database of the test's own, where ctest names the file with a PostgreSQL server's address."""
    file = os.environ.get("FAIRLEAD_TEST_DATABASE")
    if not file:
        return []
    server = pathlib.Path(file).read_text(encoding="utf-8").strip()
    free = pathlib.Path(server.partition("host=")[2]) / "free"
    for name in os.listdir(free):
        with contextlib.suppress(FileNotFoundError):  # another program was faster
            (free / name).unlink()
            address = server.replace("/postgres?", f"/{name}?")
            psql(address, "SELECT test_empty()")
            break
    else:
        name = f"test_{os.urandom(8).hex()}"
        address = server.replace("/postgres?", f"/{name}?")
        psql(server, f"CREATE DATABASE {name}")
    test.addCleanup((free / name).touch)
    return ["--database", address]


class ProgramsTest(unittest.TestCase):
    """A throw-away folder and the programs in it; everything ends with the test."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="fairlead-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = self.folder / "data"
        self.database = fresh_database(self)
        key_file = self.folder / "master.key"
        key_file.write_bytes(os.urandom(32))
        key_file.chmod(0o600)
        kept = {name: value for name, value in os.environ.items()
                if name not in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY",
                                # Where agents of the person who runs the tests keep their configuration.
                                "XDG_CONFIG_HOME", "CODEX_HOME", "CLAUDE_CONFIG_DIR")}
        self.environment = {**kept, "HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder),
                            "FAIRLEAD_MASTER_KEY_FILE": str(key_file), "TZ": "UTC", "LC_ALL": "C.UTF-8"}

    def start_sandbox(self, *arguments):
        self.sandbox = Server("fairlead-sandbox", ["--port", "0", "--print-ready", *arguments], self.environment,
                              self.folder / "sandbox.log")
        self.addCleanup(self.sandbox.stop, signal.SIGKILL)
        return self.sandbox

    def start_server(self, *arguments, port=0):
        self.server = Server("fairleadd", ["--data-dir", str(self.data), "--port", str(port), "--print-ready",
                                           *self.database, *arguments],
                             self.environment, self.folder / "fairleadd.log")
        self.addCleanup(self.server.stop, signal.SIGKILL)
        return self.server

    def run_server(self, *arguments):
        """fairleadd that is expected to refuse: its finished process."""
        return subprocess.run([BINARIES / "fairleadd", "--data-dir", self.data, "--print-ready", *self.database, *arguments],
                              env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)

    def ctl(self, *arguments, stdin="", json_output=True):
        """fairleadctl's finished process; with `json_output` its `answer` is what it printed."""
        command = [BINARIES / "fairleadctl", "--data-dir", self.data, *(["--json"] if json_output else []), *arguments]
        done = subprocess.run(command, env=self.environment, input=stdin, capture_output=True, text=True,
                              timeout=2 * PATIENCE, check=False)
        done.answer = json.loads(done.stdout) if json_output and done.stdout.strip() else {}
        return done

    def must(self, *arguments, stdin=""):
        done = self.ctl(*arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, f"fairleadctl {arguments}: {done.stderr}")
        return done.answer

    def rows(self, statement, *values):
        """Those of a query, or none, past Fairlead."""
        if not self.database:
            with contextlib.closing(sqlite3.connect(self.data / "fairlead.db")) as database, database:
                return database.execute(statement, values).fetchall()
        literals = iter([str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'" for value in values])
        statement = re.sub(r"\?", lambda _: next(literals), statement)
        if not statement.startswith("SELECT"):
            psql(self.database[1], statement)
            return []
        found = psql(self.database[1], f"SELECT COALESCE(json_agg(each), '[]') FROM ({statement}) AS each")
        return [tuple(row.values()) for row in json.loads(found)]

    def assert_sound(self):
        """What only a file can be wrong in."""
        if not self.database:
            self.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
            self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])

    def kept(self):
        """What lies in the data folder and at the database's server: bytes by name."""
        kept = {path.name: path.read_bytes() for path in self.data.rglob("*") if path.is_file()}
        if self.database:
            dump = subprocess.run(["pg_dump", "-d", self.database[1]], check=True, timeout=PATIENCE, capture_output=True).stdout
            # It writes bytes in hexadecimal.
            kept["the database"] = re.sub(rb"\\\\x([0-9a-f]+)", lambda value: bytes.fromhex(value[1].decode()), dump)
        return kept

    def connect_jira(self, token=TOKEN):
        return self.must("connect", "jira", "--url", self.sandbox.url, "--email", EMAIL, "--token-stdin", stdin=token)

    def create_key(self, name="Test"):
        return self.must("keys", "create", "--name", name)

    def add_fault(self, **fault):
        request = urllib.request.Request(self.sandbox.url + "/_sandbox/faults", json.dumps(fault).encode())
        urllib.request.urlopen(request, timeout=PATIENCE).close()

    def faults(self):
        """Those that still strike."""
        with urllib.request.urlopen(self.sandbox.url + "/_sandbox/faults", timeout=PATIENCE) as answer:
            return json.load(answer)["faults"]

    def clear_faults(self):
        request = urllib.request.Request(self.sandbox.url + "/_sandbox/faults", method="DELETE")
        urllib.request.urlopen(request, timeout=PATIENCE).close()

    def sandbox_requests(self):
        with urllib.request.urlopen(self.sandbox.url + "/_sandbox/requests", timeout=PATIENCE) as answer:
            return json.load(answer)["requests"]

    def jira(self, path):
        """Asks the sandbox itself, past Fairlead."""
        credential = base64.b64encode(f"{EMAIL}:{TOKEN}".encode()).decode()
        request = urllib.request.Request(self.sandbox.url + path, headers={"Authorization": f"Basic {credential}"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)


class McpSession:
    """A bare MCP client over Streamable HTTP: just enough to call a tool, and to leave in the middle."""

    VERSION = "2025-06-18"

    def __init__(self, url, key):
        self.address = urllib.parse.urlsplit(url)
        self.headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json",
                        "Accept": "application/json, text/event-stream"}
        status, headers, _ = self.post({"id": 0, "method": "initialize", "params": {
            "protocolVersion": self.VERSION, "capabilities": {}, "clientInfo": {"name": "bare", "version": "1"}}})
        assert status == 200, status
        self.headers["Mcp-Session-Id"] = headers["Mcp-Session-Id"]
        self.headers["MCP-Protocol-Version"] = self.VERSION
        status, _, _ = self.post({"method": "notifications/initialized"})
        assert status == 202, status

    def send(self, message):
        """Sends without waiting; the connection, for the answer or to be closed."""
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=2 * PATIENCE)
        connection.request("POST", "/mcp", json.dumps({"jsonrpc": "2.0", **message}), self.headers)
        return connection

    def post(self, message):
        connection = self.send(message)
        try:
            return self.read(connection)
        finally:
            connection.close()

    @staticmethod
    def read(connection):
        """(status, headers, message) of an answer, be it JSON or an event stream."""
        answer = connection.getresponse()
        body = answer.read().decode()
        if "text/event-stream" in (answer.headers["Content-Type"] or ""):
            data = [line[5:].strip() for line in body.splitlines() if line.startswith("data:")]
            messages = [json.loads(line) for line in data if line]
            final = [message for message in messages if "result" in message or "error" in message]
            return answer.status, answer.headers, final[-1] if final else None
        return answer.status, answer.headers, json.loads(body) if body else None

    @staticmethod
    def tool_call(name, arguments, identifier=1):
        return {"id": identifier, "method": "tools/call", "params": {"name": name, "arguments": arguments}}

    def call(self, name, arguments=None):
        """(isError, text) of a tool call."""
        status, _, message = self.post(self.tool_call(name, arguments or {}))
        assert status == 200 and "result" in message, (status, message)
        result = message["result"]
        return result.get("isError", False), "\n".join(part.get("text", "") for part in result["content"])

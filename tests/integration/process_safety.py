#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other users and programs of the same computer can get out of a running server: nothing."""
import errno
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import stat
import struct
import subprocess
import unittest
import urllib.parse

from programs import BINARIES, IS_SANITIZED, TOKEN, McpSession, ProgramsTest, Server, wait_until

NOBODY = 65534

LOG_LINE = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z (debug|info|warning|error) [\w.]+: ")


def memory_bytes(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024


def listening_sockets(pid):
    """(address, port) of every TCP socket of a process that accepts connections."""
    inodes = set()
    for descriptor in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        found = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(descriptor))
        if found:
            inodes.add(found[1])
    addresses = set()
    for table, family in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
        for line in pathlib.Path(f"/proc/{pid}/net/{table}").read_text(encoding="utf-8").splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                address, port = fields[1].split(":")
                words = [int(address[at:at + 8], 16) for at in range(0, len(address), 8)]
                packed = b"".join(struct.pack("=I", word) for word in words)
                addresses.add((socket.inet_ntop(family, packed), int(port, 16)))
    return addresses


def as_user(user, action):
    """The error number of what another process of that user does, 0 where it succeeds."""
    other = os.fork()
    if other == 0:
        # Only what cannot fail in a surprising way: this is a copy of the test.
        if os.geteuid() != user:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        try:
            action()
        except OSError as error:
            os._exit(error.errno)
        os._exit(0)
    _, status = os.waitpid(other, 0)
    return os.waitstatus_to_exitcode(status)


class ProcessSafety(ProgramsTest):
    def port(self):
        return urllib.parse.urlsplit(self.server.url).port

    def ask(self, method, path, body=None, **headers):
        """The status of one request; header names with _ for -."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port(), timeout=30)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            return connection.getresponse().status
        finally:
            connection.close()

    def raw(self, request):
        """What comes back for these bytes until the server hangs up."""
        with socket.create_connection(("127.0.0.1", self.port()), timeout=30) as client:
            client.sendall(request)
            answer = b""
            while True:
                piece = client.recv(65536)
                if not piece:
                    return answer
                answer += piece

    def instance_socket(self):
        found = [path for path in self.folder.glob("fairlead-*") if stat.S_ISSOCK(path.stat().st_mode)]
        self.assertEqual(len(found), 1)
        return found[0]

    def test_files_are_for_their_owner_whatever_the_umask(self):
        self.addCleanup(os.umask, os.umask(0))
        self.data.mkdir(mode=0o777)
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        McpSession(self.server.url, self.create_key()["key"]).call("list_projects")
        written = [self.data, *self.data.rglob("*"), self.instance_socket()]
        self.assertGreaterEqual(len(written), 6)
        for path in written:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path.name)

    def test_a_data_folder_that_was_opened_is_closed_again(self):
        self.start_server()
        self.server.stop()
        self.data.chmod(0o777)
        self.start_server()
        self.assertEqual(self.data.stat().st_mode & 0o077, 0)

    def test_a_data_folder_of_another_user_is_refused(self):
        if os.geteuid() != 0:
            self.skipTest("only root can give a folder away")
        self.data.mkdir(mode=0o700)
        os.chown(self.data, NOBODY, NOBODY)
        done = self.run_server("--port", "0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("another user", done.stderr)
        self.assertEqual(list(self.data.iterdir()), [])

    def test_another_user_cannot_reach_the_socket_of_the_instance(self):
        if os.geteuid() != 0:
            self.skipTest("only root can become another user")
        self.start_server()
        self.folder.chmod(0o711)
        address = str(self.instance_socket())
        with socket.socket(socket.AF_UNIX) as client:
            self.assertEqual(as_user(NOBODY, lambda: client.connect(address)), errno.EACCES)

    def test_nonsense_on_the_socket_of_the_instance_harms_nobody(self):
        self.start_server()
        address = str(self.instance_socket())
        self.ctl("status")
        before = memory_bytes(self.server.process.pid)
        clients = []
        for number in range(100):
            client = socket.socket(socket.AF_UNIX)
            self.addCleanup(client.close)
            client.setblocking(False)
            try:
                client.connect(address)
                client.send((b"sho", b"quit\n", b"x" * 1024 * 1024)[number % 3])
            except OSError:
                pass  # turned away, or too much for it: just as well
            clients.append(client)
        self.assertEqual(self.ctl("status").returncode, 0)
        grown = memory_bytes(self.server.process.pid) - before
        self.assertTrue(IS_SANITIZED or grown < 8 * 1024 * 1024, grown)
        self.assertTrue(self.server.is_running())

    def test_arguments_environment_and_core_hold_no_secret(self):
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        key = self.create_key()["key"]
        McpSession(self.server.url, key).call("list_projects")
        process = pathlib.Path(f"/proc/{self.server.process.pid}")
        for name in ("cmdline", "environ"):
            try:
                content = (process / name).read_bytes()
            except PermissionError:
                continue  # a release, and we are not root: nobody reads it
            for secret in (TOKEN, key, (self.data / "control.token").read_text(encoding="utf-8").strip()):
                self.assertNotIn(secret.encode(), content, name)
        self.assertRegex((process / "limits").read_text(encoding="utf-8"), r"Max core file size +0 +0 ")

    def start_server_of_a_plain_user(self):
        """Ours as it is, or of a user without rights where we are root."""
        if os.geteuid() != 0:
            self.start_server()
            return os.geteuid()
        self.data.mkdir(mode=0o700)
        shutil.copy(BINARIES / "fairleadd", self.folder)
        for path in (self.folder, *self.folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
        # A sanitizer's report would go where that user may not write.
        environment = {name: value for name, value in self.environment.items() if not name.endswith("SAN_OPTIONS")}
        self.server = Server("fairleadd", ["--data-dir", str(self.data), "--port", "0", "--print-ready", *self.database],
                             environment, self.folder / "fairleadd.log", folder=self.folder, user=NOBODY, group=NOBODY, extra_groups=[])
        self.addCleanup(self.server.stop, signal.SIGKILL)
        return NOBODY

    def test_other_programs_of_its_user_cannot_read_its_memory(self):
        user = self.start_server_of_a_plain_user()
        memory = f"/proc/{self.server.process.pid}/mem"
        is_release = os.environ["FAIRLEAD_BUILD_TYPE"] == "Release"
        # The kernel gives root what belongs to a process that may not be dumped.
        self.assertEqual(os.stat(memory).st_uid, 0 if is_release else user)
        if is_release:
            self.assertEqual(as_user(user, lambda: os.open(memory, os.O_RDONLY)), errno.EACCES)

    def test_it_listens_on_loopback_and_nowhere_else(self):
        self.start_server()
        if not os.access(f"/proc/{self.server.process.pid}/fd", os.R_OK):
            self.skipTest("only root sees the sockets of a release")
        self.assertEqual(listening_sockets(self.server.process.pid), {("127.0.0.1", self.port()), ("::1", self.port())})
        addresses = subprocess.run(["hostname", "-I"], capture_output=True, text=True, check=False).stdout.split()
        for address in addresses:
            with self.subTest(address), self.assertRaises(OSError):
                socket.create_connection((address, self.port()), timeout=5).close()

    def test_a_refused_request_reaches_no_service(self):
        self.start_sandbox()
        self.start_server()
        self.connect_jira()
        key = self.create_key()["key"]
        control = (self.data / "control.token").read_text(encoding="utf-8").strip()
        body = json.dumps({"jsonrpc": "2.0", **McpSession.tool_call("list_projects", {})})
        right = {"Authorization": f"Bearer {key}", "Content_Type": "application/json"}
        before = len(self.sandbox_requests())
        for status, headers in ((401, {"Authorization": ""}), (401, {"Authorization": "Bearer "}), (401, {"Authorization": "Basic x"}),
                                (401, {"Authorization": f"Bearer {key}0"}), (401, {"Authorization": "Bearer upstream-lookalike"}),
                                (403, {"Authorization": f"Bearer {control}"}), (421, {"Host": "evil.example"}),
                                (403, {"Origin": "http://evil.example"}), (403, {"Sec_Fetch_Site": "cross-site"}),
                                (415, {"Content_Type": "text/plain"}), (404, {"Mcp_Session_Id": "ses_of_another"})):
            with self.subTest(headers):
                self.assertEqual(self.ask("POST", "/mcp", body, **{**right, **headers}), status)
        self.assertEqual(len(self.sandbox_requests()), before)

    def test_nobody_writes_a_log_line_of_their_own(self):
        self.environment["QT_LOGGING_RULES"] = "*=true"
        self.start_server()
        key = self.create_key()["key"]
        self.raw(b"GET /x%0aFAKE HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        self.ask("GET", "/x?a=%0aFAKE", Authorization="Bearer %0aFAKE")
        self.ask("GET", "/mcp?api_key=mcp_%0aFAKE%1b[31m", User_Agent="a\tFAKE")
        forged = "x\nFAKE 2026-01-01T00:00:00.000Z error fairlead: \u001b[31m\u2028\u0085FAKE"
        hello = {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
            "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": forged, "version": forged}}}
        headers = {"Authorization": f"Bearer {key}", "Content_Type": "application/json", "User_Agent": "forger"}
        self.assertEqual(self.ask("POST", "/mcp", json.dumps(hello), **headers), 200)
        session = McpSession(self.server.url, key)
        session.post(McpSession.tool_call(forged, {}))
        session.post({"id": 2, "method": forged})
        wait_until("the call is logged", lambda: "tool=" in self.server.log() or "FAKE" in self.server.log())
        self.server.stop()
        for log in (self.server.log(), (self.data / "fairlead.log").read_text(encoding="utf-8")):
            lines = log.removesuffix("\n").split("\n")
            self.assertGreater(len(lines), 3)
            for line in lines:
                self.assertRegex(line, LOG_LINE)
                self.assertNotRegex(line, "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


if __name__ == "__main__":
    unittest.main()

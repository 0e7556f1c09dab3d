# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a team's host has: a PostgreSQL of its own, several fairleadd on it, and nginx before them as packaging/nginx has it."""
import concurrent.futures
import contextlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from programs import PATIENCE, ProgramsTest, Server, wait_until

NAME = "fairlead.example"
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
CONFIGURATION = REPOSITORY / "packaging/nginx/fairlead.conf"
POSTGRES = REPOSITORY / "tests/postgresql/server"
META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {},
        "io.modelcontextprotocol/clientInfo": {"name": "cluster", "version": "1"}}
ROOMY = {"allowedHosts": [NAME], "maximumConnections": 4096, "requestsPerMinutePerKey": 100_000_000, "maximumCallsPerKey": 4096,
         "failedSignInsPerMinute": 100_000}


def missing():
    """What of other programs is not here; empty when a cluster can be started."""
    found = {"nginx": nginx_program(), "openssl": shutil.which("openssl"),
             "PostgreSQL": subprocess.run([POSTGRES, "find"], capture_output=True, check=False).returncode == 0}
    return [name for name in found if not found[name]]


def nginx_program():
    return shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")


class Postgres:
    """A server of the cluster's own, with a database for Fairlead."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="fairlead-cluster-")
        self.control("start")
        subprocess.run(["psql", "-h", self.folder, "-U", "fairlead", "-d", "postgres", "-qXc", "CREATE DATABASE fairlead"],
                       check=True, timeout=PATIENCE)
        self.options = ["--database", f"postgresql://fairlead@/fairlead?host={self.folder}"]

    def control(self, action, *arguments):
        subprocess.run([POSTGRES, action, self.folder, *arguments], check=True, timeout=2 * PATIENCE)

    def remove(self):
        subprocess.run([POSTGRES, "stop", self.folder, "immediate"], check=False, capture_output=True, timeout=2 * PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


class Relay:
    """Another way to the database, which can be cut: what one instance alone has."""

    def __init__(self, postgres):
        self.target, = (path for path in pathlib.Path(postgres.folder).glob(".s.PGSQL.*") if path.suffix != ".lock")
        self.folder = tempfile.mkdtemp(prefix="fairlead-relay-")
        self.options = ["--database", f"postgresql://fairlead@/fairlead?host={self.folder}"]
        self.ends = []
        self.heal()

    def heal(self):
        self.door = socket.socket(socket.AF_UNIX)
        self.door.bind(str(pathlib.Path(self.folder) / self.target.name))
        self.door.listen()
        threading.Thread(target=self.accept, args=(self.door,), daemon=True).start()

    def accept(self, door):
        while True:
            try:
                near, _ = door.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX)
            far.connect(str(self.target))
            self.ends += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.pump, args=(one, other), daemon=True).start()

    @staticmethod
    def pump(source, sink):
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                sink.sendall(piece)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self):
        (pathlib.Path(self.folder) / self.target.name).unlink()
        for end in (self.door, *self.ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends.clear()

    def remove(self):
        self.cut()
        shutil.rmtree(self.folder, ignore_errors=True)


class Nginx:
    """nginx with the configuration that Fairlead comes with, on a socket instead of port 443."""

    def __init__(self, folder, ports):
        self.folder = folder
        self.socket = folder / "nginx.socket"
        self.certificate = folder / "nginx.crt"
        self.access_log = folder / "nginx.access"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", folder / "nginx.key",
                        "-out", self.certificate], check=True, capture_output=True, timeout=PATIENCE)
        (folder / "nginx.conf").write_text(self.configuration(ports), encoding="utf-8")
        with open(folder / "nginx.log", "ab") as log:
            self.process = subprocess.Popen([nginx_program(), "-e", "stderr", "-c", folder / "nginx.conf", "-p", folder],
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_until("nginx serves", self.socket.exists)

    def configuration(self, ports):
        text = CONFIGURATION.read_text(encoding="utf-8")
        servers = re.compile(r"( +server 127\.0\.0\.1:)\d+([^\n]*\n)(?: +server [^\n]*\n)*")
        assert len(servers.findall(text)) == 2, f"{CONFIGURATION} has other upstreams"
        text = servers.sub(lambda found: "".join(found[1] + str(port) + found[2] for port in ports), text)
        changes = {"    listen 443 ssl;\n": f"    listen unix:{self.socket} ssl;\n", "    listen [::]:443 ssl;\n": "",
                   "/etc/nginx/fairlead.crt": str(self.certificate), "/etc/nginx/fairlead.key": str(self.folder / "nginx.key"),
                   "/var/log/nginx/fairlead.log": str(self.access_log),
                   "/var/log/nginx/fairlead.error.log": str(self.folder / "nginx.error.log")}
        for old, new in changes.items():
            assert text.count(old) == 1, f"{CONFIGURATION} has no {old!r} any more"
            text = text.replace(old, new)
        user = "user root;\n" if os.geteuid() == 0 else ""
        paths = "".join(f"{kind}_temp_path {self.folder}/nginx-{kind};\n" for kind in
                        ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        return (f"{user}daemon off;\nworker_processes 1;\npid {self.folder}/nginx.pid;\nerror_log stderr;\n"
                f"events {{ worker_connections 4096; }}\nhttp {{\n{paths}{text}}}\n")

    def tls(self):
        return ssl.create_default_context(cafile=self.certificate)

    def log(self):
        """What it did: a list of (method, path, status, [ports that it went to])."""
        line = re.compile(r'.*"(\S+) (\S+)" (\d+) \S+ s (.*)')
        found = [line.fullmatch(each) for each in self.access_log.read_text(encoding="utf-8").splitlines()]
        return [(each[1], each[2], int(each[3]), [int(port) for port in re.findall(r":(\d+)", each[4])]) for each in found]

    def stop(self):
        self.process.terminate()  # its worker would outlive it if it were killed
        self.process.wait(PATIENCE)


class HttpsOverSocket(http.client.HTTPSConnection):
    def __init__(self, nginx):
        super().__init__(NAME, timeout=2 * PATIENCE, context=nginx.tls())
        self.nginx = nginx

    def connect(self):
        plain = socket.socket(socket.AF_UNIX)
        plain.settimeout(self.timeout)
        plain.connect(str(self.nginx.socket))
        self.sock = self.nginx.tls().wrap_socket(plain, server_hostname=NAME)


def stateless(method, params=None, name=None):
    """Headers and body of a request of 2026-07-28."""
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream",
               "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": method, **({"Mcp-Name": name} if name else {})}
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {**(params or {}), "_meta": META}}
    return headers, json.dumps(body)


def tool_call(name, arguments=None):
    return stateless("tools/call", {"name": name, "arguments": arguments or {}}, name)


class ClusterTest(ProgramsTest):
    """Several instances; `self.data` is the folder of the first one, which fairleadctl talks to."""

    def start_cluster(self, count=3, settings=None):
        if missing():
            self.skipTest("There is no " + " and no ".join(missing()) + " here.")
        self.start_sandbox()
        self.postgres = Postgres()
        self.addCleanup(self.postgres.remove)
        self.start_instances(count, settings or {})
        self.nginx = Nginx(self.folder, [urllib.parse.urlsplit(each.url).port for each in self.instances])
        self.addCleanup(self.nginx.stop)

    def start_instances(self, count, settings):
        """All at once, as a host does that comes up."""
        with concurrent.futures.ThreadPoolExecutor() as pool:
            self.instances = list(pool.map(lambda number: self.start_instance(number, settings), range(count)))
        self.data = self.instances[0].data

    def start_instance(self, number, settings, database=None):
        data = self.folder / f"data-{number}"
        data.mkdir(mode=0o700, exist_ok=True)
        (data / "settings.json").write_text(json.dumps({**ROOMY, **settings}), encoding="utf-8")
        server = Server("fairleadd", ["--data-dir", str(data), "--port", "0", "--print-ready",
                                      *(database or self.postgres).options],
                        self.environment, self.folder / f"fairleadd-{number}.log")
        self.addCleanup(server.stop, signal.SIGKILL)
        server.data = data
        server.port = urllib.parse.urlsplit(server.url).port
        return server

    def management(self, server):
        return {"Authorization": "Bearer " + (server.data / "control.token").read_text(encoding="utf-8").strip(),
                "Content-Type": "application/json"}

    def rest(self, server, method, path, body=None):
        """(status, JSON) of the REST API of one instance."""
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=2 * PATIENCE)
        try:
            connection.request(method, path, json.dumps(body) if body is not None else None, self.management(server))
            answer = connection.getresponse()
            content = answer.read()
            return answer.status, json.loads(content) if content else None
        finally:
            connection.close()

    def ask(self, key, request, server=None):
        """(status, message) of a request of 2026-07-28: of this instance, or through nginx."""
        headers, body = request
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=2 * PATIENCE) if server \
            else HttpsOverSocket(self.nginx)
        try:
            connection.request("POST", "/mcp", body, {**headers, "Authorization": f"Bearer {key}"})
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        data = re.findall(r"^data: *(\{.*)$", text, re.MULTILINE)
        return answer.status, json.loads(data[-1] if data else text) if data or text.startswith("{") else text

    def new_keys(self, count=1):
        """Made by the first instance, and known to all."""
        made = [self.rest(self.instances[0], "POST", "/api/users/me/mcp-keys", {"name": f"Client {number}"})[1]
                for number in range(count)]
        for server in self.instances:
            wait_until("each instance knows the last key", lambda: self.ask(made[-1]["key"], stateless("tools/list"), server)[0] == 200)
        return made


def serve(count, keys):
    """Serves a program that measures: tells it of the sandbox, gets the address to connect instead, and ends with its input."""
    cluster = ClusterTest()
    cluster.setUp()
    try:
        cluster.start_cluster(count, {"logLevel": "warning"})
        print(json.dumps({"sandbox": cluster.sandbox.url}), flush=True)
        cluster.sandbox.url = sys.stdin.readline().strip()
        cluster.connect_jira()
        nginx = pathlib.Path(f"/proc/{cluster.nginx.process.pid}/task/{cluster.nginx.process.pid}/children").read_text(encoding="utf-8")
        print(json.dumps({"socket": str(cluster.nginx.socket), "certificate": str(cluster.nginx.certificate),
                          "keys": [each["key"] for each in cluster.new_keys(keys)], "nginx": [int(pid) for pid in nginx.split()],
                          "instances": [each.process.pid for each in cluster.instances]}), flush=True)
        sys.stdin.read()
    finally:
        cluster.doCleanups()


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))

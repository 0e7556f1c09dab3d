# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A remote MCP server of a test's own: offers what the test says, and keeps what it was sent."""
import http.server
import json
import threading


def tool(name, description="Does something.", **more):
    return {"name": name, "description": description, "inputSchema": {"type": "object"}, **more}


class Upstream:
    """Streamable HTTP, revision 2025-06-18, without sessions; every tool answers with its name."""

    def __init__(self, tools):
        self.tools = tools
        self.is_closed = False
        self.requests = []  # (headers by lower-case name, message)
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                self.send_error(405)

            do_DELETE = do_GET

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if outer.is_closed:  # a connection that was kept
                    self.close_connection = True
                    return
                message = json.loads(body)
                outer.requests.append(({name.lower(): value for name, value in self.headers.items()}, message))
                answer = outer.answer(message)
                content = json.dumps({"jsonrpc": "2.0", "id": message.get("id"), **answer}).encode() if answer else b""
                self.send_response(200 if answer else 202)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/mcp"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def answer(self, message):
        method = message.get("method")
        if "id" not in message:
            return None
        if method == "initialize":
            return {"result": {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}},
                               "serverInfo": {"name": "hostile", "version": "1"}}}
        if method == "tools/list":
            return {"result": {"tools": self.tools}}
        if method == "tools/call":
            return {"result": {"content": [{"type": "text", "text": message["params"]["name"]}]}}
        if method == "ping":
            return {"result": {}}
        return {"error": {"code": -32601, "message": "Method not found"}}

    def calls(self):
        return [(headers, message) for headers, message in self.requests if message.get("method") == "tools/call"]

    def close(self):
        self.is_closed = True
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

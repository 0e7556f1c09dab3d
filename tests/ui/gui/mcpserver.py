# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A remote MCP server on this computer, with the tools that a test gives it."""
import http.server
import json
import threading

REVISION = "2025-06-18"


def tool(name, description, **properties):
    """A tool's definition; each property is its description."""
    return {"name": name, "description": description, "inputSchema": {
        "type": "object", "properties": {each: {"type": "string", "description": words}
                                         for each, words in properties.items()}}}


class McpServer:
    """Streamable HTTP without sessions and streams: every answer is one JSON object."""

    def __init__(self, *tools):
        self.tools = list(tools)
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            """Answers as the server beside it is set."""

            protocol_version = "HTTP/1.1"

            def do_POST(self):  # noqa: N802  pylint: disable=invalid-name
                """A message."""
                message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if "id" not in message:
                    self._send(202)
                    return
                answer = outer.answer(message["method"])
                self._send(200, {"jsonrpc": "2.0", "id": message["id"], **answer})

            def do_GET(self):  # noqa: N802  pylint: disable=invalid-name
                """There is no stream of its own."""
                self._send(405)

            def log_message(self, format, *args):  # pylint: disable=redefined-builtin
                """Says nothing."""

            def _send(self, status, body=None):
                content = json.dumps(body).encode() if body else b""
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/mcp"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, method):
        """Its result, or that there is none."""
        if method == "initialize":
            return {"result": {"protocolVersion": REVISION, "capabilities": {"tools": {}},
                               "serverInfo": {"name": "harbour", "version": "2.1"}}}
        if method == "tools/list":
            return {"result": {"tools": self.tools}}
        if method == "ping":
            return {"result": {}}
        return {"error": {"code": -32601, "message": "There is no such method."}}

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools of remote MCP servers cost a client: bytes of tools/list before Fairlead and after it, as a table.

toollists.py [--npm] [LIST.json…]: a made-up list of 230 KB, with --npm that of Notion's server from npm, and each
recorded list that is named: a JSON document with "tools". FAIRLEAD_BIN_DIR says where the programs are."""
import argparse
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "integration"))

# pylint: disable=wrong-import-position
from programs import McpSession, ProgramsTest  # noqa: E402
from upstream import Upstream  # noqa: E402

SYNTHETIC_BYTES = 230_000
SYNTHETIC_TOOLS = 41  # as many as the largest of the known servers has


def size(tools):
    """As a server sends them: without blanks."""
    return len(json.dumps(tools, ensure_ascii=False, separators=(",", ":")).encode())


def synthetic():
    """Long manuals, and in most tools the same definitions, of which each uses a few."""
    definitions = {f"kind{number}": {"type": "object", "description": f"Kind {number} of a block. " + "More of it. " * 4,
                                     "properties": {"text": {"type": "string"}, "bold": {"type": "boolean"}}}
                   for number in range(12)}
    tools = []
    for number in range(SYNTHETIC_TOOLS):
        schema = {"type": "object", "properties": {"id": {"type": "string", "description": "Which one."}}, "required": ["id"]}
        if number % 3:
            schema["$defs"] = definitions
            schema["properties"]["block"] = {"$ref": f"#/$defs/kind{number % 12}"}
        tools.append({"name": f"made-up-{number}", "description": f"Does what number {number} does.", "inputSchema": schema,
                      "annotations": {"readOnlyHint": number % 2 == 0}})
    sentence = " Use it when the person asks for that, and read the manual below before."
    while size(tools) < SYNTHETIC_BYTES:
        for entry in tools:
            entry["description"] += sentence
    return tools


def from_npm():
    """Over standard input and output, as people start it."""
    program = HERE / "peers/node_modules/@notionhq/notion-mcp-server/bin/cli.mjs"
    node = next(iter(sorted(HERE.parent.glob("clients/node_modules/node-linux-*/bin/node"))), "node")
    process = subprocess.Popen([node, program], env={**os.environ, "NOTION_TOKEN": "ntn_none"}, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        def ask(identifier, method, params):
            print(json.dumps({"jsonrpc": "2.0", "id": identifier, "method": method, "params": params}),
                  file=process.stdin, flush=True)
            return json.loads(process.stdout.readline())["result"]
        ask(1, "initialize", {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "bare", "version": "1"}})
        print(json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}), file=process.stdin, flush=True)
        return ask(2, "tools/list", {})["tools"]
    finally:
        process.kill()
        process.wait()


class Measurement(ProgramsTest):
    """One Fairlead for one list, so that its own tools are known and left out of the count."""

    def listed(self, key):
        session = McpSession(self.server.url, key)
        tools, params = [], {}
        while True:
            _, _, message = session.post({"id": 1, "method": "tools/list", "params": params})
            tools += message["result"]["tools"]
            if "nextCursor" not in message["result"]:
                return tools
            params = {"cursor": message["result"]["nextCursor"]}

    def measure(self, tools):
        self.start_server()
        key = self.must("keys", "create", "--name", "Count", "--access", "full")["key"]
        own = {tool["name"] for tool in self.listed(key)}
        upstream = Upstream(tools)
        try:
            self.must("connect", "mcp", "--url", upstream.url, "--name", "far")
            return [tool for tool in self.listed(key) if tool["name"] not in own]
        finally:
            upstream.close()
            self.server.stop()


def row(name, tools):
    measurement = Measurement()
    try:
        measurement.setUp()
        after = measurement.measure(tools)
    finally:
        measurement.doCleanups()
    offered = [tool for tool in after if tool["name"] != "describe_tool"]
    return (name, len(tools), size(tools), len(offered), size(after), f"{100 * size(after) / size(tools):.0f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--npm", action="store_true")
    parser.add_argument("lists", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    rows = [("list", "tools", "bytes before", "tools listed", "bytes after", "left")]
    for path in options.lists:
        rows.append(row(path.name, json.loads(path.read_text(encoding="utf-8"))["tools"]))
    rows.append(row("made up, 230 KB", synthetic()))
    if options.npm:
        rows.append(row("Notion's, from npm", from_npm()))
    widths = [max(len(str(line[column])) for line in rows) for column in range(len(rows[0]))]
    for line in rows:
        print("  ".join(str(cell).ljust(width) if not column else str(cell).rjust(width)
                        for column, (cell, width) in enumerate(zip(line, widths))))


if __name__ == "__main__":
    main()

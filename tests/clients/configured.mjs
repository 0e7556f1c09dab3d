// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// configured.mjs MCP_JSON TOOL: connects as an editor does that finds Fairlead in this configuration of its own, calls
// the tool without arguments and prints its answer.
import { readFileSync } from 'node:fs';

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

import { textOf } from './clients.mjs';

const [file, tool] = process.argv.slice(2);
const entry = JSON.parse(readFileSync(file, 'utf8')).mcpServers.fairlead;
const client = new Client({ name: 'cursor-vscode', version: '1.0.0' }, { capabilities: {} });
await client.connect(new StreamableHTTPClientTransport(new URL(entry.url), { requestInit: { headers: entry.headers } }));
const answer = await client.callTool({ name: tool, arguments: {} });
console.log(textOf(answer));
await client.close();
process.exitCode = answer.isError ? 1 : 0;

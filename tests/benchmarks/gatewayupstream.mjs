// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The server behind the gateways: the official SDK's with one tool that costs nothing.
// Usage: gatewayupstream.mjs http | stdio
import { randomUUID } from 'node:crypto';
import http from 'node:http';

import { Server } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/server/index.js';
import { StdioServerTransport } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/server/stdio.js';
import { StreamableHTTPServerTransport } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/server/streamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/types.js';

const TOOL = {
    name: 'get_text',
    description: 'Gets a text of that many bytes.',
    inputSchema: { type: 'object', properties: { bytes: { type: 'integer' } }, required: ['bytes'] },
    annotations: { readOnlyHint: true },
};

function newServer() {
    const server = new Server({ name: 'upstream', version: '1' }, { capabilities: { tools: {} } });
    server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [TOOL] }));
    server.setRequestHandler(CallToolRequestSchema, ({ params }) => ({
        content: [{ type: 'text', text: 'forty orders '.repeat(Math.ceil(params.arguments.bytes / 13)) }],
    }));
    return server;
}

const sessions = new Map();

async function answer(request, response) {
    let transport = sessions.get(request.headers['mcp-session-id']);
    if (!transport) {
        transport = new StreamableHTTPServerTransport({
            sessionIdGenerator: randomUUID,
            enableJsonResponse: true,
            onsessioninitialized: (session) => sessions.set(session, transport),
        });
        await newServer().connect(transport);
    }
    await transport.handleRequest(request, response);
}

if (process.argv[2] === 'stdio') {
    await newServer().connect(new StdioServerTransport());
} else {
    const server = http.createServer(answer);
    server.keepAliveTimeout = 60_000;
    server.listen(0, '127.0.0.1', () => {
        console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
    });
}

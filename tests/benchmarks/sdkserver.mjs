// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same work on the official TypeScript SDK's server, at /mcp (JSON answers, which is its faster way)
// and at /sse: one tool that asks the same upstream for the same projects, and one that passes on what it
// is told to fetch.
// Usage: sdkserver.mjs URL-OF-THE-UPSTREAM AUTHORIZATION
import { randomUUID } from 'node:crypto';
import http from 'node:http';

import { Server } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/server/index.js';
import { SSEServerTransport } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/server/sse.js';
import { StreamableHTTPServerTransport } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/server/streamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '../clients/node_modules/@modelcontextprotocol/sdk/dist/esm/types.js';

const [upstream, authorization] = process.argv.slice(2);

const TOOL = {
    name: 'list_projects',
    description: 'Lists the Jira projects you can see: key and name.',
    inputSchema: { type: 'object', properties: { query: { type: 'string' } } },
};

const PASS_ON = {
    name: 'pass_on',
    description: 'Fetches a URL and gives the body as it is.',
    inputSchema: { type: 'object', properties: { url: { type: 'string' }, options: { type: 'object' } }, required: ['url'] },
};

async function passOn({ url, options }) {
    const response = await fetch(url, options);
    return { content: [{ type: 'text', text: await response.text() }] };
}

async function listProjects() {
    const response = await fetch(upstream, { headers: { authorization, accept: 'application/json' } });
    const page = await response.json();
    const lines = page.values.map((project) => `${project.key} ${project.name}`);
    return { content: [{ type: 'text', text: lines.join('\n') }] };
}

function newServer() {
    const server = new Server({ name: 'sdk', version: '1' }, { capabilities: { tools: {} } });
    server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [TOOL, PASS_ON] }));
    server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
        (params.name === PASS_ON.name ? passOn(params.arguments) : listProjects()));
    return server;
}

const sessions = new Map();

async function streamable(request, response) {
    const id = request.headers['mcp-session-id'];
    let transport = sessions.get(id);
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

const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (url.pathname === '/mcp') {
        await streamable(request, response);
    } else if (url.pathname === '/sse') {
        const transport = new SSEServerTransport('/messages', response);
        sessions.set(transport.sessionId, transport);
        await newServer().connect(transport);
    } else {
        await sessions.get(url.searchParams.get('sessionId')).handlePostMessage(request, response);
    }
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
    console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});

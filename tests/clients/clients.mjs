// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three clients that programs out there are built on, behind one small interface.
import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const INFO = { name: 'fairlead-client-tests', version: '1.0.0' };

/** One connected client: list, call, ping, close. */
class Connection {
    constructor(client, call) {
        this.client = client;
        this.call = call;
    }

    async tools() {
        return (await this.client.listTools()).tools;
    }

    ping() {
        return this.client.ping();
    }

    close() {
        return this.client.close();
    }
}

async function connectV1(transport) {
    const client = new ClientV1(INFO, { capabilities: {} });
    await client.connect(transport);
    return new Connection(client, (name, args, options) =>
        client.callTool({ name, arguments: args }, undefined, options));
}

async function connectV2(transport, mode = 'auto') {
    const client = new ClientV2(INFO, { versionNegotiation: { mode } });
    await client.connect(transport);
    return new Connection(client, (name, args, options) => client.callTool({ name, arguments: args }, options));
}

const withKey = (key) => ({ requestInit: { headers: { Authorization: `Bearer ${key}` } } });

/** Every kind: its name and connect(url, key). */
export const KINDS = [
    {
        name: 'v1 over HTTP+SSE',
        connect: (url, key) => connectV1(new SSEClientTransport(new URL(`${url}/sse`), withKey(key))),
    },
    {
        name: 'v1 over Streamable HTTP',
        connect: (url, key, query = '') => connectV1(new TransportV1(new URL(`${url}/mcp${query}`), withKey(key))),
    },
    {
        name: 'v2 in its automatic mode',
        isStateless: true, // it settles on 2026-07-28, which has no ping
        connect: (url, key) => connectV2(new TransportV2(new URL(`${url}/mcp`), withKey(key))),
    },
];

/** How the second generation connects when nobody asks for more: with sessions, as the first one does. */
export const V2_WITH_SESSIONS = {
    name: 'v2 as it comes',
    connect: (url, key) => connectV2(new TransportV2(new URL(`${url}/mcp`), withKey(key)), 'legacy'),
};

/** Clients whose person fills in every form with `content`, of both generations; the second settles on 2026-07-28. */
export const ASKABLE = [
    {
        name: 'v1, which waits',
        connect: async (url, key, content) => {
            const client = new ClientV1(INFO, { capabilities: { elicitation: { form: {} } } });
            client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'accept', content }));
            await client.connect(new TransportV1(new URL(`${url}/mcp`), withKey(key)));
            return new Connection(client, (name, args) => client.callTool({ name, arguments: args }));
        },
    },
    {
        name: 'v2, which is asked by results',
        connect: async (url, key, content) => {
            const options = { versionNegotiation: { mode: 'auto' }, capabilities: { elicitation: { form: {} } } };
            const client = new ClientV2(INFO, options);
            client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content }));
            await client.connect(new TransportV2(new URL(`${url}/mcp`), withKey(key)));
            return new Connection(client, (name, args) => client.callTool({ name, arguments: args }));
        },
    },
];

/** A result's text, all parts joined. */
export function textOf(result) {
    return result.content.map((part) => part.text ?? '').join('\n');
}

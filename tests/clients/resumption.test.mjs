// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stream that breaks, seen by the SDK clients: they come back with Last-Event-ID and miss nothing. Against the
// conformance suite's server, whose tools stream; it has Fairlead's protocol and HTTP engine.
import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

import { Server, until } from './programs.mjs';
import { Relay } from './relay.mjs';

const INFO = { name: 'fairlead-client-tests', version: '1.0.0' };
const OPTIONS = {
    requestInit: { headers: { 'X-MCP-API-Key': 'anyone' } },
    reconnectionOptions: {
        initialReconnectionDelay: 50, maxReconnectionDelay: 200, reconnectionDelayGrowFactor: 1.5, maxRetries: 20,
    },
};

const GENERATIONS = [
    {
        name: 'v1',
        make: () => new ClientV1(INFO, { capabilities: {} }),
        transport: (url) => new TransportV1(url, OPTIONS),
        call: (client, name, options) => client.callTool({ name, arguments: {} }, undefined, options),
        onToolsChanged: (client, done) => client.setNotificationHandler(ToolListChangedNotificationSchema, done),
    },
    {
        name: 'v2 with sessions',
        make: () => new ClientV2(INFO),
        transport: (url) => new TransportV2(url, OPTIONS),
        call: (client, name, options) => client.callTool({ name, arguments: {} }, options),
        onToolsChanged: (client, done) => client.setNotificationHandler('notifications/tools/list_changed', done),
    },
];

describe('a stream that breaks', { timeout: 120_000 }, () => {
    let server;
    let relay;
    let client;

    before(async () => {
        server = await new Server('fairlead-conformance-server', [], process.env).ready();
    });

    beforeEach(async () => {
        relay = await Relay.start(server.url);
    });

    afterEach(async () => {
        await client?.close();
        relay.stop();
    });

    after(() => server?.stop());

    const resumptions = () => relay.exchanges.filter((exchange) => exchange.headers['last-event-id']);

    for (const generation of GENERATIONS) {
        const connect = async () => {
            client = generation.make();
            await client.connect(generation.transport(new URL(`${relay.url}/mcp`)));
            return client;
        };

        it(`brings the rest of a call's answer: ${generation.name}`, async () => {
            await connect();
            const seen = [];
            relay.breakAfter(/"notifications\/progress"/);
            const onprogress = ({ progress }) => seen.push(progress);
            const result = await generation.call(client, 'test_tool_with_progress', { onprogress });
            assert.ok(!result.isError);
            assert.deepEqual(seen, [0, 50, 100], 'no progress was lost or came twice');
            assert.ok(resumptions().length >= 1, 'it came back with Last-Event-ID');
        });

        it(`lets the client come back later for an answer: ${generation.name}`, async () => {
            await connect();
            const result = await generation.call(client, 'test_reconnection', {});
            assert.ok(!result.isError);
            assert.ok(resumptions().length >= 1, 'it came back with Last-Event-ID');
        });

        it(`brings what was said while the client was away: ${generation.name}`, async () => {
            await connect();
            let changes = 0;
            generation.onToolsChanged(client, () => {
                changes += 1;
            });
            const listening = await until('the client listens', () =>
                relay.exchanges.find((exchange) => exchange.method === 'GET' && exchange.status === 200));
            await generation.call(client, 'test_trigger_tool_change', {});
            await until('the first change is told', () => changes === 1);

            relay.hold();
            assert.equal(relay.cut((exchange) => exchange === listening), 1);
            await until('the client wants to come back', () => relay.heldCount > 0);
            await generation.call(client, 'test_trigger_tool_change', {});
            assert.equal(changes, 1);
            relay.release();
            await until('the second change is told', () => changes === 2);
            assert.equal(resumptions().length, 1, 'it came back once, with Last-Event-ID');
        });
    }
});

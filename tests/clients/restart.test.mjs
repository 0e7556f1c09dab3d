// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the SDK clients make of a restart of fairleadd while they are connected. The relay keeps the address.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { KINDS, textOf, V2_WITH_SESSIONS } from './clients.mjs';
import { Instance, until } from './programs.mjs';
import { Record, versionOf } from './record.mjs';
import { Relay } from './relay.mjs';

const [V1_SSE, V1_HTTP, V2_AUTO] = KINDS;
const V1 = `SDK ${versionOf('@modelcontextprotocol/sdk')}`;
const V2 = `SDK ${versionOf('@modelcontextprotocol/client')}`;

describe('a restart under a connected client', { timeout: 240_000 }, () => {
    const record = new Record();
    let instance;
    let key;
    let relay;

    before(async () => {
        instance = await Instance.connected('Restart');
        key = instance.key;
    });

    after(() => instance?.stop());

    const restart = async () => {
        await instance.restartServer();
        relay.target = instance.url;
    };

    /** Connects, asks, restarts; `then` gets the client and what it was told before. */
    const over = async (label, kind, then) => {
        relay = await Relay.start(instance.url);
        const client = await kind.connect(relay.url, key);
        await client.tools();
        const projects = textOf(await client.call('list_projects', {}));
        record.add(label, relay);
        await restart();
        await then(client, projects);
        await client.close().catch(() => {});
        relay.stop();
    };

    const again = async (client) => textOf(await client.call('list_projects', {}, { timeout: 5000 }));

    it(`goes unnoticed without sessions: ${V2_AUTO.name}`, () => over(V2, V2_AUTO, async (client, projects) => {
        assert.equal(await again(client), projects);
        assert.equal(relay.with('server/discover').length, 1, 'it did not have to ask again');
    }));

    it(`is mended by the client: ${V1_SSE.name}`, () => over(V1, V1_SSE, async (client, projects) => {
        // Its event source opens a new stream after some seconds; the SDK does not say initialize again.
        const text = await until('a call is answered', () => again(client).catch(() => undefined));
        assert.equal(text, projects);
        assert.equal(relay.with('initialize').length, 1, 'it did not have to introduce itself again');
    }));

    // Both generations leave this to the program that uses them: they refuse every call until it connects anew.
    for (const [label, kind] of [[V1, V1_HTTP], [V2, V2_WITH_SESSIONS]]) {
        it(`is told to the program with 404, which connects anew: ${kind.name}`, () =>
            over(label, kind, async (client, projects) => {
                const refusal = await again(client).then(assert.fail, (error) => error);
                assert.equal(refusal.code === 404 || refusal.data?.status === 404, true, refusal.stack);
                assert.match(refusal.message, /no such session.*Start a new one/);
                const refused = relay.with('tools/call').at(-1);
                assert.equal(refused.status, 404);
                assert.ok(refused.headers['mcp-session-id']);

                const anew = await kind.connect(relay.url, key);
                assert.equal(await again(anew), projects);
                await anew.close();
            }));
    }

    it('leaves the old session unknown to every request', async () => {
        relay = await Relay.start(instance.url);
        const client = await V1_HTTP.connect(relay.url, key);
        const session = relay.with('initialize')[0].session;
        await restart();
        const headers = {
            authorization: `Bearer ${key}`,
            accept: 'application/json, text/event-stream',
            'content-type': 'application/json',
            'mcp-session-id': session,
            'mcp-protocol-version': '2025-11-25',
        };
        const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
        for (const request of [{ method: 'POST', body: ping }, { method: 'GET' }, { method: 'DELETE' }]) {
            const answer = await fetch(`${instance.url}/mcp`, { ...request, headers });
            assert.equal(answer.status, 404, request.method);
            await answer.text();
        }
        await client.close().catch(() => {});
        relay.stop();
    });

    it('shows the revisions that README.md records', () => record.check());
});

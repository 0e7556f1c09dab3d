// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// mcp-remote, the bridge that many people put before a server for clients that know only stdio.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';

import { textOf } from './clients.mjs';
import { Home } from './home.mjs';
import { Instance, until } from './programs.mjs';
import { Record, versionOf } from './record.mjs';
import { Relay } from './relay.mjs';

const PROGRAM = path.join(import.meta.dirname, 'node_modules/mcp-remote/dist/proxy.js');
const LABEL = `mcp-remote ${versionOf('mcp-remote')}`;

const WAYS = [
    { name: 'over Streamable HTTP', path: '/mcp', options: [] },
    { name: 'over HTTP+SSE', path: '/sse', options: ['--transport', 'sse-only'] },
];

describe('mcp-remote', { timeout: 240_000 }, () => {
    const record = new Record();
    let instance;
    let key;

    before(async () => {
        instance = await Instance.connected('mcp-remote');
        key = instance.key;
    });

    after(() => instance?.stop());

    /** The stdio side: an SDK client that starts mcp-remote, as Claude Desktop does. */
    const start = async (url, options) => {
        // Without a space after the colon: Claude Desktop on Windows splits arguments there.
        const args = [PROGRAM, url, '--header', `Authorization:Bearer ${key}`, '--allow-http', ...options];
        const env = new Home(instance.folder, 'mcp-remote').environment;
        const transport = new StdioClientTransport({ command: process.execPath, args, env, stderr: 'pipe' });
        let log = '';
        transport.stderr.on('data', (data) => (log += data));
        const client = new Client({ name: 'fairlead-client-tests', version: '1.0.0' }, { capabilities: {} });
        await client.connect(transport, { timeout: 30_000 }).catch((error) => {
            throw new Error(`mcp-remote did not connect: ${error.message}\n${log}`);
        });
        return client;
    };

    const projects = async (client, options) =>
        textOf(await client.callTool({ name: 'list_projects', arguments: {} }, undefined, options));

    for (const way of WAYS) {
        it(`lists and calls tools ${way.name}`, async () => {
            const relay = await Relay.start(instance.url);
            const client = await start(relay.url + way.path, way.options);
            const names = (await client.listTools()).tools.map((tool) => tool.name);
            assert.ok(names.includes('list_projects') && names.includes('jira_create_issue'), names.join());
            const [project] = (await instance.jira('/rest/api/3/project/search')).values;
            assert.ok((await projects(client)).includes(project.name));
            await client.close();
            relay.stop();
            record.add(LABEL, relay);
        });

        it(`goes on by itself after a restart ${way.name}`, async () => {
            const relay = await Relay.start(instance.url);
            const client = await start(relay.url + way.path, way.options);
            const asked = await projects(client);
            await instance.restartServer();
            relay.target = instance.url;
            const again = await until('a call is answered after the restart', () =>
                projects(client, { timeout: 5000 }).catch(() => undefined));
            assert.equal(again, asked);
            assert.ok(relay.exchanges.some((exchange) => exchange.status === 404 && exchange.session !== 'none'),
                'its old session was refused with 404');
            await client.close();
            relay.stop();
        });
    }

    it('speaks the revisions that README.md records', () => record.check());
});

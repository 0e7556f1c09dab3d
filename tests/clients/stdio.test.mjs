// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official SDK clients through `fairleadctl stdio`, as Claude Desktop starts it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { Client as ClientV2 } from '@modelcontextprotocol/client';
import { StdioClientTransport as TransportV2 } from '@modelcontextprotocol/client/stdio';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';

import { textOf } from './clients.mjs';
import { Instance, until } from './programs.mjs';

const INFO = { name: 'fairlead-client-tests', version: '1.0.0' };
const CALLS = (tool) => ({ name: tool, arguments: {} });

const KINDS = [
    {
        name: 'v1',
        hasSession: true,
        make: () => new ClientV1(INFO, { capabilities: {} }),
        Transport: TransportV1,
        changed: ToolListChangedNotificationSchema,
    },
    {
        name: 'v2 in its automatic mode',
        hasSession: false,
        make: () => new ClientV2(INFO, { versionNegotiation: { mode: 'auto' } }),
        Transport: TransportV2,
    },
    {
        name: 'v2 with a session',
        hasSession: true,
        make: () => new ClientV2(INFO),
        Transport: TransportV2,
        changed: 'notifications/tools/list_changed',
    },
];

describe('the SDK clients over standard input and output', { timeout: 240_000 }, () => {
    let instance;
    let key;
    let projects;

    before(async () => {
        instance = await Instance.connected('Claude Desktop');
        key = instance.key;
        projects = (await instance.jira('/rest/api/3/project/search')).values;
    });

    after(() => instance?.stop());

    /** A connected client; --no-start, because the tests themselves restart fairleadd. */
    const connect = async (kind, environment = { FAIRLEAD_KEY: key }) => {
        const transport = new kind.Transport({
            command: path.join(process.env.FAIRLEAD_BIN_DIR, 'fairleadctl'),
            args: ['--data-dir', instance.dataFolder, 'stdio', '--no-start'],
            env: { ...instance.environment, ...environment },
            stderr: 'pipe',
        });
        const sent = [];
        const send = transport.send.bind(transport);
        transport.send = (message, ...rest) => {
            sent.push(message.method);
            return send(message, ...rest);
        };
        const client = kind.make();
        await client.connect(transport);
        return { client, transport, sent };
    };

    const listsProjects = async (client) => {
        const text = textOf(await client.callTool(CALLS('list_projects')));
        for (const project of projects) {
            assert.ok(text.includes(project.name), `${project.name} is in:\n${text}`);
        }
    };

    for (const kind of KINDS) {
        it(`lists and calls: ${kind.name}`, async () => {
            const { client, transport, sent } = await connect(kind);
            assert.equal(sent.includes('initialize'), kind.hasSession);
            const tools = (await client.listTools()).tools.map((tool) => tool.name);
            assert.ok(tools.includes('list_projects'));
            await listsProjects(client);
            await assert.rejects(client.callTool(CALLS('jira_reticulate_splines')), /jira_reticulate_splines/);
            const answers = await Promise.all(Array.from({ length: 10 }, () => client.callTool(CALLS('list_projects'))));
            assert.equal(new Set(answers.map(textOf)).size, 1);
            const { pid } = transport;
            await client.close();
            await until('the bridge is gone', () => {
                try {
                    return !process.kill(pid, 0);
                } catch {
                    return true;
                }
            });
        });

        for (const signal of ['SIGTERM', 'SIGKILL']) {
            it(`goes on after fairleadd was restarted by ${signal}: ${kind.name}`, async () => {
                const { client } = await connect(kind);
                let changes = 0;
                if (kind.changed) {
                    client.setNotificationHandler(kind.changed, () => (changes += 1));
                }
                await listsProjects(client);
                await instance.server.stop(signal);
                const early = client.callTool(CALLS('list_projects'));
                await instance.startServer();
                assert.ok(!(await early).isError, 'a call that came between is done afterwards');
                await listsProjects(client);
                if (kind.changed) {
                    await until('the client is told', () => changes > 0);
                }
                await client.close();
            });
        }

        it(`says what to do without a key: ${kind.name}`, async () => {
            await assert.rejects(connect(kind, {}), /FAIRLEAD_KEY/);
            await assert.rejects(connect(kind, { FAIRLEAD_KEY: `mcp_${'0'.repeat(64)}` }), /not known here/);
        });
    }
});

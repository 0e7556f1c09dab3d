// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Inspector's command line, with the key as a header, over both transports and in both eras of the protocol.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';

import { Home } from './home.mjs';
import { Instance } from './programs.mjs';
import { Record, versionOf } from './record.mjs';
import { Relay } from './relay.mjs';

const PROGRAM = path.join(import.meta.dirname, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');
const LABEL = `Inspector ${versionOf('@modelcontextprotocol/inspector')}`;

const WAYS = [
    { name: 'over Streamable HTTP', path: '/mcp', options: [] },
    { name: 'over HTTP+SSE', path: '/sse', options: [] },
    { name: 'over Streamable HTTP, without sessions', path: '/mcp', options: ['--protocol-era', 'modern'] },
    { name: 'over Streamable HTTP, finding out what the server speaks', path: '/mcp', options: ['--protocol-era', 'auto'] },
];

describe("the Inspector's command line", { timeout: 240_000 }, () => {
    const record = new Record();
    let instance;
    let key;

    before(async () => {
        instance = await Instance.connected('Inspector');
        key = instance.key;
    });

    after(() => instance?.stop());

    const inspect = (url, header, options) =>
        new Home(instance.folder, 'Inspector').run(process.execPath, [
            PROGRAM, '--cli', url, '--header', header, '--format', 'json', ...options]);

    for (const way of WAYS) {
        it(`lists and calls tools ${way.name}`, async () => {
            const relay = await Relay.start(instance.url);
            const url = relay.url + way.path;
            const header = `Authorization: Bearer ${key}`;
            const listed = await inspect(url, header, [...way.options, '--method', 'tools/list']);
            for (const tool of ['list_projects', 'jira_search', 'jira_create_issue']) {
                assert.ok(listed.includes(`"${tool}"`), `${tool} is in:\n${listed}`);
            }
            const called = await inspect(url, header, [
                ...way.options, '--method', 'tools/call', '--tool-name', 'list_projects']);
            for (const project of (await instance.jira('/rest/api/3/project/search')).values) {
                assert.ok(called.includes(project.name), `${project.name} is in:\n${called}`);
            }
            relay.stop();
            record.add(LABEL, relay);
        });
    }

    it('takes the key in the header of its own, too', async () => {
        const listed = await inspect(`${instance.url}/mcp`, `X-MCP-API-Key: ${key}`, ['--method', 'tools/list']);
        assert.ok(listed.includes('"list_projects"'), listed);
    });

    it('says that a wrong key is refused', async () => {
        const wrong = `Authorization: Bearer mcp_${'0'.repeat(64)}`;
        await assert.rejects(inspect(`${instance.url}/mcp`, wrong, ['--stored-auth-only', '--method', 'tools/list']),
            /ended with \d+.*(auth|401)/is);
    });

    it('speaks the revisions that README.md records', () => record.check());
});

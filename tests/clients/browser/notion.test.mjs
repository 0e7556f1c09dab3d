// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Connecting Notion in a real browser.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { KINDS, textOf } from '../clients.mjs';
import { until } from '../programs.mjs';
import { Browser } from './browser.mjs';
import { Person } from './person.mjs';
import { appOf, ConnectCommand, startInstance } from './signin.mjs';

describe('connecting Notion in the browser', { timeout: 240_000 }, () => {
    let instance;
    let browser;
    let client; // an MCP client

    before(async () => {
        instance = await startInstance();
        browser = await Browser.launch();
        const { key } = await instance.createKey('Browser tests');
        client = await KINDS.at(-1).connect(instance.url, key);
    });

    after(async () => {
        await client?.close();
        await browser?.close();
        await instance?.stop();
    });

    const connections = async () => (await instance.api('GET', '/api/pm/providers')).json.providers;
    const search = () => client.call('notion_search', {});

    it('connects by the command line, and a client finds the pages', async () => {
        const app = appOf(instance, 'notion');
        const args = ['--client-id', app.client_id, '--client-secret-stdin'];
        const command = new ConnectCommand(instance, 'notion', args, app.client_secret);
        const page = await new Person(browser, 'notion').connect(await command.url());
        const { code, json, said } = await command.ended();
        assert.equal(code, 0, said);
        assert.equal(json.connected[0].name, instance.sandbox.facts.notion.workspace.name);
        assert.equal(page.status, 200);
        assert.ok(page.text.includes(json.connected[0].name), page.text);
        const found = await search();
        assert.ok(!found.isError, textOf(found));
        assert.ok(textOf(found).length > 100, textOf(found));
    });

    it('takes no for an answer', async () => {
        const command = new ConnectCommand(instance, 'notion');
        const person = new Person(browser, 'notion-denied');
        await person.open(await command.url());
        await person.logIn();
        const page = await person.cancel();
        assert.equal(page.status, 400);
        const { code, json } = await command.ended();
        assert.equal(code, 1);
        assert.equal(json.problem, 'denied');
        assert.ok(page.text.includes(json.message));
    });

    it('renews an ended token once for all who call', async () => {
        const refreshes = async () => (await instance.sandboxCounts()).notion.refreshes;
        const before = await refreshes();
        await instance.switchSandbox('oauth/expire', { service: 'notion' });
        for (const answer of await Promise.all(Array.from({ length: 10 }, search))) {
            assert.ok(!answer.isError, textOf(answer));
        }
        assert.equal(await refreshes(), before + 1);
    });

    it('says that the sign-in has ended, and the same connection comes back', async () => {
        const [connection] = await connections();
        await instance.switchSandbox('oauth/revoke', { service: 'notion' });
        const refused = await search();
        assert.ok(refused.isError);
        assert.match(textOf(refused), /Reconnect/);
        await until('the connection says so', async () => (await connections())[0].state === 'needs_sign_in');
        const command = new ConnectCommand(instance, 'notion', ['--reconnect', connection.name]);
        await new Person(browser, 'notion-again').connect(await command.url());
        const { code, json, said } = await command.ended();
        assert.equal(code, 0, said);
        assert.deepEqual(json.connected.map(({ id }) => id), [connection.id]);
        assert.ok(!(await search()).isError);
    });
});

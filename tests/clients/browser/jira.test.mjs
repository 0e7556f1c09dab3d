// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Connecting Jira in a real browser, by the command line and by the REST API, with all that can go otherwise.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { KINDS, textOf } from '../clients.mjs';
import { until } from '../programs.mjs';
import { Browser } from './browser.mjs';
import { Person } from './person.mjs';
import { appOf, ConnectCommand, startInstance } from './signin.mjs';

describe('connecting Jira in the browser', { timeout: 240_000 }, () => {
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
    const begin = async (query = '') => (await instance.api('GET', `/api/auth/jira/url${query}`)).json;
    const signIn = async ({ id }) => (await instance.api('GET', `/api/auth/sign-ins/${id}`)).json;

    it('says what to do when no app is set up', async () => {
        const { code, said } = await new ConnectCommand(instance, 'jira').ended();
        assert.equal(code, 1);
        assert.ok(said.includes(`${instance.url}/api/auth/jira/callback`), said);
    });

    it('connects by the command line, and a client lists the projects', async () => {
        const app = appOf(instance, 'jira');
        const args = ['--client-id', app.client_id, '--client-secret-stdin'];
        const command = new ConnectCommand(instance, 'jira', args, app.client_secret);
        const page = await new Person(browser, 'jira').connect(await command.url());
        const { code, json, said } = await command.ended();
        assert.equal(code, 0, said);
        assert.equal(json.stage, 'connected');
        assert.equal(json.connected.length, 1);
        assert.equal(page.status, 200);
        assert.ok(page.text.includes(json.connected[0].name), page.text);
        const answer = await client.call('list_projects', {});
        assert.ok(!answer.isError, textOf(answer));
        assert.match(textOf(answer), /WEB/);
        for (const secret of [app.client_secret, new URL(page.url).searchParams.get('code')]) {
            assert.ok(!instance.server.log.includes(secret) && !said.includes(secret));
        }
    });

    it('lets a person mistype the password', async () => {
        const person = new Person(browser, 'jira-mistyped');
        const begun = await begin();
        await person.open(begun.url);
        await person.logIn({ email: 'ada@northwind.example', password: 'wrong' });
        assert.ok(await person.tab.has('#problem'));
        assert.equal((await signIn(begun)).stage, 'waiting_for_browser');
        await person.logIn();
        assert.equal((await person.accept()).status, 200);
        assert.equal((await signIn(begun)).stage, 'connected');
        assert.equal((await connections()).length, 1);
    });

    it('takes no for an answer', async () => {
        const command = new ConnectCommand(instance, 'jira');
        const person = new Person(browser, 'jira-denied');
        await person.open(await command.url());
        await person.logIn();
        const page = await person.cancel();
        assert.equal(page.status, 400);
        const { code, json, said } = await command.ended();
        assert.equal(code, 1);
        assert.equal(json.problem, 'denied');
        assert.ok(page.text.includes(json.message) && said.includes(json.message));
        assert.ok(page.text.includes(json.next_step) && json.next_step.length > 10);
    });

    it('connects nothing once it was cancelled in Fairlead', async () => {
        const before = (await connections())[0].id;
        const begun = await begin();
        const person = new Person(browser, 'jira-cancelled');
        await person.open(begun.url);
        await person.logIn();
        const cancelled = await instance.api('DELETE', `/api/auth/sign-ins/${begun.id}`);
        assert.equal(cancelled.json.problem, 'cancelled');
        assert.equal((await person.accept()).status, 400);
        assert.equal((await signIn(begun)).problem, 'cancelled');
        assert.deepEqual((await connections()).map(({ id }) => id), [before]);
    });

    it('uses an answer once', async () => {
        const begun = await begin();
        const page = await new Person(browser, 'jira-once').connect(begun.url);
        assert.equal(page.status, 200);
        const again = new Person(browser, 'jira-twice');
        await again.open(page.url);
        const { status, text } = await again.tab.seen();
        assert.equal(status, 400, text);
        assert.equal((await signIn(begun)).stage, 'connected');
    });

    it('opens one tab for two who start at once', async () => {
        const [one, other] = await Promise.all([begin(), begin()]);
        assert.equal(one.id, other.id);
        assert.deepEqual([one.is_new, other.is_new].sort(), [false, true]);
        const commands = [new ConnectCommand(instance, 'jira'), new ConnectCommand(instance, 'jira')];
        assert.deepEqual(await Promise.all(commands.map((command) => command.url())), [one.url, one.url]);
        await new Person(browser, 'jira-together').connect(one.url);
        for (const command of commands) {
            const { code, json, said } = await command.ended();
            assert.equal(code, 0, said);
            assert.equal(json.id, one.id);
        }
    });

    it('lets a person choose among several sites', async () => {
        const { client_id } = appOf(instance, 'jira');
        await instance.switchSandbox('oauth/clients', { service: 'jira', client_id, access: 'account' });
        const begun = await begin();
        const page = await new Person(browser, 'jira-sites').connect(begun.url);
        assert.match(page.text, /choose/i);
        const { stage, sites } = await signIn(begun);
        assert.equal(stage, 'choosing_sites');
        assert.equal(sites.length, 2);
        assert.deepEqual(sites.map((site) => site.is_connected).sort(), [false, true]);
        const chosen = sites.find((site) => !site.is_connected);
        const ended = await instance.api('POST', `/api/auth/sign-ins/${begun.id}/sites`, { sites: [chosen.id] });
        assert.equal(ended.json.stage, 'connected');
        assert.deepEqual(ended.json.connected.map(({ name }) => name), [chosen.name]);
        assert.equal((await connections()).length, 2);
        await instance.switchSandbox('oauth/clients', { service: 'jira', client_id, access: 'resource' });
        await instance.must(['connections', 'remove', ended.json.connected[0].id]);
    });

    it('renews an ended token once for all who call', async () => {
        const refreshes = async () => (await instance.sandboxCounts()).jira.refreshes;
        const before = await refreshes();
        await instance.switchSandbox('oauth/expire', { service: 'jira' });
        const answers = await Promise.all(Array.from({ length: 20 }, () => client.call('list_projects', {})));
        for (const answer of answers) {
            assert.ok(!answer.isError, textOf(answer));
        }
        assert.equal(await refreshes(), before + 1);
    });

    it('says that the sign-in has ended, and the same connection comes back', async () => {
        const [connection] = await connections();
        await instance.switchSandbox('oauth/revoke', { service: 'jira' });
        const refused = await client.call('list_projects', {});
        assert.ok(refused.isError);
        assert.match(textOf(refused), /Reconnect/);
        await until('the connection says so', async () => (await connections())[0].state === 'needs_sign_in');
        const command = new ConnectCommand(instance, 'jira', ['--reconnect', connection.name]);
        const page = await new Person(browser, 'jira-again').connect(await command.url());
        const { code, json, said } = await command.ended();
        assert.equal(code, 0, said);
        assert.deepEqual(json.connected.map(({ id }) => id), [connection.id]);
        assert.ok(page.text.includes(connection.name));
        assert.equal((await connections())[0].state, 'connected');
        assert.ok(!(await client.call('list_projects', {})).isError);
    });
});

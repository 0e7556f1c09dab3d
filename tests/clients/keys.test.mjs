// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a key opens and what it does not, seen by the SDK clients and by bare requests.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { KINDS, textOf } from './clients.mjs';
import { Instance } from './programs.mjs';

const VERSION = '2025-11-25';

describe('keys', { timeout: 240_000 }, () => {
    let instance;

    before(async () => {
        instance = await Instance.start();
        await instance.connectJira();
    });

    after(() => instance?.stop());

    const headers = (key, more = {}) => ({
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...more,
    });

    const post = (key, message, more) =>
        fetch(`${instance.url}/mcp`, {
            method: 'POST',
            headers: headers(key, more),
            body: JSON.stringify({ jsonrpc: '2.0', ...message }),
        });

    /** A bare session: its id, after the handshake. */
    const openSession = async (key) => {
        const params = { protocolVersion: VERSION, capabilities: {}, clientInfo: { name: 'bare', version: '1' } };
        const answer = await post(key, { id: 1, method: 'initialize', params });
        assert.equal(answer.status, 200);
        await answer.text();
        const id = answer.headers.get('mcp-session-id');
        assert.ok(id);
        const session = { 'mcp-session-id': id, 'mcp-protocol-version': VERSION };
        assert.equal((await post(key, { method: 'notifications/initialized' }, session)).status, 202);
        return session;
    };

    /** Opens /sse, waits for its first event, and gives a promise of the moment when it closes. */
    const openStream = async (key) => {
        const response = await fetch(`${instance.url}/sse`, { headers: headers(key, { accept: 'text/event-stream' }) });
        assert.equal(response.status, 200);
        const reader = response.body.getReader();
        await reader.read();
        const closed = (async () => {
            try {
                while (!(await reader.read()).done);
            } catch {
                // A reset connection is closed, too.
            }
            return performance.now();
        })();
        return { closed };
    };

    for (const kind of KINDS) {
        it(`refuses a wrong key: ${kind.name}`, async () => {
            const wrong = `mcp_${'0'.repeat(64)}`;
            await assert.rejects(kind.connect(instance.url, wrong), /401|Unauthorized/i);
        });

        it(`hides and refuses what a read-only key may not do: ${kind.name}`, async (t) => {
            const key = (await instance.createKey('Reader', { access: 'read' })).key;
            const client = await kind.connect(instance.url, key);
            t.after(() => client.close());
            const tools = await client.tools();
            assert.ok(tools.some((tool) => tool.name === 'jira_search'));
            assert.deepEqual(tools.filter((tool) => tool.annotations.readOnlyHint !== true), []);
            const [project] = (await instance.jira('/rest/api/3/project/search')).values;
            const args = { project: project.key, type: 'Task', summary: 'Must not come to be' };
            const outcome = await client.call('jira_create_issue', args).catch((error) => error);
            assert.ok(outcome instanceof Error || outcome.isError);
            const jql = 'summary ~ "Must not come to be"';
            const found = await instance.jira('/rest/api/3/search/jql', { jql, maxResults: 5 });
            assert.equal(found.issues.length, 0);
        });

        it(`ends a client's work when its key is revoked: ${kind.name}`, async () => {
            const created = await instance.createKey('Short-lived');
            const client = await kind.connect(instance.url, created.key);
            assert.ok(!(await client.call('list_projects', {})).isError);
            await instance.must(['keys', 'revoke', created.id]);
            await assert.rejects(client.call('list_projects', {}, { timeout: 10_000 }));
            await client.close().catch(() => {});
        });
    }

    it('answers 401 without naming anything that would start a sign-in', async () => {
        for (const path of ['/mcp', '/sse']) {
            const answer = await fetch(instance.url + path, { headers: headers('mcp_wrong') });
            assert.equal(answer.status, 401, path);
            assert.match(answer.headers.get('content-type'), /json/);
            assert.doesNotMatch(answer.headers.get('www-authenticate') ?? '', /resource_metadata/);
        }
        for (const path of ['/.well-known/oauth-protected-resource', '/.well-known/oauth-authorization-server']) {
            assert.equal((await fetch(instance.url + path)).status, 404, path);
        }
    });

    it('closes a stream within a second of the revocation, and answers 401 after it', async () => {
        const created = await instance.createKey('Revoked');
        const session = await openSession(created.key);
        const stream = await openStream(created.key);
        await instance.must(['keys', 'revoke', created.id]);
        const revoked = performance.now();
        const late = (await stream.closed) - revoked;
        assert.ok(late <= 1000, `the stream closed ${late} ms after the revocation`);
        const answer = await post(created.key, { id: 2, method: 'tools/list' }, session);
        assert.equal(answer.status, 401);
        const reason = await answer.text();
        assert.match(reason, /revoked/i);
        assert.ok(!reason.includes(created.key));
    });

    it('ends the old secret when a key is rotated', async () => {
        const created = await instance.createKey('Rotated');
        const rotated = await instance.must(['keys', 'rotate', created.id]);
        assert.equal(rotated.id, created.id);
        assert.notEqual(rotated.key, created.key);
        assert.equal((await post(created.key, { id: 1, method: 'ping' })).status, 401);
        await openSession(rotated.key);
    });

    it('takes a session of another key for one that does not exist', async () => {
        const [mine, theirs] = [await instance.createKey('Mine'), await instance.createKey('Theirs')];
        const session = await openSession(mine.key);
        assert.equal((await post(theirs.key, { id: 2, method: 'tools/list' }, session)).status, 404);
        assert.equal((await post(mine.key, { id: 2, method: 'tools/list' }, session)).status, 200);
    });

    it('shows each user only their own connections', async () => {
        await instance.must(['users', 'create', 'Grace']);
        const mine = await instance.createKey('Of the default user');
        const theirs = await instance.createKey('Of Grace', { user: 'Grace' });
        const [project] = (await instance.jira('/rest/api/3/project/search')).values;

        const projectsOf = async (key) => {
            const client = await KINDS[1].connect(instance.url, key);
            const result = await client.call('list_projects', {});
            await client.close();
            return textOf(result);
        };
        assert.ok((await projectsOf(mine.key)).includes(project.name));
        assert.ok(!(await projectsOf(theirs.key)).includes(project.name));
        assert.deepEqual((await instance.must(['connections', 'list'], { user: 'Grace' })).providers, []);

        await instance.connectJira('Grace');
        assert.ok((await projectsOf(theirs.key)).includes(project.name));

        const [connection] = (await instance.must(['connections', 'list'], { user: 'Grace' })).providers;
        const removed = await instance.ctl(['connections', 'remove', connection.id]);
        assert.equal(removed.code, 1, 'the default user cannot remove what is Grace\'s');
        const revoked = await instance.ctl(['keys', 'revoke', theirs.id]);
        assert.equal(revoked.code, 1, 'nor revoke her key');
        assert.ok((await projectsOf(theirs.key)).includes(project.name));
    });

    it('does not know a session from before a restart, and still knows the key', async () => {
        const created = await instance.createKey('Survivor');
        const session = await openSession(created.key);
        await instance.server.stop();
        await instance.startServer();
        assert.equal((await post(created.key, { id: 2, method: 'tools/list' }, session)).status, 404);
        const client = await KINDS[2].connect(instance.url, created.key);
        assert.ok(!(await client.call('list_projects', {})).isError);
        await client.close();
    });
});

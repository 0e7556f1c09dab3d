// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fairlead signs in to an MCP server of the official SDK at an authorization server that others wrote, from the command
// line, and clients of the official SDK use its tools.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { KINDS, textOf } from '../clients.mjs';
import { Instance } from '../programs.mjs';
import { allow, GuardedServer } from './guarded.mjs';
import { ConnectCommand } from './signin.mjs';

describe('a remote MCP server that wants a sign-in', { timeout: 240_000 }, () => {
    let instance;
    let server;
    let key;

    const connect = (...args) => new ConnectCommand(instance, 'mcp', args);
    const who = async (kind = KINDS[1]) => {
        const client = await kind.connect(instance.url, key);
        const result = await client.call('guarded_who', {});
        await client.close();
        return textOf(result);
    };

    before(async () => {
        server = await GuardedServer.start();
        instance = await Instance.start();
        key = (await instance.createKey('Cursor', { access: 'full' })).key;
    });

    after(async () => {
        await instance?.stop();
        await server?.stop();
    });

    it('opens one page for eight who connect it at once, and registers once', async () => {
        const commands = Array.from({ length: 8 }, () => connect('--url', server.url, '--name', 'guarded'));
        const urls = await Promise.all(commands.map((command) => command.url()));
        assert.equal(new Set(urls).size, 1);
        const opened = commands.filter((command) => !command.said.includes('already waiting'));
        assert.equal(opened.length, 1, commands.map((command) => command.said).join('\n'));
        const page = new URL(urls[0]);
        assert.equal(page.origin, server.issuer);
        assert.equal(page.searchParams.get('resource'), server.url);
        assert.equal(page.searchParams.get('code_challenge_method'), 'S256');
        const last = await allow(urls[0]);
        assert.equal(last.status, 200, last.text);
        for (const command of commands) {
            const { code, json, said } = await command.ended();
            assert.equal(code, 0, said);
            assert.equal(json.stage, 'connected');
        }
        assert.equal(server.registrations, 1);
        assert.deepEqual(server.exchanges, ['authorization_code']);
    });

    for (const kind of KINDS) {
        it(`lets ${kind.name} use its tools`, async () => {
            assert.equal(await who(kind), 'signed in as ada');
        });
    }

    it('renews the sign-in by itself, once for eight calls, after a restart too', async () => {
        await instance.restartServer();
        const clients = await Promise.all(Array.from({ length: 8 }, () => KINDS[1].connect(instance.url, key)));
        server.endTokens();
        const answers = await Promise.all(clients.map((client) => client.call('guarded_who', {})));
        assert.deepEqual(new Set(answers.map(textOf)), new Set(['signed in as ada']));
        await Promise.all(clients.map((client) => client.close()));
        assert.deepEqual(server.exchanges, ['authorization_code', 'refresh_token']);
    });

    it('shows the token to nobody', async () => {
        const [connection] = (await instance.must(['connections', 'list'])).providers;
        assert.equal(connection.sign_in, 'oauth');
        assert.equal(connection.state, 'connected');
        assert.doesNotMatch(instance.server.log, /Bearer \S{20}/);
    });

    it('signs in again by name, and as the same connection', async () => {
        const [before] = (await instance.must(['connections', 'list'])).providers;
        const command = connect('--reconnect', 'guarded');
        await allow(await command.url());
        assert.equal((await command.ended()).code, 0);
        const [after] = (await instance.must(['connections', 'list'])).providers;
        assert.equal(after.id, before.id);
        assert.equal(server.registrations, 1);
        assert.equal(await who(), 'signed in as ada');
    });
});

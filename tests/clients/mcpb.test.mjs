// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The extension for Claude Desktop, judged by the tool of those who made the format, and started as it says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { getMcpConfigForManifest } from '@anthropic-ai/mcpb';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

import { textOf } from './clients.mjs';
import { Instance } from './programs.mjs';

const BUILD = path.join(import.meta.dirname, '../../packaging/mcpb/build');
const MCPB = path.join(import.meta.dirname, 'node_modules/@anthropic-ai/mcpb/dist/cli/cli.js');

describe('the extension for Claude Desktop', { timeout: 120_000 }, () => {
    let instance;
    let folder;
    let bundle;
    let manifest;

    const mcpb = (...args) => execFileSync(process.execPath, [MCPB, ...args], { cwd: instance.folder, encoding: 'utf8' });

    before(async () => {
        instance = await Instance.connected('Claude Desktop');
        bundle = path.join(instance.folder, 'fairlead.mcpb');
        folder = path.join(instance.folder, 'unpacked');
        await instance.must(['clients', 'extension', bundle]);
        mcpb('unpack', bundle, folder);
        manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    });

    after(() => instance?.stop());

    it('is a valid bundle', () => {
        assert.match(mcpb('validate', path.join(folder, 'manifest.json')), /passes/);
        assert.ok(readdirSync(folder).includes('icon.png'));
        assert.ok(readFileSync(path.join(folder, manifest.server.entry_point)).length > 0);
    });

    it('can be packed again by the tool', () => {
        const again = path.join(instance.folder, 'again.mcpb');
        assert.match(mcpb('pack', folder, again), /fairlead/);
        const unpacked = path.join(instance.folder, 'again');
        mcpb('unpack', again, unpacked);
        for (const file of ['manifest.json', 'icon.png']) {
            assert.deepEqual(readFileSync(path.join(unpacked, file)), readFileSync(path.join(folder, file)));
        }
    });

    const configuration = (userConfig) =>
        getMcpConfigForManifest({ manifest, extensionPath: folder, systemDirs: {}, userConfig, pathSeparator: '/' });

    it('starts nothing without a key', async () => {
        assert.equal(await configuration({}), undefined);
    });

    it('lists projects with the key that the person enters', async () => {
        const start = await configuration({ key: instance.key });
        const transport = new StdioClientTransport({ ...start, env: { ...instance.environment, ...start.env } });
        const client = new Client({ name: 'claude-ai', version: '1.0.0' });
        await client.connect(transport);
        assert.match(textOf(await client.callTool({ name: 'list_projects', arguments: {} })), /WEB/);
        await client.close();
    });

    it('is the same file each time that it is built', () => {
        const files = ['a', 'b'].map((name) => path.join(instance.folder, `${name}.mcpb`));
        for (const file of files) {
            execFileSync(BUILD, [file], { encoding: 'utf8' });
        }
        const [one, other] = files.map((file) => readFileSync(file));
        assert.deepEqual(one, other);
        assert.ok(one.includes('"command": "/usr/bin/fairleadctl"'));
        assert.ok(!one.includes(instance.folder));
    });
});

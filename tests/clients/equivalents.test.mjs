// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tests/data/peers/equivalents.json says which of our tools does what a peer's tool does: each that it
// names must exist.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { KINDS } from './clients.mjs';
import { Instance } from './programs.mjs';

const PEERS = JSON.parse(readFileSync(path.join(import.meta.dirname, '../data/peers/equivalents.json')));
const HTTP = KINDS.find(({ name }) => name === 'v1 over Streamable HTTP');
const OUR_NAMES = /\b(?:jira|notion|list|find|read)_[a-z_]+\b/g;

describe('the equivalents of the peers\' tools', { timeout: 60_000 }, () => {
    let instance;
    let names;

    before(async () => {
        instance = await Instance.start({ settingsFor: ({ notion }) => ({ notionApiUrl: notion.api }) });
        await instance.connectJira();
        await instance.must(['connect', 'notion', '--token-stdin'], { input: 'ntn_sandbox_pat_ada' });
        const { key } = await instance.createKey('Equivalents', { access: 'full' });
        const client = await HTTP.connect(instance.url, key, '?toolsets=all');
        names = new Set((await client.tools()).map(({ name }) => name));
        await client.close();
    });

    after(() => instance?.stop());

    for (const [peer, rows] of Object.entries(PEERS)) {
        it(`are tools of ours, or say why there is none: ${peer}`, () => {
            const missing = [];
            for (const { tool, ours, note } of rows) {
                assert.ok(ours || note.startsWith('Left out: '), `${tool} says neither`);
                const named = [...(ours ? [ours] : []), ...note.match(OUR_NAMES) ?? []];
                missing.push(...named.filter((name) => !names.has(name)).map((name) => `${tool} → ${name}`));
            }
            assert.deepEqual(missing, []);
        });
    }
});

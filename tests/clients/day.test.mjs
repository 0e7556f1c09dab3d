// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The day of day.mjs through the official SDK's client, against the sandbox at one fixed moment. Its
// transcript, with the bytes of each step, is tests/data/day/transcript.md; DAY_UPDATE=1 writes it anew.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { KINDS, textOf } from './clients.mjs';
import { STEPS, TOOLSETS } from './day.mjs';
import { Instance } from './programs.mjs';

const GOLDEN = path.join(import.meta.dirname, '../data/day/transcript.md');
const NOW = '2026-11-23T09:00:00Z'; // a Monday
const NOTION_TOKEN = 'ntn_sandbox_pat_ada';
const HTTP = KINDS.find(({ name }) => name === 'v1 over Streamable HTTP');
const FENCE = '~~~';

/** Writes ports and random ids the same in every run. */
class Steady {
    #ids = new Map();

    text(text) {
        return text
            .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://northwind.atlassian.net')
            .replace(/127\.0\.0\.1:\d+/g, 'northwind.atlassian.net')
            .replace(/\b[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}\b/g, (id) => this.#id(id));
    }

    #id(id) {
        const bare = id.replaceAll('-', '');
        if (!this.#ids.has(bare)) {
            this.#ids.set(bare, String(this.#ids.size + 1).padStart(12, '0'));
        }
        const dash = id.includes('-') ? '-' : '';
        return ['00000000', '0000', '4000', '8000', this.#ids.get(bare)].join(dash);
    }
}

function section(number, { title, tool, sent, read, args, text, refused }) {
    return [
        `## ${number}. ${title}`,
        '',
        `\`${tool}\`, ${sent} bytes sent, ${read} read${refused ? ', refused' : ''}`,
        '',
        `${FENCE}json`,
        JSON.stringify(args, null, 1).replace(/\n */g, ' '),
        FENCE,
        '',
        FENCE,
        text,
        FENCE,
        '',
    ].join('\n');
}

function transcript(steps) {
    const total = (what) => steps.reduce((sum, step) => sum + step[what], 0);
    return [
        '# A day of work',
        '',
        'Made by tests/clients/day.test.mjs from what the official SDK\'s client got over /mcp; bytes are those of the arguments and of',
        'the answer\'s text.',
        '',
        `${steps.length} calls: ${total('sent')} bytes sent, ${total('read')} read.`,
        '',
        '| step | tool | sent | read |',
        '|---|---|---:|---:|',
        ...steps.map(({ title, tool, sent, read }, index) => `| ${index + 1}. ${title} | ${tool} | ${sent} | ${read} |`),
        '',
        ...steps.map((step, index) => section(index + 1, step)),
    ].join('\n');
}

describe('a day of work', { timeout: 120_000 }, () => {
    let instance;
    let client;

    before(async () => {
        instance = await Instance.start({
            sandboxArgs: ['--now', NOW],
            settingsFor: ({ notion }) => ({ notionApiUrl: notion.api }),
        });
        await instance.connectJira();
        await instance.must(['connect', 'notion', '--token-stdin'], { input: NOTION_TOKEN });
        const { key } = await instance.createKey('Day');
        client = await HTTP.connect(instance.url, key, `?toolsets=${TOOLSETS.join()}`);
    });

    after(async () => {
        await client?.close();
        await instance?.stop();
    });

    it('goes as its transcript says', async () => {
        const steady = new Steady();
        const seen = {};
        const steps = [];
        for (const { title, tool, args, keep, refused } of STEPS) {
            const given = typeof args === 'function' ? args(seen) : args;
            const result = await client.call(tool, given);
            const answer = textOf(result);
            assert.equal(Boolean(result.isError), Boolean(refused), `${title}: ${tool} ${JSON.stringify(given)}: ${answer}`);
            Object.assign(seen, keep?.(answer));
            const steadyArgs = JSON.parse(steady.text(JSON.stringify(given)));
            const text = steady.text(answer);
            const sent = Buffer.byteLength(JSON.stringify(steadyArgs));
            steps.push({ title, tool, args: steadyArgs, text, refused, sent, read: Buffer.byteLength(text) });
        }
        const now = transcript(steps);
        if (process.env.DAY_UPDATE) {
            mkdirSync(path.dirname(GOLDEN), { recursive: true });
            writeFileSync(GOLDEN, now);
        }
        assert.equal(now, readFileSync(GOLDEN, 'utf8'), 'tests/data/day/transcript.md is another day; DAY_UPDATE=1 writes it anew');
    });
});

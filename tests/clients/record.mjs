// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The record of who speaks which revision: printed by the tests that measure it, and held against README.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const HEAD = ['client', 'says it is', 'over', 'begins with', 'revision', 'asks'];

/** The version that is installed of an npm package; `folder` is the one with its package.json. */
export function versionOf(name, folder = here) {
    return JSON.parse(readFileSync(path.join(folder, 'node_modules', name, 'package.json'))).version;
}

export class Record {
    #rows = new Map();

    /** Notes what the relay saw of this client. */
    add(client, relay) {
        for (const { info, path: over, opening, revision, methods } of relay.conversations()) {
            const who = [client, `${info?.name} ${info?.version}`, over, opening, revision];
            const asked = this.#rows.get(who.join()) ?? { who, methods: new Set() };
            methods.forEach((method) => asked.methods.add(method));
            this.#rows.set(who.join(), asked);
        }
    }

    /** Prints the table; each of its rows must stand in README.md, which is what people read. */
    check() {
        const rows = [...this.#rows.values()].map(({ who, methods }) => [...who, [...methods].sort().join(', ')]);
        const table = [HEAD, ...rows];
        const widths = HEAD.map((_, column) => Math.max(...table.map((row) => String(row[column]).length)));
        console.log(table.map((row) => row.map((cell, column) => String(cell).padEnd(widths[column])).join('  ')).join('\n'));
        const readme = readFileSync(path.join(here, 'README.md'), 'utf8');
        const missing = rows.map((row) => `| ${row.join(' | ')} |`).filter((line) => !readme.includes(line));
        assert.deepEqual(missing, [], 'tests/clients/README.md must list these rows');
    }
}

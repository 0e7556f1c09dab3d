// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the official suite against fairlead-conformance-server, once per revision and once per frozen requirement set,
// and with fairlead-conformance-client once per revision, and prints passed of all. A scenario passes when the suite
// found neither a failure nor a warning in it. The list of expected failures is empty.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { clientResults } from './clients.mjs';
import { startRelay } from './relay.mjs';
import { startServer } from './server.mjs';

// What the suite is asked to run, by revision: every scenario of it, and what it requires, frozen at its release.
const SELECTIONS = {
    '2025-06-18': [['--suite', 'all', '--spec-version', '2025-06-18']],
    '2025-11-25': [
        ['--suite', 'all', '--spec-version', '2025-11-25'],
        ['--requirements', '2025-11-25'],
    ],
    '2026-07-28': [
        ['--suite', 'all', '--spec-version', '2026-07-28'],
        ['--requirements', '2026-07-28'],
    ],
};
// Extensions that Fairlead does not advertise.
const EXTENSIONS = /^(tasks-|sep-2640-)/;
const SUITE = path.resolve('node_modules/@modelcontextprotocol/conformance/dist/index.js');

const { values: options } = parseArgs({
    options: {
        revision: { type: 'string' },
        scenario: { type: 'string' },
        verbose: { type: 'boolean' },
        side: { type: 'string' }, // server or client; both without
    },
});

/** The suite's checks of every scenario that it ran: [{ scenario, checks }]. */
function resultsIn(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => ({
            scenario: entry.name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, ''),
            checks: JSON.parse(readFileSync(path.join(folder, entry.name, 'checks.json'), 'utf8')),
        }))
        .filter(({ scenario }) => !EXTENSIONS.test(scenario));
}

async function runSuite(url, selection, folder) {
    const args = [SUITE, 'server', '--url', `${url}/mcp`, '-o', folder, ...selection];
    const suite = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [suite.stdout, suite.stderr]) {
        stream.on('data', (text) => (output += text));
    }
    await once(suite, 'close');
    if (options.verbose) {
        console.log(output);
    }
    return resultsIn(folder);
}

function report(revision, selection, results) {
    const isBad = (check) => check.status === 'FAILURE' || check.status === 'WARNING';
    const bad = results.filter(({ checks, passed }) => checks.some(isBad) || passed === false);
    const passed = `${results.length - bad.length} of ${results.length} scenarios passed`;
    console.log(`${revision}: ${passed} (${selection.slice(0, 2).join(' ')})`);
    for (const { scenario, checks, output } of bad) {
        if (!checks.some(isBad)) {
            console.log(`  ${scenario}: the client ended badly\n${output}`);
        }
        for (const check of checks.filter(isBad)) {
            console.log(`  ${scenario}: ${check.status} ${check.id}: ${check.errorMessage ?? check.description}`);
        }
    }
    return results.length > 0 && bad.length === 0;
}

async function testServer(revisions) {
    const server = await startServer(options);
    const relay = await startRelay(server.url, { 'X-MCP-API-Key': 'conformance' });
    let passed = true;
    for (const revision of revisions) {
        const selections = options.scenario
            ? [['--scenario', options.scenario, '--spec-version', revision]]
            : SELECTIONS[revision];
        for (const selection of selections) {
            const folder = mkdtempSync(path.join(tmpdir(), 'fairlead-conformance-'));
            try {
                const results = await runSuite(relay.url, selection, folder);
                passed = report(revision, selection, results) && passed;
            } finally {
                rmSync(folder, { recursive: true, force: true });
            }
        }
    }
    relay.stop();
    server.process.kill();
    return passed;
}

async function testClient(revisions) {
    let passed = true;
    for (const revision of revisions) {
        const results = await clientResults(SUITE, revision, options.scenario);
        passed = report(revision, ['client'], results) && passed;
        if (options.verbose) {
            results.forEach(({ output }) => console.log(output));
        }
    }
    return passed;
}

// Of 2025-03-26 the suite has only scenarios of a client that signs in.
const REVISIONS = { server: Object.keys(SELECTIONS), client: ['2025-03-26', ...Object.keys(SELECTIONS)] };
const sides = { server: testServer, client: testClient };
let passed = true;
for (const side of options.side ? [options.side] : Object.keys(sides)) {
    passed = (await sides[side](options.revision ? [options.revision] : REVISIONS[side])) && passed;
}
process.exitCode = passed ? 0 : 1;

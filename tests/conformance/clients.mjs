// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The suite's client scenarios: it is the server, and starts fairlead-conformance-client for each of them.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Runs the suite's own program; its exit code and what it printed. */
async function runSuite(suite, args) {
    try {
        const { stdout, stderr } = await promisify(execFile)(process.execPath, [suite, ...args]);
        return { code: 0, output: stdout + stderr };
    } catch (error) {
        return { code: error.code, output: `${error.stdout}${error.stderr}` };
    }
}

/** The names of the scenarios that the suite has for this revision. */
async function scenariosOf(suite, revision) {
    const { output } = await runSuite(suite, ['list', '--client', '--spec-version', revision]);
    return [...output.matchAll(/^\s+- (\S+) \[/gm)].map((match) => match[1]);
}

function checksIn(folder) {
    // A scenario's name may hold a slash, and its folder has it too.
    const found = readdirSync(folder, { recursive: true }).find((name) => path.basename(name) === 'checks.json');
    return found ? JSON.parse(readFileSync(path.join(folder, found), 'utf8')) : [];
}

async function runScenario(suite, scenario, revision) {
    const client = path.join(process.env.FAIRLEAD_BIN_DIR ?? '', 'fairlead-conformance-client');
    const folder = mkdtempSync(path.join(tmpdir(), 'fairlead-conformance-'));
    try {
        const args = ['--command', client, '--scenario', scenario, '--spec-version', revision, '-o', folder];
        const { code, output } = await runSuite(suite, ['client', ...args]);
        return { scenario, checks: checksIn(folder), passed: code === 0, output };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** [{ scenario, checks, passed, output }] for all of the revision, or the one named. */
export async function clientResults(suite, revision, only) {
    const results = [];
    for (const scenario of only ? [only] : await scenariosOf(suite, revision)) {
        results.push(await runScenario(suite, scenario, revision));
    }
    return results;
}

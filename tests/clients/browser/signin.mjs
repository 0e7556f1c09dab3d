// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of browser sign-ins share: the programs, and the command that waits for a person.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { Instance } from '../programs.mjs';

/** A sandbox with two sites of Jira, and a fairleadd that takes it for Atlassian and Notion, with both apps set up in it. */
export async function startInstance() {
    const instance = await Instance.start({
        sandboxArgs: ['--site', 'tidewater=0'],
        settingsFor: ({ atlassian, notion }) => ({
            jiraSignInUrl: atlassian.auth,
            jiraApiUrl: atlassian.api,
            notionApiUrl: notion.api,
        }),
    });
    for (const [service, facts] of [['jira', instance.sandbox.facts.atlassian], ['notion', instance.sandbox.facts.notion]]) {
        const redirect_uri = `${instance.url}/api/auth/${service}/callback`;
        await instance.switchSandbox('oauth/clients', { service, client_id: facts.client_id, redirect_uri });
    }
    return instance;
}

/** The app's id and secret, as somebody would enter them. */
export function appOf(instance, service) {
    const { client_id, client_secret } = instance.sandbox.facts[service === 'jira' ? 'atlassian' : service];
    return { client_id, client_secret };
}

/** fairleadctl connect SERVICE --oauth --no-browser, which waits for a person. */
export class ConnectCommand {
    constructor(instance, service, args = [], input = '') {
        const all = ['--data-dir', instance.dataFolder, '--json', 'connect', service, '--oauth', '--no-browser', ...args];
        this.process = spawn(path.join(process.env.FAIRLEAD_BIN_DIR, 'fairleadctl'), all, { env: instance.environment });
        this.process.stdin.end(input);
        this.said = '';
        this.printed = '';
        this.process.stderr.on('data', (text) => (this.said += text));
        this.process.stdout.on('data', (text) => (this.printed += text));
        this.closed = once(this.process, 'close');
    }

    /** The address that it asks a person to open. */
    async url() {
        for (;;) {
            const found = /^https?:\S+$/m.exec(this.said);
            if (found) {
                return found[0];
            }
            const more = once(this.process.stderr, 'data', { signal: AbortSignal.timeout(30_000) });
            more.catch(() => {});
            const ended = await Promise.race([more.then(() => false), this.closed.then(() => true)]);
            assert.ok(!ended, `fairleadctl ended before it named an address: ${this.said}`);
        }
    }

    /** How it ended. */
    async ended() {
        const [code] = await this.closed;
        return { code, said: this.said, json: this.printed.trim() ? JSON.parse(this.printed) : {} };
    }
}

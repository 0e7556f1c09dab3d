// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of browser sign-ins share: the programs, a person who clicks, the command that waits for the person,
// and what holds for every page that Fairlead shows in the browser.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { Instance } from '../programs.mjs';

const ADA = { email: 'ada@northwind.example', password: 'sandbox-password-ada' };

/** A sandbox and a fairleadd that takes it for Atlassian and Notion, with both apps set up in it. */
export async function startInstance() {
    const instance = await Instance.start(({ atlassian, notion }) => ({
        jiraSignInUrl: atlassian.auth,
        jiraApiUrl: atlassian.api,
        notionApiUrl: notion.api,
    }));
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

/** On the sandbox's pages, which look like those of Atlassian and Notion as far as a click goes. */
export class Person {
    constructor(browser, name) {
        this.browser = browser;
        this.name = name;
    }

    async open(url) {
        this.tab = await this.browser.tab();
        await this.tab.open(url);
        await this.tab.shoot(`${this.name}-1-login`);
    }

    async logIn({ email, password } = ADA) {
        await this.tab.write('#email', email);
        await this.tab.write('#password', password);
        await this.tab.press('#sign-in');
    }

    /** Chooses all that can be chosen (or one, where it is one) and accepts; what is then seen. */
    async accept() {
        await this.tab.page.waitForSelector('#accept');
        for (const box of await this.tab.page.$$('#choices input:not(:checked)')) {
            await box.click();
        }
        await this.tab.shoot(`${this.name}-2-consent`);
        await this.tab.press('#accept');
        return this.#end();
    }

    async cancel() {
        await this.tab.press('#cancel');
        return this.#end();
    }

    async #end() {
        await this.tab.shoot(`${this.name}-3-end`);
        const page = await this.tab.seen();
        checkPage(page);
        await this.tab.close();
        return page;
    }

    /** From the address to the end, without hesitation. */
    async connect(url) {
        await this.open(url);
        await this.logIn();
        return this.accept();
    }
}

/** Every page of ours is plain, cannot be framed or kept, and repeats nothing of what came. */
function checkPage({ url, headers, html }) {
    const policy = headers['content-security-policy'] ?? '';
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
        assert.ok(policy.includes(rule), `${rule} is not in ${policy}`);
    }
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(headers['content-type'], /^text\/html/);
    assert.doesNotMatch(html, /<script|javascript:|<form|\son\w+=/i);
    for (const [name, value] of new URL(url).searchParams) {
        assert.ok(!html.includes(value), `the page shows the ${name} that came`);
    }
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

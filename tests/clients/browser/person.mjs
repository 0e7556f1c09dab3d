// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A person who signs in in a browser, and what holds for every page that Fairlead shows there.
import assert from 'node:assert/strict';

const ADA = { email: 'ada@northwind.example', password: 'sandbox-password-ada' };

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

    /** Chooses all pages, or the first site, and accepts; what is then seen. */
    async accept() {
        await this.tab.page.waitForSelector('#accept');
        const choices = '#choices input[type=checkbox], #choices label:first-child input[type=radio]';
        for (const choice of await this.tab.page.$$(choices)) {
            await choice.click();
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

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real browser without a screen, with a profile of its own, and what a person does in it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

/** How long a person would wait for a page. */
const PATIENCE = 30_000;

const ARGUMENTS = [
    // Nothing beyond this computer: not a font, not an update.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    '--disable-background-networking',
    '--disable-component-update',
    // Containers have little of it.
    '--disable-dev-shm-usage',
    '--window-size=1000,800',
    // The sandbox does not work for root, which is who CI is.
    ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
];

export class Browser {
    static async launch() {
        const browser = new Browser();
        browser.folder = mkdtempSync(path.join(tmpdir(), 'fairlead-browser-'));
        const { DBUS_SESSION_BUS_ADDRESS, DISPLAY, WAYLAND_DISPLAY, ...environment } = process.env;
        browser.chromium = await puppeteer.launch({
            executablePath: execFileSync(path.join(import.meta.dirname, 'find'), { encoding: 'utf8' }).trim(),
            headless: true,
            args: ARGUMENTS,
            userDataDir: path.join(browser.folder, 'profile'),
            env: { ...environment, HOME: browser.folder },
            timeout: PATIENCE,
            defaultViewport: { width: 1000, height: 800 },
        });
        return browser;
    }

    /** A tab in which nobody has signed in to anything. */
    async tab() {
        const context = await this.chromium.createBrowserContext();
        const tab = new Tab(context, await context.newPage());
        tab.page.setDefaultTimeout(PATIENCE);
        return tab;
    }

    async close() {
        await this.chromium?.close();
        rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
}

/** One page, and the last answer that it shows. */
class Tab {
    constructor(context, page) {
        this.context = context;
        this.page = page;
    }

    async open(url) {
        this.answer = await this.page.goto(url, { waitUntil: 'load', timeout: PATIENCE });
    }

    /** Presses it and waits for the page that it leads to. */
    async press(selector) {
        await this.page.waitForSelector(selector, { visible: true });
        const [answer] = await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), this.page.click(selector)]);
        this.answer = answer;
    }

    /** In place of what stands in the field. */
    async write(selector, text) {
        await this.page.waitForSelector(selector, { visible: true });
        await this.page.$eval(selector, (field) => (field.value = ''));
        await this.page.type(selector, text);
    }

    has(selector) {
        return this.page.$(selector).then((found) => found !== null);
    }

    /** What the person sees, and what came with it. */
    async seen() {
        return {
            url: this.page.url(),
            status: this.answer.status(),
            headers: this.answer.headers(),
            html: await this.answer.text(),
            title: await this.page.title(),
            text: await this.page.$eval('body', (body) => body.innerText),
        };
    }

    /** A picture for people, in $FAIRLEAD_SCREENSHOTS when that is set. */
    async shoot(name) {
        const folder = process.env.FAIRLEAD_SCREENSHOTS;
        if (folder) {
            mkdirSync(folder, { recursive: true });
            await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
        }
    }

    close() {
        return this.context.close();
    }
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// foreign.mjs CALLBACK-PATH: an authorization server that others wrote, and a person with a browser who does what the
// lines on standard input say, for a test in another language. {"do":"allow","url":…} signs in and allows,
// "deny" signs in and does not, "exchanges" tells what was asked of the token endpoint. Each is answered with a line.
import readline from 'node:readline';

import { Browser } from './browser.mjs';
import { CLIENT, OidcServer } from './foreignserver.mjs';

// Standard output is for the answers; the authorization server's remarks are none.
console.info = console.error;

const server = await OidcServer.start(process.argv[2]);
const browser = await Browser.launch();

async function signIn({ do: deed, url }, lastPress) {
    const tab = await browser.tab();
    await tab.open(url);
    await tab.write('input[name=login]', 'ada');
    await tab.write('input[name=password]', 'anything');
    await tab.shoot(`oidc-${deed}-login`);
    await tab.press('button.login-submit');
    await tab.shoot(`oidc-${deed}-consent`);
    await tab.press(lastPress);
    await tab.shoot(`oidc-${deed}-end`);
    const page = await tab.seen();
    await tab.close();
    return page;
}

const DEEDS = {
    allow: (order) => signIn(order, 'button.login-submit'),
    deny: (order) => signIn(order, '.login-help a'),
    exchanges: async () => ({ exchanges: server.exchanges }),
};

const say = (object) => process.stdout.write(`${JSON.stringify(object)}\n`);

say({ issuer: server.issuer, client: CLIENT });
for await (const line of readline.createInterface({ input: process.stdin })) {
    const order = JSON.parse(line);
    say(await DEEDS[order.do](order).catch((error) => ({ error: error.stack })));
}
await browser.close();
await server.stop();

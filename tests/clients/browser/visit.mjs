// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// visit.mjs NAME URL: a person whose browser was opened at this address signs in and accepts. Prints what the last page
// says; NAME is that of the pictures.
import { Browser } from './browser.mjs';
import { Person } from './person.mjs';

const [name, url] = process.argv.slice(2);
const browser = await Browser.launch();
try {
    const page = await new Person(browser, name).connect(url);
    process.stdout.write(`${JSON.stringify(page)}\n`);
} finally {
    await browser.close();
}

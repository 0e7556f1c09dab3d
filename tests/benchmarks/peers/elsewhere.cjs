// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loaded with --require into a peer that insists on https://{site}.atlassian.net: what it asks there
// goes to JIRA_STAND_IN, which is the sandbox.
const asked = globalThis.fetch;

globalThis.fetch = (address, options) => {
    const url = new URL(address);
    if (!url.hostname.endsWith('.atlassian.net')) {
        throw new TypeError(`fetch failed: ${url.hostname} is not the sandbox`);
    }
    return asked(new URL(url.pathname + url.search, process.env.JIRA_STAND_IN), options);
};

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The servers from npm that people use today, each started so that the sandbox stands for its service.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { EMAIL, TOKEN } from '../clients/programs.mjs';
import { StdioClient } from './mcp.mjs';

const here = path.join(import.meta.dirname, 'peers');
const packages = path.join(here, 'node_modules');

export const NOTION_TOKEN = 'ntn_sandbox_pat_ada';
export const NOTION_VERSION = '2026-03-11';

function nameOf(name) {
    const { version } = JSON.parse(readFileSync(path.join(packages, name, 'package.json')));
    return `${name} ${version}`;
}

export const NOTION = nameOf('@notionhq/notion-mcp-server');
export const AASHARI = nameOf('@aashari/mcp-server-atlassian-jira');

export const notionProgram = path.join(packages, '@notionhq/notion-mcp-server/bin/cli.mjs');

/** What Notion's server needs; it sends the version that the sandbox speaks, in place of an older one. */
export function notionEnvironment(api, home) {
    const headers = { Authorization: `Bearer ${NOTION_TOKEN}`, 'Notion-Version': NOTION_VERSION };
    return { ...environment(home), BASE_URL: api, OPENAPI_MCP_HEADERS: JSON.stringify(headers) };
}

const environment = (home) => ({ PATH: process.env.PATH, HOME: home });

export function startNotion(api, home) {
    return StdioClient.start(process.execPath, [notionProgram], notionEnvironment(api, home));
}

export function startAashari(site, home) {
    const program = path.join(packages, '@aashari/mcp-server-atlassian-jira/dist/index.js');
    return StdioClient.start(process.execPath, ['--require', path.join(here, 'elsewhere.cjs'), program], {
        ...environment(home),
        JIRA_STAND_IN: site,
        TRANSPORT_MODE: 'stdio',
        ATLASSIAN_SITE_NAME: 'sandbox',
        ATLASSIAN_USER_EMAIL: EMAIL,
        ATLASSIAN_API_TOKEN: TOKEN,
    });
}

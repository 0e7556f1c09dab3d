// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a model pays for the same answers: Fairlead, the servers from npm and the bare REST API, on the
// same data. Started by tests/benchmarks/tokens; README.md says what each column is.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { countTokens } from './peers/node_modules/gpt-tokenizer/esm/encoding/o200k_base.js';

import { NotionRest, writeCorpus } from './corpus.mjs';
import { blockRecords, issueRecords, lostFields, rowRecords, searchRecords } from './fields.mjs';
import { HttpClient } from './mcp.mjs';
import { AASHARI, NOTION, NOTION_TOKEN, startAashari, startNotion } from './peers.mjs';
import { Instance } from '../clients/programs.mjs';

const NOW = '2026-11-23T09:00:00Z'; // the sandbox's, so that the bytes are the same in every run
const ISSUE = 'WEB-4';
const JQL = 'project in (WEB, MOB, PAY, OPS, DATA) ORDER BY key';
const FIELDS = ['summary', 'status', 'assignee', 'priority', 'updated'];

const ISSUE_FILTER = `{key: key, summary: fields.summary, status: fields.status.name, type: fields.issuetype.name,
    priority: fields.priority.name, assignee: fields.assignee.displayName, reporter: fields.reporter.displayName,
    parent: fields.parent.key, labels: fields.labels, created: fields.created, updated: fields.updated,
    description: fields.description, comments: fields.comment.comments[*].{author: author.displayName, created: created,
    body: body}, links: fields.issuelinks[*].{type: type.name, inward: inwardIssue.key, outward: outwardIssue.key}}`;
const SEARCH_FILTER = 'issues[*].{key: key, summary: fields.summary, status: fields.status.name, '
    + 'assignee: fields.assignee.displayName, priority: fields.priority.name, updated: fields.updated}';

/** The questions: how each of the four is asked, and what must be in the answer. */
function corpusOf({ page, source }, instance, notion) {
    const search = { jql: JQL, maxResults: '50', fields: FIELDS.join() };
    const rows = { data_source_id: source, page_size: 100 };
    return [
        {
            name: 'an issue with its comment and links',
            raw: () => instance.jiraText(`/rest/api/3/issue/${ISSUE}`),
            records: issueRecords,
            peer: AASHARI,
            plain: ['jira_get', { path: `/rest/api/3/issue/${ISSUE}` }],
            sparing: ['jira_get', { path: `/rest/api/3/issue/${ISSUE}`, jq: ISSUE_FILTER }],
            own: ['jira_get_issue', { key: ISSUE, include: ['comments'] }],
        },
        {
            name: 'a search with 50 issues, 5 fields',
            raw: () => instance.jiraText(`/rest/api/3/search/jql?${new URLSearchParams(search)}`),
            records: searchRecords,
            peer: AASHARI,
            plain: ['jira_get', { path: '/rest/api/3/search/jql', queryParams: search }],
            sparing: ['jira_get', { path: '/rest/api/3/search/jql', queryParams: search, jq: SEARCH_FILTER }],
            own: ['jira_search', { jql: JQL, limit: 50, fields: FIELDS }],
        },
        {
            name: 'a page of 100 blocks',
            raw: () => notion.text('GET', `/v1/blocks/${page}/children?page_size=100`),
            records: blockRecords,
            peer: NOTION,
            plain: ['API-get-block-children', { block_id: page, page_size: 100 }],
            sparing: ['API-retrieve-page-markdown', { page_id: page }],
            own: ['notion_read_page', { page }],
        },
        {
            name: 'a database of 100 rows, 9 columns',
            raw: () => notion.text('POST', `/v1/data_sources/${source}/query`, { page_size: 100 }),
            records: rowRecords,
            peer: NOTION,
            plain: ['API-query-data-source', rows],
            sparing: ['API-query-data-source', rows],
            own: ['notion_query_database', { database: source, limit: 100 }],
        },
    ];
}

/** Fairlead's answer with the parts that it keeps back beyond its budget. */
async function wholeAnswer(own, name, args) {
    let text = await own.call(name, args);
    for (let cut = /read_more with handle "(\w+)"/.exec(text); cut; ) {
        const more = await own.call('read_more', { handle: cut[1] });
        text += `\n${more}`;
        cut = /read_more with handle "(\w+)"/.exec(more);
    }
    return text;
}

const measure = (text) => ({ text, bytes: Buffer.byteLength(text), tokens: countTokens(text) });

async function measureAnswers(corpus, own, peers) {
    const rows = [];
    for (const { name, raw, records, peer, ...calls } of corpus) {
        const row = { name, peer, raw: measure(await raw()) };
        row.plain = measure(await peers[peer].call(...calls.plain));
        row.sparing = measure(await peers[peer].call(...calls.sparing));
        row.own = measure(await wholeAnswer(own, ...calls.own));
        for (const who of ['plain', 'sparing', 'own']) {
            row[who].lost = lostFields(records(row.raw.text), row[who].text);
        }
        rows.push(row);
    }
    return rows;
}

async function measureLists(own, peers) {
    const list = async (client) => measure(JSON.stringify(await client.tools()));
    const ours = await list(own);
    const rows = [];
    for (const [peer, client] of Object.entries(peers)) {
        const plain = await list(client);
        rows.push({ name: 'tools/list', peer, plain, sparing: plain, own: ours });
    }
    return rows;
}

const HEAD = ['what', 'REST', 'peer', 'peer, sparingly', 'Fairlead', 'to the peer', 'to it sparingly', 'to REST', 'lost: peer', 'lost: Fairlead'];

function print(rows, unit) {
    const number = (measured) => (measured ? measured[unit].toLocaleString('en') : '–');
    const ratio = (one, other) => (other ? (one[unit] / other[unit]).toFixed(2) : '–');
    const lost = (measured) => (measured.lost ? String(measured.lost.length) : '–');
    console.log(`\n| ${HEAD.map((head, column) => (column ? head : `${unit} of`)).join(' | ')} |`);
    console.log(`|${HEAD.map((_, column) => (column ? '---:' : '---')).join('|')}|`);
    for (const { name, peer, raw, plain, sparing, own } of rows) {
        const cells = [`${name}; ${peer}`, number(raw), number(plain), sparing === plain ? '–' : number(sparing), number(own),
            ratio(own, plain), sparing === plain ? '–' : ratio(own, sparing), ratio(own, raw), lost(plain), lost(own)];
        console.log(`| ${cells.join(' | ')} |`);
    }
}

/** Fairlead with both services, the peers, the corpus; each closed in the end. */
async function run() {
    const settingsFor = ({ notion }) => ({ notionApiUrl: notion.api, logLevel: 'warning' });
    const instance = await Instance.start({ sandboxArgs: ['--now', NOW], settingsFor });
    const open = [instance];
    try {
        const api = instance.sandbox.facts.notion.api;
        const where = await writeCorpus(api);
        await instance.connectJira();
        await instance.must(['connect', 'notion', '--token-stdin'], { input: NOTION_TOKEN });
        const { key } = await instance.createKey('Tokens');
        const home = path.join(instance.folder, 'peers');
        mkdirSync(home);
        const peers = { [AASHARI]: await startAashari(instance.sandbox.url, home), [NOTION]: await startNotion(api, home) };
        open.push(...Object.values(peers).map((peer) => ({ stop: () => peer.close() })));
        const own = await HttpClient.open(instance.url, key);
        return [...await measureAnswers(corpusOf(where, instance, new NotionRest(api)), own, peers),
            ...await measureLists(own, peers)];
    } finally {
        for (const one of open.reverse()) {
            await one.stop();
        }
    }
}

const rows = await run();
print(rows, 'bytes');
print(rows, 'tokens');
for (const { name, own } of rows) {
    if (process.env.TOKENS_SHOW) {
        console.log(`\n=== ${name}\n${own.text}`);
    }
    for (const field of own.lost ?? []) {
        console.error(`Fairlead's answer lacks a field that was asked for: ${name}: ${field}`);
        process.exitCode = 1;
    }
}

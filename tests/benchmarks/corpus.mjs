// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the measurements read: the sandbox's own issues, and a page of 100 blocks and a database of 100
// rows that are written into it through Notion's REST API.
import { NOTION_TOKEN, NOTION_VERSION } from './peers.mjs';

const ROWS = 100;
const BLOCKS = 100;
const DAY = 86_400_000;

const TASKS = [
    'Move the address form to one column', 'Show refunds in the order history', 'Measure how long the queue waits',
    'Translate the error pages', 'Clean up flags that are always on', 'Test the restore of last week\'s backup',
    'Draw the empty cart', 'Write down who owns the nightly jobs', 'Replace the search index', 'Ask three customers about delivery',
];
const AREAS = ['checkout', 'search', 'the app', 'the warehouse', 'the invoices', 'support'];
const STATUSES = ['Not started', 'In progress', 'Blocked', 'Done'];
const PRIORITIES = ['High', 'Medium', 'Low'];
const TAGS = ['web', 'mobile', 'payments', 'ops'];

const SENTENCES = [
    'We looked at **forty orders** that were given up, and in most of them the *address* was the last thing typed.',
    'The service answers in 80 ms on a quiet day; on a Friday evening it takes **four times** as long.',
    'Ask `billing-api` first, because it knows about vouchers, and only then the old ledger.',
    'Deepa found that the second attempt always works, which points at the [cache](https://northwind.example/runbooks/cache).',
    'Nobody has changed this part since spring, so we should read it **twice** before we touch it.',
    'The plan is to ship behind a flag, watch *one week* of orders, and remove the flag at once.',
    'Support gets about five questions a week on this; the answer they give is in the handbook.',
];

/** A number's choice among these, the same in every run. */
const pick = (values, number) => values[(number * 7 + Math.floor(number / values.length)) % values.length];

function blockText(number) {
    const sentence = pick(SENTENCES, number);
    const other = pick(SENTENCES, number + 3);
    const kinds = [
        `${sentence} ${other}`, `- ${sentence}`, `- ${other}`, `${other} (${number})`, `- [${number % 4 ? ' ' : 'x'}] ${sentence}`,
        `1. ${sentence}`, `> ${other}`, `${sentence} ${other} See step ${number}.`, `- [ ] ${other}`,
    ];
    return number % 10 === 0 ? `## ${number / 10 + 1}. ${pick(TASKS, number / 10)}` : kinds[number % 10 - 1];
}

export const pageMarkdown = Array.from({ length: BLOCKS }, (_, number) => blockText(number)).join('\n');

function rowOf(number, people) {
    const due = new Date(Date.UTC(2027, 0, 4) + number * DAY).toISOString().slice(0, 10);
    const task = `${pick(TASKS, number)} in ${pick(AREAS, number)}`;
    return {
        Task: { title: [{ text: { content: task } }] },
        Status: { status: { name: pick(STATUSES, number) } },
        Priority: { select: { name: pick(PRIORITIES, number) } },
        Assignee: { people: [{ object: 'user', id: pick(people, number).id }] },
        Due: { date: { start: due } },
        Estimate: { number: number % 13 + 1 },
        Tags: { multi_select: [{ name: pick(TAGS, number) }, { name: pick(TAGS, number + 1) }] },
        Jira: { url: `https://northwind.example/browse/WEB-${number + 1}` },
    };
}

/** Notion's REST API as the sandbox has it. */
export class NotionRest {
    constructor(api) {
        this.api = api;
    }

    async text(method, target, body) {
        const response = await fetch(this.api + target, {
            method,
            headers: { authorization: `Bearer ${NOTION_TOKEN}`, 'notion-version': NOTION_VERSION, 'content-type': 'application/json' },
            body: body && JSON.stringify(body),
        });
        const text = await response.text();
        if (!response.ok) {
            throw new Error(`${method} ${target}: ${response.status} ${text}`);
        }
        return text;
    }

    async ask(method, target, body) {
        return JSON.parse(await this.text(method, target, body));
    }
}

/** Writes the page and the rows; says where they are. */
export async function writeCorpus(api) {
    const rest = new NotionRest(api);
    const pages = await rest.ask('POST', '/v1/search', { query: 'Engineering', filter: { property: 'object', value: 'page' } });
    const sources = await rest.ask('POST', '/v1/search', { query: 'Team tasks', filter: { property: 'object', value: 'data_source' } });
    const people = (await rest.ask('GET', '/v1/users')).results.filter((user) => user.type === 'person');
    const source = sources.results[0].id;
    const rows = (await rest.ask('POST', `/v1/data_sources/${source}/query`, { page_size: 100 })).results.length;
    for (let number = rows; number < ROWS; ++number) {
        await rest.ask('POST', '/v1/pages', { parent: { data_source_id: source }, properties: rowOf(number, people) });
    }
    const page = await rest.ask('POST', '/v1/pages', {
        parent: { page_id: pages.results[0].id },
        properties: { title: [{ text: { content: 'Checkout: what we know' } }] },
        markdown: pageMarkdown,
    });
    return { page: page.id, source };
}

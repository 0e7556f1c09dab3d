// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A day of work as a model would do it: what it calls, in which order, and what it takes from one answer
// into the next call. `refused` marks a call that is meant to fail, so that the sentence can be read.

/** Which toolsets the day needs beside the core. */
export const TOOLSETS = ['jira_agile', 'jira_worklogs'];

/** What a text says, for the next call. */
function found(pattern, text) {
    const match = pattern.exec(text);
    if (!match) {
        throw new Error(`${pattern} is not in this answer:\n${text}`);
    }
    return match[1];
}

const TABLE = `Measured on staging, ten orders each:

| Cart | Before | After |
| --- | ---: | ---: |
| gift card only | 0.9 s | 0.9 s |
| gift card and one article | **fails** | 1.1 s |

Ben, could you look at the amounts?`;

const OUTAGE = `Orders with a gift card wait in \`orders.mixed\` and nobody takes them out.

## Steps to reproduce

1. Pay a cart with a gift card and one more article.
2. Look at the length of the queue.

> Nothing is lost: the orders are there, only late.`;

/** The steps. `args` may be made from `seen`, in which `keep` puts what later steps need. */
export const STEPS = [
    {
        title: 'Find my bugs',
        tool: 'jira_search',
        args: { jql: 'assignee = currentUser() AND issuetype = Bug AND statusCategory != Done ORDER BY priority DESC', fields: ['priority', 'updated'] },
        keep: (text) => ({ bug: found(/^(WEB-\d+)/m, text) }),
    },
    { title: 'Read the worst of them', tool: 'jira_get_issue', args: ({ bug }) => ({ key: bug, include: ['comments'] }) },
    {
        title: 'What came in and belongs to nobody',
        tool: 'jira_search',
        args: { jql: 'project in (WEB, MOB) AND issuetype = Bug AND assignee IS EMPTY AND statusCategory != Done ORDER BY created', limit: 5 },
        keep: (text) => ({ orphan: found(/^((?:WEB|MOB)-\d+)/m, text) }),
    },
    {
        title: 'Triage: a person who is not there',
        tool: 'jira_update_issue',
        args: ({ orphan }) => ({ key: orphan, assignee: 'Chloe Marten', priority: 'High' }),
        refused: true,
    },
    {
        title: 'Triage',
        tool: 'jira_update_issue',
        args: ({ orphan }) => ({ key: orphan, assignee: 'Chloé', priority: 'High', add_labels: ['triaged'] }),
    },
    {
        title: 'Create, without the field that this project wants',
        tool: 'jira_create_issue',
        args: { project: 'OPS', type: 'Bug', summary: 'Orders with a gift card stay in the queue', description: OUTAGE },
        refused: true,
        keep: (text) => ({ severity: found(/Allowed: \w+, (\w+)/, text) }),
    },
    {
        title: 'Create with the required custom field',
        tool: 'jira_create_issue',
        args: ({ severity }) => ({
            project: 'OPS',
            type: 'Bug',
            summary: 'Orders with a gift card stay in the queue',
            description: OUTAGE,
            assignee: 'ben@northwind.example',
            fields: { Severity: severity },
        }),
        keep: (text) => ({ created: found(/(OPS-\d+)/, text) }),
    },
    { title: 'Link', tool: 'jira_link_issues', args: ({ created, bug }) => ({ from: created, type: 'is caused by', to: bug }), refused: true },
    { title: 'Link, with a type that exists', tool: 'jira_link_issues', args: ({ created, bug }) => ({ from: created, type: 'is blocked by', to: bug }) },
    { title: 'Transition', tool: 'jira_transition_issue', args: ({ bug }) => ({ key: bug, to: 'In Review' }) },
    { title: 'Comment with a table', tool: 'jira_add_comment', args: ({ bug }) => ({ key: bug, body: TABLE }) },
    { title: 'Read it again', tool: 'jira_list_comments', args: ({ bug }) => ({ key: bug, limit: 1 }) },
    {
        title: 'Log work',
        tool: 'jira_add_worklog',
        args: ({ bug }) => ({ key: bug, time_spent: '1h 30m', started: '2026-11-23T08:00', comment: 'Found the amount that was **not** split.' }),
    },
    { title: 'Plan a sprint: the board', tool: 'jira_list_boards', args: { project: 'WEB' }, keep: (text) => ({ board: found(/^(\d+)/m, text) }) },
    { title: 'Plan a sprint: what there is', tool: 'jira_list_sprints', args: ({ board }) => ({ board }) },
    {
        title: 'Plan a sprint: the backlog',
        tool: 'jira_backlog',
        args: ({ board }) => ({ board, limit: 5 }),
        keep: (text) => ({ wanted: [...text.matchAll(/^(WEB-\d+)/gm)].slice(0, 3).map(([key]) => key) }),
    },
    {
        title: 'Plan a sprint: make it',
        tool: 'jira_create_sprint',
        args: ({ board }) => ({ board, name: 'WEB gift cards', start: '2026-11-30', end: '2026-12-11', goal: 'Every cart can be paid.' }),
        keep: (text) => ({ sprint: found(/\b(\d+)\b/, text) }),
    },
    { title: 'Plan a sprint: fill it', tool: 'jira_move_to_sprint', args: ({ sprint, wanted }) => ({ sprint, keys: wanted }) },
    { title: 'Plan a sprint: look at it', tool: 'jira_sprint_issues', args: ({ sprint }) => ({ sprint }) },
    {
        title: 'Find a page',
        tool: 'notion_search',
        args: { query: 'roadmap', type: 'page' },
        keep: (text) => ({ page: found(/\b([0-9a-f]{32})\b/, text) }),
    },
    { title: 'Read it', tool: 'notion_read_page', args: ({ page }) => ({ page }) },
    {
        title: 'Edit a paragraph that is not there',
        tool: 'notion_edit_page',
        args: ({ page }) => ({ page, edits: [{ old: 'Single-page checkout', new: 'One-page checkout, gift cards included' }] }),
        refused: true,
    },
    {
        title: 'Edit one paragraph',
        tool: 'notion_edit_page',
        args: ({ page }) => ({ page, edits: [{ old: 'One-page checkout', new: 'One-page checkout, gift cards included' }] }),
    },
    {
        title: 'Find a database',
        tool: 'notion_search',
        args: { query: 'Team tasks', type: 'data_source' },
        keep: (text) => ({ database: found(/\b([0-9a-f]{32})\b/, text) }),
    },
    {
        title: 'Find its rows that are blocked',
        tool: 'notion_query_database',
        args: ({ database }) => ({ database, filter: { Status: 'Blocked' } }),
        keep: (text) => ({ row: found(/\b([0-9a-f]{32})\b/, text) }),
    },
    {
        title: 'Fill a row, with a value that its column does not have',
        tool: 'notion_update_properties',
        args: ({ row }) => ({ page: row, properties: { Status: 'Doing' } }),
        refused: true,
    },
    {
        title: 'Fill the row',
        tool: 'notion_update_properties',
        args: ({ row, created }) => ({ page: row, properties: { Status: 'In progress', Due: '2026-11-27', Estimate: 2, Tags: ['ops', 'payments'], Jira: `https://northwind.example/browse/${created}` } }),
    },
    { title: 'Comment on it', tool: 'notion_add_comment', args: ({ row }) => ({ page: row, markdown: 'The dashboard is there, so this is **not** blocked any more.' }) },
];

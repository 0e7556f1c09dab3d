// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official SDK clients, each against the real fairleadd: every tool, and what goes wrong.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

import { KINDS, textOf } from './clients.mjs';
import { Instance, until } from './programs.mjs';

// The core: what a client sees whose key has no toolsets.
const READS = ['find_tools', 'jira_download_attachment', 'jira_find_users', 'jira_get_create_fields', 'jira_get_issue',
    'jira_list_comments', 'jira_search', 'list_projects', 'notion_get_database', 'notion_list_comments', 'notion_list_users',
    'notion_query_database', 'notion_read_page', 'notion_search', 'read_more'];
const WRITES = ['jira_add_comment', 'jira_create_issue', 'jira_link_issues', 'jira_transition_issue', 'jira_update_issue',
    'notion_add_comment', 'notion_create_page', 'notion_edit_page', 'notion_update_properties'];

describe('the SDK clients', { timeout: 240_000 }, () => {
    let instance;
    let key;
    let projects;
    let issues;

    before(async () => {
        instance = await Instance.connected('Clients');
        key = instance.key;
        projects = (await instance.jira('/rest/api/3/project/search')).values;
        const jql = `project = ${projects[0].key} ORDER BY key ASC`;
        issues = (await instance.jira('/rest/api/3/search/jql', { jql, fields: ['summary', 'status'], maxResults: 5 })).issues;
        assert.ok(projects.length > 1 && issues.length > 1, 'the sandbox is seeded');
    });

    after(() => instance?.stop());

    for (const kind of KINDS) {
        describe(kind.name, { timeout: 120_000 }, () => {
            let client;

            before(async () => {
                client = await kind.connect(instance.url, key);
            });

            after(() => client?.close());

            afterEach(() => instance.clearFaults());

            const ok = async (name, args, options) => {
                const result = await client.call(name, args, options);
                assert.ok(!result.isError, textOf(result));
                return textOf(result);
            };

            const refused = async (name, args) => {
                const result = await client.call(name, args);
                assert.equal(result.isError, true, `${name} accepted ${JSON.stringify(args)}`);
                return textOf(result);
            };

            it('lists the tools with what a model needs to use them', async () => {
                const tools = await client.tools();
                assert.deepEqual(tools.map((tool) => tool.name).sort(), [...READS, ...WRITES].sort());
                for (const tool of tools) {
                    assert.ok(tool.description.length > 20, tool.name);
                    assert.equal(tool.inputSchema.type, 'object', tool.name);
                    assert.equal(tool.annotations.readOnlyHint === true, READS.includes(tool.name), tool.name);
                    assert.equal(tool.annotations.destructiveHint, READS.includes(tool.name) ? undefined : false, tool.name);
                }
            });

            it('lists the projects', async () => {
                const text = await ok('list_projects', {});
                for (const project of projects) {
                    assert.match(text, new RegExp(`\\b${project.key}\\b`));
                    assert.ok(text.includes(project.name), `${project.name} is in:\n${text}`);
                }
            });

            it('searches', async () => {
                const text = await ok('jira_search', { jql: `project = ${projects[0].key} ORDER BY key ASC`, limit: 5 });
                for (const issue of issues) {
                    assert.ok(text.includes(issue.key), `${issue.key} is in:\n${text}`);
                    assert.ok(text.includes(issue.fields.summary), `${issue.fields.summary} is in:\n${text}`);
                }
            });

            it('gets an issue', async () => {
                const text = await ok('jira_get_issue', { key: issues[0].key });
                assert.ok(text.includes(issues[0].key));
                assert.ok(text.includes(issues[0].fields.summary));
                assert.ok(text.includes(issues[0].fields.status.name));
            });

            it('creates an issue, comments on it, and reads both back', async () => {
                const summary = `Made by ${kind.name}`;
                const created = await ok('jira_create_issue', {
                    project: projects[0].key,
                    type: 'Task',
                    summary,
                    description: 'First line.\n\n- one **bold** point\n- two',
                });
                const [made] = created.match(new RegExp(`\\b${projects[0].key}-\\d+\\b`)) ?? [];
                assert.ok(made, `a key is in:\n${created}`);
                const there = await instance.jira(`/rest/api/3/issue/${made}?fields=summary,description`);
                assert.equal(there.fields.summary, summary);
                assert.ok(JSON.stringify(there.fields.description).includes('"strong"'), 'Markdown became ADF');

                await ok('jira_add_comment', { key: made, body: `Said by **${kind.name}**` });
                const comments = (await instance.jira(`/rest/api/3/issue/${made}/comment`)).comments;
                assert.equal(comments.length, 1);

                const text = await ok('jira_get_issue', { key: made, include: ['comments'] });
                assert.ok(text.includes(summary), text);
                assert.ok(text.includes('**bold**'), text);
                assert.ok(text.includes(`Said by **${kind.name}**`), text);
            });

            it('names the argument that is wrong', async () => {
                assert.match(await refused('jira_search', {}), /jql/);
                assert.match(await refused('jira_search', { jql: 'project = X', limit: -1 }), /limit.*-1/s);
                assert.match(await refused('jira_get_issue', { key: issues[0].key, colour: 'blue' }), /colour/);
                assert.match(await refused('jira_create_issue', { project: projects[0].key, type: 'Task' }), /summary/);
                assert.match(await refused('jira_add_comment', { key: issues[0].key }), /body/);
            });

            it('hears from Jira what it refuses', async () => {
                assert.match(await refused('jira_get_issue', { key: `${projects[0].key}-999999` }), /999999/);
                assert.match(await refused('jira_search', { jql: 'nonsense ===' }), /nonsense|JQL/i);
            });

            it('gets a protocol error for a tool that does not exist', async () => {
                await assert.rejects(client.call('jira_reticulate_splines', {}), /jira_reticulate_splines/);
            });

            it('may ask for progress', async () => {
                const seen = [];
                await ok('list_projects', {}, { onprogress: (progress) => seen.push(progress.progress) });
                assert.deepEqual(seen, [...seen].sort((a, b) => a - b), 'progress grows');
            });

            it('cancels a call, and goes on', async () => {
                await instance.addFault({ kind: 'hang', path: '/rest/api/3/search/jql' });
                const before = (await instance.sandboxRequests()).length;
                const abort = new AbortController();
                const call = client.call('jira_search', { jql: 'project = DATA order by key' }, { signal: abort.signal });
                await until('the call reaches Jira', async () => (await instance.sandboxRequests()).length > before);
                abort.abort('no longer wanted');
                await assert.rejects(call);
                await instance.clearFaults();
                await ok('list_projects', {});
            });

            it('pings', { skip: kind.isStateless }, async () => {
                await client.ping();
            });

            it('answers calls that run at the same time, each with its own answer', async () => {
                const texts = await Promise.all(
                    [...issues, ...issues].map((issue) => ok('jira_get_issue', { key: issue.key })));
                [...issues, ...issues].forEach((issue, index) => assert.ok(texts[index].includes(issue.key)));
            });
        });
    }
});

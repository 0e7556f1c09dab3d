// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Resources, prompts, completion and questions to the person, by the official SDK clients.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema, ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';

import { textOf } from './clients.mjs';
import { Instance, until } from './programs.mjs';

const INFO = { name: 'fairlead-resource-tests', version: '1.0.0' };
const withKey = (key) => ({ requestInit: { headers: { Authorization: `Bearer ${key}` } } });

/** A client of the second generation that answers every form with `answer(params)`. */
async function connectV2(url, key, answer) {
    const capabilities = answer ? { elicitation: { form: {} } } : {};
    const client = new ClientV2(INFO, { capabilities, versionNegotiation: { mode: 'auto' } });
    if (answer) {
        client.setRequestHandler('elicitation/create', async (request) => answer(request.params));
    }
    await client.connect(new TransportV2(new URL(`${url}/mcp`), withKey(key)));
    return client;
}

async function connectV1(url, key, answer) {
    const client = new ClientV1(INFO, { capabilities: answer ? { elicitation: {} } : {} });
    if (answer) {
        client.setRequestHandler(ElicitRequestSchema, async (request) => answer(request.params));
    }
    await client.connect(new TransportV1(new URL(`${url}/mcp`), withKey(key)));
    return client;
}

const GENERATIONS = [
    { name: 'v1, with a session', connect: connectV1 },
    { name: 'v2, without one', connect: connectV2 },
];

describe('resources and prompts', { timeout: 240_000 }, () => {
    let instance;
    let key;
    let site;

    before(async () => {
        instance = await Instance.connected('Resources');
        key = instance.key;
        site = new URL(instance.sandbox.url).host;
    });

    after(() => instance?.stop());

    for (const { name, connect } of GENERATIONS) {
        describe(name, { timeout: 120_000 }, () => {
            let client;
            const asked = [];
            let answers = {};

            before(async () => {
                client = await connect(instance.url, key, (params) => {
                    asked.push(params);
                    const names = Object.keys(params.requestedSchema.properties);
                    const content = Object.fromEntries(names.map((property) => [property, answers[property]]));
                    return { action: 'accept', content };
                });
            });

            after(() => client?.close());

            it('lists the sites, and reads one, its projects and its issues by their addresses', async () => {
                const { resources } = await client.listResources();
                assert.deepEqual(resources.map((resource) => resource.uri), [`jira://${site}`]);
                const { resourceTemplates } = await client.listResourceTemplates();
                assert.deepEqual(resourceTemplates.map((template) => template.uriTemplate).sort(),
                    ['jira://{site}/issue/{key}', 'jira://{site}/project/{key}', 'notion://{workspace}/page/{id}']);

                const projects = (await client.readResource({ uri: resources[0].uri })).contents[0].text;
                assert.match(projects, new RegExp(`jira://${site}/project/WEB`));
                const project = (await client.readResource({ uri: `jira://${site}/project/WEB` })).contents[0].text;
                assert.match(project, /WEB-\d+/);
                const issue = (await client.readResource({ uri: `jira://${site}/issue/WEB-1` })).contents[0];
                const there = await instance.jira('/rest/api/3/issue/WEB-1?fields=summary');
                assert.equal(issue.mimeType, 'text/markdown');
                assert.ok(issue.text.includes(there.fields.summary), issue.text);
                await until('the log says so', () => instance.server.log.includes(`read jira://${site}/issue/WEB-1 key=mcp_`));
            });

            it('does not know what is not there', async () => {
                for (const uri of [`jira://${site}/issue/WEB-99999`, 'jira://elsewhere.atlassian.net/issue/WEB-1']) {
                    await assert.rejects(client.readResource({ uri }), /not found/i, uri);
                }
            });

            it('lists the prompts, and gets each with what Jira says', async () => {
                const { prompts } = await client.listPrompts();
                assert.deepEqual(prompts.map((prompt) => prompt.name), ['document_to_issues', 'plan_sprint', 'triage_issues']);
                const text = async (name, args) =>
                    (await client.getPrompt({ name, arguments: args })).messages[0].content.text;
                assert.match(await text('plan_sprint', { project: 'web', goal: 'Faster checkout' }),
                    /Faster checkout[\s\S]*WEB-\d+/);
                assert.match(await text('document_to_issues', { project: 'WEB', document: 'Build a ramp.' }),
                    /Task[\s\S]*Build a ramp\./);
                assert.match(await text('triage_issues', { assignee: 'Ben Okafor' }),
                    /[A-Z]+-\d+ .* Ben Okafor/);
                await assert.rejects(text('plan_sprint', { project: 'NOPE' }), /NOPE does not exist/);
            });

            it('completes keys and names', async () => {
                const issueKey = { type: 'ref/resource', uri: 'jira://{site}/issue/{key}' };
                const complete = async (ref, name, value, known) =>
                    (await client.complete({ ref, argument: { name, value }, context: { arguments: known ?? {} } })).completion;
                assert.deepEqual((await complete(issueKey, 'site', '')).values, [site]);
                const issues = await complete(issueKey, 'key', 'WEB-1', { site });
                assert.ok(issues.values.includes('WEB-1') && issues.values.every((value) => value.startsWith('WEB-1')));
                const projects = await complete({ type: 'ref/prompt', name: 'plan_sprint' }, 'project', 'w');
                assert.equal(projects.values[0], 'WEB');
                assert.equal(projects.hasMore, false);
                assert.equal(projects.total, projects.values.length);
                const people = await complete({ type: 'ref/prompt', name: 'triage_issues' }, 'assignee', 'ad');
                assert.ok(people.values.some((value) => value.startsWith('Ada')), people.values.join());
            });

            it('asks the person for what is missing, and creates the issue', async () => {
                answers = { project: 'OPS', summary: `Asked for by ${name}`, type: 'Bug', customfield_10050: 'Critical' };
                asked.length = 0;
                const result = await client.callTool({ name: 'jira_create_issue', arguments: {} });
                assert.ok(!result.isError, textOf(result));
                assert.deepEqual(asked.map((params) => Object.keys(params.requestedSchema.properties)),
                    [['project', 'summary'], ['type'], ['customfield_10050']]);
                const [made] = textOf(result).match(/OPS-\d+/);
                const there = await instance.jira(`/rest/api/3/issue/${made}?fields=summary,issuetype`);
                assert.equal(there.fields.summary, answers.summary);
                assert.equal(there.fields.issuetype.name, 'Bug');
                const link = result.content.find((part) => part.type === 'resource_link');
                assert.equal(link.uri, `jira://${site}/issue/${made}`);
                assert.ok((await client.readResource({ uri: link.uri })).contents[0].text.includes(answers.summary));
            });

            it('tells the model what is missing when there is nobody to ask', async () => {
                const silent = await connect(instance.url, key);
                const result = await silent.callTool({ name: 'jira_create_issue', arguments: { project: 'WEB' } });
                assert.equal(result.isError, true);
                assert.match(textOf(result), /summary/);
                await silent.close();
            });
        });
    }

    it('tells a subscriber of changes by other clients', async () => {
        const uri = `jira://${site}/issue/WEB-2`;
        const subscriber = await connectV1(instance.url, key);
        const updates = [];
        subscriber.setNotificationHandler(ResourceUpdatedNotificationSchema,
            (notification) => updates.push(notification.params.uri));
        await subscriber.subscribeResource({ uri });
        const other = await connectV2(instance.url, key);
        await other.callTool({ name: 'jira_add_comment', arguments: { key: 'WEB-2', body: 'Seen?' } });
        await until('the subscriber is told', () => updates.length > 0);
        assert.deepEqual(updates, [uri]);
        await subscriber.unsubscribeResource({ uri });
        await other.callTool({ name: 'jira_add_comment', arguments: { key: 'WEB-2', body: 'And now?' } });
        await assert.rejects(subscriber.subscribeResource({ uri: 'jira://elsewhere.atlassian.net/issue/WEB-2' }), /not found/i);
        assert.deepEqual(updates, [uri]);
        await Promise.all([subscriber.close(), other.close()]);
    });

    it('takes an answer to what it asked before a restart', async () => {
        const call = async (more) => {
            const meta = {
                'io.modelcontextprotocol/protocolVersion': '2026-07-28',
                'io.modelcontextprotocol/clientInfo': INFO,
                'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } },
            };
            const params = { name: 'jira_create_issue', arguments: { project: 'WEB', type: 'Task' }, _meta: meta, ...more };
            const response = await fetch(`${instance.url}/mcp`, {
                method: 'POST',
                headers: {
                    authorization: `Bearer ${key}`,
                    'content-type': 'application/json',
                    accept: 'application/json, text/event-stream',
                    'mcp-protocol-version': '2026-07-28',
                    'mcp-method': 'tools/call',
                    'mcp-name': params.name,
                },
                body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
            });
            return JSON.parse((await response.text()).replace(/^[\s\S]*?(?=\{)/, ''));
        };
        const asked = (await call({})).result;
        assert.equal(asked.resultType, 'input_required');
        await instance.server.stop();
        await instance.startServer();
        const answer = { action: 'accept', content: { summary: 'Survives a restart' } };
        const inputResponses = Object.fromEntries(Object.keys(asked.inputRequests).map((name) => [name, answer]));
        const done = await call({ inputResponses, requestState: asked.requestState });
        assert.match(textOf(done.result), /Created WEB-\d+/);
        const forged = await call({ inputResponses, requestState: `${asked.requestState}x` });
        assert.equal(forged.error.code, -32602);
    });

    it('shows another user nothing, and a reader no prompt that writes', async () => {
        await instance.must(['users', 'create', 'Grace']);
        const stranger = await connectV2(instance.url, (await instance.createKey('Hers', { user: 'Grace' })).key);
        assert.deepEqual((await stranger.listResources()).resources, []);
        await assert.rejects(stranger.readResource({ uri: `jira://${site}/issue/WEB-1` }), /not found/i);
        await stranger.close();
        const reader = await connectV2(instance.url, (await instance.createKey('Reader', { access: 'read' })).key);
        assert.deepEqual((await reader.listPrompts()).prompts.map((prompt) => prompt.name), ['plan_sprint', 'triage_issues']);
        assert.ok((await reader.readResource({ uri: `jira://${site}/issue/WEB-1` })).contents.length);
        await reader.close();
    });
});

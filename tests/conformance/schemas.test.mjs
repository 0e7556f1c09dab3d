// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls every method in every revision, and holds each message that comes back against that revision's JSON schema.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';

import { startServer } from './server.mjs';

const SESSIONS = ['2025-03-26', '2025-06-18', '2025-11-25'];
const STATELESS = '2026-07-28';
const DATA = path.resolve(import.meta.dirname, '../data/mcp');
const CAPABILITIES = { elicitation: {}, sampling: {}, roots: {} };

const call = (name, args = {}) => ['tools/call', { name, arguments: args }];
const IN_EVERY_REVISION = [
    ['tools/list'],
    call('test_simple_text'),
    call('test_image_content'),
    call('test_audio_content'),
    call('test_embedded_resource'),
    call('test_multiple_content_types'),
    call('test_error_handling'),
    call('test_tool_with_progress'),
    call('test_tool_with_logging'),
    call('test_sampling', { prompt: 'Hello' }),
    call('test_elicitation', { message: 'Who are you?' }),
    call('test_elicitation_sep1034_defaults'),
    call('test_input_required_result_list_roots'),
    call('no_such_tool'),
    ['resources/list'],
    ['resources/templates/list'],
    ['resources/read', { uri: 'test://static-text' }],
    ['resources/read', { uri: 'test://static-binary' }],
    ['resources/read', { uri: 'test://nothing' }],
    ['prompts/list'],
    ['prompts/get', { name: 'test_simple_prompt' }],
    ['prompts/get', { name: 'test_prompt_with_image' }],
    ['prompts/get', { name: 'test_prompt_with_embedded_resource', arguments: { resourceUri: 'test://x' } }],
    ['prompts/get', { name: 'nothing' }],
    [
        'completion/complete',
        { ref: { type: 'ref/prompt', name: 'test_prompt_with_arguments' }, argument: { name: 'arg1', value: 'p' } },
    ],
    ['no/such/method'],
];
// Older revisions have no such forms; a tool that asks older clients keeps to plain fields.
const SINCE_20251125 = [call('test_elicitation_sep1330_enums')];
const IN_SESSIONS = [
    ['ping'],
    ['logging/setLevel', { level: 'debug' }],
    ['resources/subscribe', { uri: 'test://watched-resource' }],
    ['resources/unsubscribe', { uri: 'test://watched-resource' }],
];
const RESULTS = {
    initialize: 'InitializeResult',
    ping: 'EmptyResult',
    'logging/setLevel': 'EmptyResult',
    'resources/subscribe': 'EmptyResult',
    'resources/unsubscribe': 'EmptyResult',
    'tools/list': 'ListToolsResult',
    'tools/call': 'CallToolResult',
    'resources/list': 'ListResourcesResult',
    'resources/templates/list': 'ListResourceTemplatesResult',
    'resources/read': 'ReadResourceResult',
    'prompts/list': 'ListPromptsResult',
    'prompts/get': 'GetPromptResult',
    'completion/complete': 'CompleteResult',
    'server/discover': 'DiscoverResult',
    'subscriptions/listen': 'SubscriptionsListenResult',
};

/** Holds messages against the schema of one revision. */
class Schema {
    constructor(revision) {
        const schema = JSON.parse(readFileSync(path.join(DATA, `schema-${revision}.json`), 'utf8'));
        this.key = schema.$defs ? '$defs' : 'definitions';
        this.names = Object.keys(schema[this.key]);
        const Validator = schema.$defs ? Ajv2020 : Ajv;
        this.ajv = new Validator({ strict: false, validateFormats: false, allErrors: true });
        this.ajv.addSchema(schema, 'mcp');
    }

    check(value, ...names) {
        const name = names.find((one) => this.names.includes(one));
        assert.ok(name, `The schema has none of ${names.join(', ')}`);
        const validate = this.ajv.getSchema(`mcp#/${this.key}/${name}`);
        const text = () => `${name}: ${JSON.stringify(value)}\n${this.ajv.errorsText(validate.errors)}`;
        assert.ok(validate(value), text());
    }

    /** A message that came while `method` was being worked on. */
    checkMessage(message, method) {
        if (message.error) {
            this.check(message, 'JSONRPCErrorResponse', 'JSONRPCError');
        } else if (message.result) {
            this.check(message, 'JSONRPCResultResponse', 'JSONRPCResponse');
            const asks = message.result.resultType === 'input_required';
            this.check(message.result, asks ? 'InputRequiredResult' : RESULTS[method]);
        } else if (message.id !== undefined) {
            this.check(message, 'JSONRPCRequest');
            this.check(message, 'ServerRequest');
        } else {
            this.check(message, 'JSONRPCNotification');
            this.check(message, 'ServerNotification');
        }
    }
}

/** The messages in the answer to a POST, one by one as they come. */
async function* messagesOf(response) {
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
        const text = await response.text();
        if (text) {
            yield JSON.parse(text);
        }
        return;
    }
    yield* eventsOf(response);
}

async function* eventsOf(response) {
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            const lines = text.slice(0, end).split('\n');
            text = text.slice(end + 2);
            const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
            if (data.length > 0 && data[0]) {
                yield data[0].startsWith('{') ? JSON.parse(data.join('\n')) : data.join('\n');
            }
        }
    }
}

/** The answer of a client to a request of the server's. */
function answerTo(request) {
    const results = {
        'elicitation/create': { action: 'accept', content: { name: 'Ada' } },
        'sampling/createMessage': { role: 'assistant', model: 'm', content: { type: 'text', text: 'Hello' } },
        'roots/list': { roots: [{ uri: 'file:///home/ada' }] },
    };
    return { jsonrpc: '2.0', id: request.id, result: results[request.method] };
}

let server;
before(async () => (server = await startServer()));
after(() => server.process.kill());

function post(body, headers = {}, where = '/mcp') {
    return fetch(server.url + where, {
        method: 'POST',
        headers: {
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
            'x-mcp-api-key': 'schemas',
            ...headers,
        },
        body: JSON.stringify(body),
    });
}

const initialize = (revision) => ({
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: { protocolVersion: revision, capabilities: CAPABILITIES, clientInfo: { name: 'schemas', version: '1' } },
});

const withToken = (params) => ({ ...params, _meta: { progressToken: 'token' } });

for (const revision of SESSIONS) {
    test(`every message of a session of ${revision} fits its schema`, async () => {
        const schema = new Schema(revision);
        const opened = await post(initialize(revision));
        const headers = { 'mcp-session-id': opened.headers.get('mcp-session-id'), 'mcp-protocol-version': revision };
        schema.checkMessage(await opened.json(), 'initialize');
        let id = 0;
        const newer = revision >= '2025-11-25' ? SINCE_20251125 : [];
        for (const [method, params = {}] of [...IN_SESSIONS, ...IN_EVERY_REVISION, ...newer]) {
            const request = { jsonrpc: '2.0', id: ++id, method, params: withToken(params) };
            let answered = false;
            for await (const message of messagesOf(await post(request, headers))) {
                schema.checkMessage(message, method);
                answered ||= message.id === id;
                if (message.method && message.id !== undefined) {
                    await post(answerTo(message), headers);
                }
            }
            assert.ok(answered, `${method} was not answered`);
        }
    });
}

test('every message of a session of 2024-11-05 fits its schema', async () => {
    const schema = new Schema('2024-11-05');
    const leave = new AbortController();
    const stream = await fetch(`${server.url}/sse`, {
        headers: { accept: 'text/event-stream', 'x-mcp-api-key': 'schemas' },
        signal: leave.signal,
    });
    const events = eventsOf(stream);
    const { value: address } = await events.next();
    const requests = [['initialize', initialize('2024-11-05').params], ...IN_SESSIONS, ...IN_EVERY_REVISION];
    let id = 0;
    for (const [method, params = {}] of requests) {
        await post({ jsonrpc: '2.0', id: ++id, method, params: withToken(params) }, {}, address);
        for (;;) {
            const { value: message } = await events.next();
            schema.checkMessage(message, method);
            if (message.method && message.id !== undefined) {
                await post(answerTo(message), {}, address);
            } else if (message.id === id) {
                break;
            }
        }
    }
    leave.abort();
});

function statelessRequest(id, method, params) {
    const _meta = {
        'io.modelcontextprotocol/protocolVersion': STATELESS,
        'io.modelcontextprotocol/clientCapabilities': CAPABILITIES,
        'io.modelcontextprotocol/logLevel': 'debug',
        progressToken: 'token',
    };
    const name = params.name ?? params.uri;
    const headers = { 'mcp-protocol-version': STATELESS, 'mcp-method': method, ...(name && { 'mcp-name': name }) };
    return post({ jsonrpc: '2.0', id, method, params: { ...params, _meta } }, headers);
}

test(`every message of ${STATELESS} fits its schema`, async () => {
    const schema = new Schema(STATELESS);
    let id = 0;
    for (const [method, params = {}] of [['server/discover'], ...IN_EVERY_REVISION, ...SINCE_20251125]) {
        let response = await statelessRequest(++id, method, params);
        for (let asked = true; asked; ) {
            asked = false;
            for await (const message of messagesOf(response)) {
                schema.checkMessage(message, method);
                if (message.result?.resultType === 'input_required') {
                    asked = true;
                    const { inputRequests, requestState } = message.result;
                    const answers = Object.entries(inputRequests).map(([key, one]) => [key, answerTo(one).result]);
                    const more = { requestState, inputResponses: Object.fromEntries(answers) };
                    response = await statelessRequest(++id, method, { ...params, ...more });
                }
            }
        }
    }
});

test(`every message to a listener of ${STATELESS} fits its schema`, async () => {
    const schema = new Schema(STATELESS);
    const notifications = { toolsListChanged: true, promptsListChanged: true };
    const events = eventsOf(await statelessRequest(7, 'subscriptions/listen', { notifications }));
    const method = 'subscriptions/listen';
    schema.checkMessage((await events.next()).value, method);
    for (const name of ['test_trigger_tool_change', 'test_trigger_prompt_change']) {
        await statelessRequest(8, 'tools/call', { name, arguments: {} });
        schema.checkMessage((await events.next()).value, method);
    }
    await events.return();
});

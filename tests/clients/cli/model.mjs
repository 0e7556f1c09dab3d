// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A pretended language model on loopback, in the dialects of four vendors, so that an agent runs without an account. It
// calls the one tool that it is made for, and then repeats what the tool said.
import http from 'node:http';

/** What a dialect's answers are made of. `tool` is null once the agent has sent the tool's result. */
const DIALECTS = [
    {
        path: /\/v1beta\/models\/.*:(stream)?generateContent/i,
        resultIn: /"functionResponse"/,
        events: (tool, text) => [{
            candidates: [{
                content: { role: 'model', parts: [tool ? { functionCall: { name: tool, args: {} } } : { text }] },
                finishReason: 'STOP',
                index: 0,
            }],
            usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
        }],
    },
    {
        path: /\/v1\/messages/,
        resultIn: /"tool_result"/,
        events: (tool, text) => [
            {
                type: 'message_start',
                message: {
                    id: 'msg_1', type: 'message', role: 'assistant', model: 'pretended', content: [], stop_reason: null,
                    stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 },
                },
            },
            {
                type: 'content_block_start',
                index: 0,
                content_block: tool ? { type: 'tool_use', id: 'toolu_1', name: tool, input: {} } : { type: 'text', text: '' },
            },
            {
                type: 'content_block_delta',
                index: 0,
                delta: tool ? { type: 'input_json_delta', partial_json: '{}' } : { type: 'text_delta', text },
            },
            { type: 'content_block_stop', index: 0 },
            {
                type: 'message_delta',
                delta: { stop_reason: tool ? 'tool_use' : 'end_turn', stop_sequence: null },
                usage: { output_tokens: 1 },
            },
            { type: 'message_stop' },
        ],
    },
    {
        path: /\/responses/,
        resultIn: /"function_call_output"/,
        events: (tool, text, namespace) => {
            const item = tool
                ? { type: 'function_call', id: 'fc_1', call_id: 'call_1', namespace, name: tool, arguments: '{}' }
                : { type: 'message', id: 'msg_1', role: 'assistant', content: [{ type: 'output_text', text }] };
            const usage = { input_tokens: 1, input_tokens_details: null, output_tokens: 1, output_tokens_details: null,
                total_tokens: 2 };
            return [
                { type: 'response.created', response: { id: 'resp_1' } },
                { type: 'response.output_item.done', output_index: 0, item },
                { type: 'response.completed', response: { id: 'resp_1', usage } },
            ];
        },
    },
    {
        path: /\/chat\/completions/,
        resultIn: /"role":"tool"/,
        events: (tool, text) => {
            const call = { index: 0, id: 'call_1', type: 'function', function: { name: tool, arguments: '{}' } };
            const chunk = (delta, reason) => ({
                id: 'chat_1', object: 'chat.completion.chunk', created: 0, model: 'pretended',
                choices: [{ index: 0, delta, finish_reason: reason }],
            });
            return [
                chunk({ role: 'assistant', ...(tool ? { tool_calls: [call] } : { content: text }) }, null),
                chunk({}, tool ? 'tool_calls' : 'stop'),
            ];
        },
    },
];

/** The server; `tool` is the end of the tool's name, which every agent decorates in its own way. */
export class Model {
    #server;

    static async start(tool) {
        const model = new Model();
        model.requests = [];
        model.#server = http.createServer(async (request, response) => {
            let body = '';
            for await (const data of request) {
                body += data;
            }
            model.requests.push(`${request.method} ${request.url} ${body}`);
            model.#answer(tool, request, body, response);
        });
        await new Promise((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
        model.url = `http://127.0.0.1:${model.#server.address().port}`;
        return model;
    }

    stop() {
        this.#server.close();
        this.#server.closeAllConnections();
    }

    #answer(tool, request, body, response) {
        const dialect = DIALECTS.find((known) => known.path.test(request.url));
        if (!dialect) {
            response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"not pretended"}}');
            return;
        }
        const name = body.match(new RegExp(`"name":"(\\w*${tool})"`))?.[1];
        const group = JSON.parse(body).tools?.find((one) => one.tools?.some((inner) => inner.name === name));
        const isDone = dialect.resultIn.test(body);
        const text = isDone ? 'The tool was called.' : 'There is no such tool.';
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (const event of dialect.events(isDone ? null : name, text, group?.name)) {
            response.write(`${event.type ? `event: ${event.type}\n` : ''}data: ${JSON.stringify(event)}\n\n`);
        }
        response.end(/completions/.test(request.url) ? 'data: [DONE]\n\n' : '');
    }
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MCP clients that keep what they receive as it came, so that its bytes can be counted: over standard
// input and output, and over Streamable HTTP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';

const REVISION = '2025-06-18';
const initialize = { protocolVersion: REVISION, capabilities: {}, clientInfo: { name: 'benchmark', version: '1' } };

class McpClient {
    #id = 0;

    message(method, params) {
        return { jsonrpc: '2.0', id: ++this.#id, method, params };
    }

    async ask(method, params) {
        const answer = await this.send(this.message(method, params));
        if (answer.error) {
            throw new Error(`${method}: ${answer.error.message}`);
        }
        return answer.result;
    }

    async tools() {
        return (await this.ask('tools/list', {})).tools;
    }

    /** The text of a tool's answer, which is what a model reads. */
    async call(name, args) {
        const result = await this.ask('tools/call', { name, arguments: args });
        const text = result.content.map((part) => part.text ?? '').join('\n');
        if (result.isError) {
            throw new Error(`${name} ${JSON.stringify(args)}: ${text}`);
        }
        return text;
    }
}

/** A server that is started with `program args…` and read line by line. */
export class StdioClient extends McpClient {
    static async start(program, args, env) {
        const client = new StdioClient();
        client.waiting = new Map();
        client.log = '';
        client.process = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
        client.process.stderr.on('data', (data) => (client.log += data));
        client.exited = once(client.process, 'exit');
        client.exited.then(() => client.waiting.forEach(({ reject }) => reject(new Error(`The server ended:\n${client.log}`))));
        readline.createInterface({ input: client.process.stdout }).on('line', (line) => client.#take(line));
        await client.ask('initialize', initialize);
        client.#write({ jsonrpc: '2.0', method: 'notifications/initialized' });
        return client;
    }

    #take(line) {
        const answer = JSON.parse(line);
        this.waiting.get(answer.id)?.resolve(answer);
        this.waiting.delete(answer.id);
    }

    #write(message) {
        this.process.stdin.write(`${JSON.stringify(message)}\n`);
    }

    send(message) {
        return new Promise((resolve, reject) => {
            this.waiting.set(message.id, { resolve, reject });
            this.#write(message);
        });
    }

    async close() {
        this.process.kill();
        await this.exited;
    }
}

/** A server at `url`/mcp that wants a key. */
export class HttpClient extends McpClient {
    static async open(url, key) {
        const client = new HttpClient();
        client.url = `${url}/mcp`;
        client.headers = {
            authorization: `Bearer ${key}`,
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
        };
        await client.ask('initialize', initialize);
        await client.#post({ jsonrpc: '2.0', method: 'notifications/initialized' });
        return client;
    }

    async #post(message) {
        const response = await fetch(this.url, { method: 'POST', headers: this.headers, body: JSON.stringify(message) });
        const session = response.headers.get('mcp-session-id');
        if (session) {
            Object.assign(this.headers, { 'mcp-session-id': session, 'mcp-protocol-version': REVISION });
        }
        return response;
    }

    async send(message) {
        const response = await this.#post(message);
        const text = await response.text();
        if (!response.ok) {
            throw new Error(`${message.method}: ${response.status} ${text}`);
        }
        if (response.headers.get('content-type').startsWith('application/json')) {
            return JSON.parse(text);
        }
        const data = text.split('\n').filter((line) => line.startsWith('data: ')).map((line) => line.slice(6)).filter(Boolean);
        return data.map((line) => JSON.parse(line)).find((answer) => answer.id === message.id);
    }
}

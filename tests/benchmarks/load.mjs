// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The load: clients on bare sockets, each with one session, one request at a time on kept-alive connections.
// `hammer` has them in a program that costs next to nothing; the others cost a Node's share of each call.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import readline from 'node:readline';

import { own } from './servers.mjs';

const REVISION = { http: '2025-11-25', sse: '2024-11-05' };

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** One connection that carries one request at a time; takes Content-Length and chunked answers. */
export class Wire {
    static open(port) {
        return Wire.over(net.connect(port, '127.0.0.1'), 'connect');
    }

    /** `ready` is what the socket says when it can be written to. */
    static async over(socket, ready) {
        const wire = new Wire();
        wire.socket = socket;
        wire.socket.setNoDelay?.(true);
        wire.forget();
        wire.socket.on('data', (part) => {
            wire.parts.push(part);
            wire.received += part.length;
            wire.deliver();
        });
        wire.socket.on('close', () => wire.fail?.(new Error('The server closed the connection.')));
        wire.socket.on('error', () => {});
        await once(wire.socket, ready);
        return wire;
    }

    forget() {
        this.parts = [];
        this.received = 0;
        this.head = undefined;
    }

    request(bytes) {
        return new Promise((resolve, reject) => {
            this.resolve = resolve;
            this.fail = reject;
            this.socket.write(bytes);
        });
    }

    get all() {
        if (this.parts.length > 1) {
            this.parts = [Buffer.concat(this.parts)];
        }
        return this.parts[0];
    }

    /** Where the body begins, once the head is there; what it says of the length. */
    readHead() {
        const end = this.all.indexOf(HEAD_END);
        if (end < 0) {
            return;
        }
        this.head = this.all.toString('latin1', 0, end + 2);
        this.bodyStart = end + 4;
        this.length = /\r\ncontent-length: *(\d+)/i.exec(this.head)?.[1];
        this.isChunked = /chunked/i.test(this.head);
    }

    get isWhole() {
        if (this.length !== undefined) {
            return this.received >= this.bodyStart + Number(this.length);
        }
        return !this.isChunked || this.parts.at(-1).subarray(-5).equals(LAST_CHUNK) || this.all.subarray(-5).equals(LAST_CHUNK);
    }

    deliver() {
        if (!this.resolve) {
            return;
        }
        if (this.head === undefined) {
            this.readHead();
        }
        if (this.head === undefined || !this.isWhole) {
            return;
        }
        const { resolve, head } = this;
        const body = this.all.toString('latin1', this.bodyStart);
        this.forget();
        this.resolve = undefined;
        this.fail = undefined;
        resolve({ status: Number(head.slice(9, 12)), head, body });
    }

    close() {
        this.socket.destroy();
    }
}

/** Reads events from an open stream; the chunk framing between them is skipped line by line. */
export class Stream {
    static async open(port, head) {
        const stream = new Stream();
        stream.waiting = [];
        stream.events = [];
        stream.text = '';
        stream.socket = net.connect(port, '127.0.0.1');
        stream.socket.on('error', () => {});
        stream.socket.on('data', (part) => stream.read(part.toString('latin1')));
        stream.socket.write(head);
        await once(stream.socket, 'connect');
        return stream;
    }

    read(text) {
        this.text += text;
        for (let end = this.text.indexOf('\n'); end >= 0; end = this.text.indexOf('\n')) {
            const line = this.text.slice(0, end).trimEnd();
            this.text = this.text.slice(end + 1);
            if (line.startsWith('data: ')) {
                const waiting = this.waiting.shift();
                waiting ? waiting(line.slice(6)) : this.events.push(line.slice(6));
            }
        }
    }

    next() {
        return this.events.length ? Promise.resolve(this.events.shift()) : new Promise((resolve) => this.waiting.push(resolve));
    }

    close() {
        this.socket.destroy();
    }
}

function post(target, port, key, headers, body) {
    const text = JSON.stringify(body);
    return `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n`
        + `Accept: application/json, text/event-stream\r\nAuthorization: Bearer ${key}\r\n${headers}`
        + `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const initialize = (transport) => ({
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: { protocolVersion: REVISION[transport], capabilities: {}, clientInfo: { name: 'benchmark', version: '1' } },
});
const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' };

/** What a client asks for: the tool, its arguments, and what the right answer has in it. */
export const listProjects = { name: 'list_projects', args: {}, sign: 'WEB' };

const callOf = (id, { name, args }) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });

/** A client over Streamable HTTP. */
class HttpClient {
    static async open(port, key) {
        const client = new HttpClient();
        client.wire = await Wire.open(port);
        client.make = (headers, body) => post('/mcp', port, key, headers, body);
        const answer = await client.wire.request(client.make('', initialize('http')));
        const session = /\r\nmcp-session-id: *([^\r]+)/i.exec(answer.head)?.[1];
        client.headers = session ? `Mcp-Session-Id: ${session}\r\nMCP-Protocol-Version: ${REVISION.http}\r\n` : '';
        if (session) {
            await client.wire.request(client.make(client.headers, initialized));
        }
        return client;
    }

    async ask(body) {
        return (await this.wire.request(this.make(this.headers, body))).body;
    }

    close() {
        this.wire.close();
    }
}

/** A client over HTTP+SSE. */
class SseClient {
    static async open(port, key) {
        const client = new SseClient();
        client.stream = await openStream(port, key);
        const target = await client.stream.next();
        client.wire = await Wire.open(port);
        client.make = (body) => post(target, port, key, '', body);
        await client.ask(initialize('sse'));
        await client.wire.request(client.make(initialized));
        return client;
    }

    async ask(body) {
        const event = this.stream.next();
        await this.wire.request(this.make(body));
        return event;
    }

    close() {
        this.stream.close();
        this.wire.close();
    }
}

function streamRequest(port, key) {
    return `GET /sse HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${key}\r\n\r\n`;
}

export function openStream(port, key) {
    return Stream.open(port, streamRequest(port, key));
}

export function openClient(transport, port, key) {
    return (transport === 'sse' ? SseClient : HttpClient).open(port, key);
}

export const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

/** One call by one client; throws when it is not the right answer. */
export async function callOnce(client, id, question = listProjects) {
    const answer = await client.ask(callOf(id, question));
    if (!answer.includes(question.sign) || answer.includes('"isError":true')) {
        throw new Error(`That is no answer to ${question.name}: ${answer.slice(0, 500)}`);
    }
}

/** `calls` calls by these clients; the time of each in ms, and of all together in s. */
export async function run(clients, calls, question = listProjects) {
    const times = [];
    let started = 0;
    const start = performance.now();
    await Promise.all(clients.map(async (client) => {
        while (started < calls) {
            const id = ++started;
            const before = performance.now();
            await callOnce(client, id, question);
            times.push(performance.now() - before);
        }
    }));
    return { times: times.sort((a, b) => a - b), seconds: (performance.now() - start) / 1000 };
}

/** `warmup` calls, then `calls` calls by a client for each of the keys, with what `whenWarm` returned in between. */
export async function hammer(transport, port, keys, { warmup, calls, question = listProjects, whenWarm = () => {} }) {
    const isStream = transport === 'sse';
    const target = isStream ? '@TARGET@' : '/mcp';
    const headers = isStream ? '' : `@SESSION@MCP-Protocol-Version: ${REVISION.http}\r\n`;
    const plan = {
        port,
        keys,
        ...(isStream && { stream: streamRequest(port, '@KEY@') }),
        initialize: post(target, port, '@KEY@', '', initialize(transport)),
        initialized: post(target, port, '@KEY@', headers, initialized),
        call: post(target, port, '@KEY@', headers, callOf(1, question)),
        sign: question.sign,
        warmup,
        calls,
    };
    const child = spawn(own('load'), { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const line = async () => {
        const { value, done } = await lines.next();
        if (done) {
            throw new Error('The load ended early.');
        }
        return JSON.parse(value);
    };
    child.stdin.write(`${JSON.stringify(plan)}\n`);
    await line();
    const before = whenWarm();
    child.stdin.write('\n');
    const { times, seconds } = await line();
    return { times: times.sort((a, b) => a - b), seconds, before };
}

export const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

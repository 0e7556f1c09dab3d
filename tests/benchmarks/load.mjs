// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The load: clients on bare sockets that cost little themselves, each with one session, one request at
// a time on kept-alive connections.
import { once } from 'node:events';
import net from 'node:net';

const REVISION = { http: '2025-11-25', sse: '2024-11-05' };

/** One connection that carries one request at a time; takes Content-Length and chunked answers. */
export class Wire {
    static async open(port) {
        const wire = new Wire();
        wire.socket = net.connect(port, '127.0.0.1');
        wire.socket.setNoDelay(true);
        wire.received = '';
        wire.socket.on('data', (part) => {
            wire.received += part.toString('latin1');
            wire.deliver();
        });
        wire.socket.on('close', () => wire.fail?.(new Error('The server closed the connection.')));
        wire.socket.on('error', () => {});
        await once(wire.socket, 'connect');
        return wire;
    }

    request(bytes) {
        return new Promise((resolve, reject) => {
            this.resolve = resolve;
            this.fail = reject;
            this.socket.write(bytes);
        });
    }

    deliver() {
        const end = this.received.indexOf('\r\n\r\n');
        if (end < 0 || !this.resolve) {
            return;
        }
        const head = this.received.slice(0, end + 2);
        const body = this.received.slice(end + 4);
        const length = /\r\ncontent-length: *(\d+)/i.exec(head);
        const whole = length ? body.length >= Number(length[1]) : !/chunked/i.test(head) || body.endsWith('0\r\n\r\n');
        if (!whole) {
            return;
        }
        const { resolve } = this;
        this.received = '';
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
const callOf = (id) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'list_projects', arguments: {} } });

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

export function openStream(port, key) {
    return Stream.open(port, `GET /sse HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${key}\r\n\r\n`);
}

export function openClient(transport, port, key) {
    return (transport === 'sse' ? SseClient : HttpClient).open(port, key);
}

export const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

/** One call by one client; throws when the answer is not the list of projects. */
export async function callOnce(client, id) {
    const answer = await client.ask(callOf(id));
    if (!answer.includes('WEB') || answer.includes('"isError":true')) {
        throw new Error(`That is no list of projects: ${answer}`);
    }
}

/** `calls` calls by these clients; the time of each in ms, and of all together in s. */
export async function run(clients, calls) {
    const times = [];
    let started = 0;
    const start = performance.now();
    await Promise.all(clients.map(async (client) => {
        while (started < calls) {
            const id = ++started;
            const before = performance.now();
            await callOnce(client, id);
            times.push(performance.now() - before);
        }
    }));
    return { times: times.sort((a, b) => a - b), seconds: (performance.now() - start) / 1000 };
}

export const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

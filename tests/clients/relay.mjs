// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A pass-through on loopback between a client and the server. It notes what a client says about itself and which
// revision of the protocol the two then speak; it keeps one address while the server behind it restarts; it can break
// the open streams, as a network does.
import http from 'node:http';

const NOTED = 64 * 1024;

/** The messages in a request's body; none in what is no JSON. */
function messagesOf(body) {
    try {
        return [JSON.parse(body)].flat();
    } catch {
        return [];
    }
}

/** One request and what came back. */
class Exchange {
    constructor(request) {
        this.method = request.method;
        this.url = new URL(request.url, 'http://relay');
        this.headers = request.headers;
        this.body = '';
        this.text = '';
        this.isOpen = true;
    }

    get messages() {
        return messagesOf(this.body);
    }

    /** What tells conversations apart: the session's id, or nothing since 2026-07-28. */
    get session() {
        return this.headers['mcp-session-id'] ?? this.answered?.['mcp-session-id'] ?? this.url.searchParams.get('sessionId')
            ?? this.text.match(/\/messages\?sessionId=(\w+)/)?.[1] ?? 'none';
    }
}

export class Relay {
    #server;
    #held = [];
    #isHolding = false;
    #breakAt;

    /** `target` may change while the relay runs. */
    static async start(target) {
        const relay = new Relay();
        relay.target = target;
        relay.exchanges = [];
        relay.#server = http.createServer((request, response) => relay.#take(request, response));
        await new Promise((resolve) => relay.#server.listen(0, '127.0.0.1', resolve));
        relay.url = `http://127.0.0.1:${relay.#server.address().port}`;
        return relay;
    }

    stop() {
        this.#server.close();
        this.#server.closeAllConnections();
    }

    /** Breaks the connection of each open answer that `which` picks. */
    cut(which) {
        const open = this.exchanges.filter((exchange) => exchange.isOpen && exchange.response && which(exchange));
        open.forEach((exchange) => exchange.response.destroy());
        return open.length;
    }

    /** Lets the next event that matches through, and then breaks the connection that carried it. */
    breakAfter(pattern) {
        this.#breakAt = pattern;
    }

    /** From now on, requests that open a stream wait until release(). */
    hold() {
        this.#isHolding = true;
    }

    release() {
        this.#isHolding = false;
        this.#held.splice(0).forEach((go) => go());
    }

    get heldCount() {
        return this.#held.length;
    }

    /** The exchanges that carried this method. */
    with(method) {
        return this.exchanges.filter((exchange) => exchange.messages.some((message) => message.method === method));
    }

    /**
     * The conversations in which something was asked after the greeting: who, over which path, how it began, in which
     * revision.
     */
    conversations() {
        const bySession = Map.groupBy(this.exchanges, (exchange) => exchange.session);
        return [...bySession.values()].map(describe).filter((found) => found.methods.length > 0);
    }

    #take(request, response) {
        const exchange = new Exchange(request);
        this.exchanges.push(exchange);
        const go = () => this.#forward(request, response, exchange);
        if (this.#isHolding && request.method === 'GET') {
            this.#held.push(go);
        } else {
            go();
        }
    }

    #forward(request, response, exchange) {
        const target = new URL(this.target);
        const raw = request.rawHeaders.map((text, index, all) =>
            index % 2 === 1 && /^host$/i.test(all[index - 1]) ? target.host : text);
        const onward = http.request({
            host: target.hostname,
            port: target.port,
            method: request.method,
            path: request.url,
            headers: raw,
            setHost: false,
            agent: false,
        });
        exchange.response = response;
        onward.on('response', (answer) => {
            exchange.status = answer.statusCode;
            exchange.answered = answer.headers;
            response.writeHead(answer.statusCode, answer.rawHeaders);
            response.flushHeaders();
            answer.on('data', (data) => (exchange.text += exchange.text.length < NOTED ? data : ''));
            answer.on('error', () => response.destroy());
            answer.on('data', (data) => this.#pass(data, response));
            answer.on('end', () => response.end());
        });
        onward.on('error', () => response.destroy());
        response.on('close', () => {
            exchange.isOpen = false;
            onward.destroy();
        });
        request.on('data', (data) => (exchange.body += data));
        request.pipe(onward);
    }

    #pass(data, response) {
        const start = this.#breakAt ? data.toString('latin1').search(this.#breakAt) : -1;
        const end = start < 0 ? -1 : data.indexOf('\n\n', start);
        if (end < 0) {
            response.write(data);
            return;
        }
        this.#breakAt = undefined;
        // What was written still arrives, unlike after destroy().
        response.write(data.subarray(0, end + 2), () => response.socket?.destroySoon());
        response.write = () => true;
    }
}

function describe(exchanges) {
    const messages = exchanges.flatMap((exchange) => exchange.messages);
    const greeting = messages.find((message) => message.method === 'initialize');
    const meta = messages.map((message) => message.params?._meta ?? {});
    const fromMeta = (name) => meta.map((part) => part[`io.modelcontextprotocol/${name}`]).find(Boolean);
    const answers = exchanges.map((exchange) => exchange.text).join('\n');
    return {
        info: greeting?.params.clientInfo ?? fromMeta('clientInfo'),
        path: exchanges[0].url.pathname.replace('/messages', '/sse'),
        opening: messages[0]?.method,
        revision: greeting ? answers.match(/"protocolVersion":"([\d-]+)"/)?.[1] : fromMeta('protocolVersion'),
        methods: [...new Set(messages.map((message) => message.method))].filter((method) => /^tools|^ping$/.test(method)),
    };
}

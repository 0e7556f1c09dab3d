// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a gateway adds to a call of a remote MCP server: Fairlead and mcp-remote beside the same server called directly
// over HTTP, and npm's mcp-proxy, which goes the other way, beside it called over standard input and output.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { openClient, percentile, run } from './load.mjs';
import { Pipe } from './pipe.mjs';
import { Bench, start } from './servers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const upstreamProgram = path.join(here, 'gatewayupstream.mjs');
const remoteProgram = path.join(here, '../clients/node_modules/mcp-remote/dist/proxy.js');
const proxyProgram = path.join(here, 'peers/node_modules/mcp-proxy/dist/bin/mcp-proxy.mjs');

const calls = Math.ceil(Number(process.env.BENCHMARK_CALLS ?? 4000) / 4);
const rounds = Number(process.env.BENCHMARK_ROUNDS ?? 3);
const CLIENTS = [1, 16];
const SIZES = { 'small answer': 13, 'answer of 100 KB': 100_000 };

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function freePort() {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    return port;
}

const overHttp = (port, keyOf, stop) => ({ open: (number) => openClient('http', port, keyOf(number)), stop });

async function startPipe(args, environment) {
    const pipe = await Pipe.open(process.execPath, args, environment);
    return { open: () => pipe, stop: () => pipe.stop() };
}

async function startMcpProxy(environment) {
    const port = await freePort();
    const args = [proxyProgram, '--port', String(port), '--host', '127.0.0.1', '--server', 'stream', '--', process.execPath, upstreamProgram, 'stdio'];
    const child = spawn(process.execPath, args, { env: environment, stdio: 'ignore' });
    const exited = once(child, 'exit');
    for (let tries = 0; tries < 100; ++tries) {
        const socket = net.connect(port, '127.0.0.1');
        const isReached = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false);
        socket.destroy();
        if (isReached) {
            break;
        }
        await pause(100);
    }
    return overHttp(port, () => 'benchmark', async () => {
        child.kill();
        await exited;
    });
}

/** How the server can be reached; `beside` is the way without the gateway. */
function waysTo(upstream, bench) {
    const environment = { ...process.env, HOME: bench.instance.folder, MCP_REMOTE_CONFIG_DIR: bench.instance.folder };
    return [
        { name: 'directly, HTTP', start: () => overHttp(upstream.port, () => 'benchmark', () => {}) },
        {
            name: 'Fairlead',
            beside: 'directly, HTTP',
            prefix: 'upstream_',
            start: async () => {
                const server = await bench.startFairlead();
                await pause(1000); // it greets the server of its own accord
                return overHttp(server.port, (number) => bench.keyOf(number), server.stop);
            },
        },
        {
            name: 'mcp-remote',
            beside: 'directly, HTTP',
            start: () => startPipe([remoteProgram, `${upstream.url}/mcp`, '--transport', 'http-only', '--allow-http'], environment),
        },
        { name: 'directly, stdio', start: () => startPipe([upstreamProgram, 'stdio'], environment) },
        { name: 'npm mcp-proxy', beside: 'directly, stdio', start: () => startMcpProxy(environment) },
    ];
}

async function measure(way) {
    const server = await way.start();
    const figures = {};
    for (const [what, bytes] of Object.entries(SIZES)) {
        const question = { name: `${way.prefix ?? ''}get_text`, args: { bytes }, sign: 'forty orders' };
        for (const count of CLIENTS) {
            const clients = await Promise.all(Array.from({ length: count }, (_, number) => server.open(number)));
            await run(clients, 100, question);
            const { times } = await run(clients, bytes > 1000 ? calls / 4 : calls, question);
            figures[`${what}, ${count} client${count > 1 ? 's' : ''}: p50 ms`] = percentile(times, 0.5);
            figures[`${what}, ${count} client${count > 1 ? 's' : ''}: p95 ms`] = percentile(times, 0.95);
            clients.forEach((client) => client.close());
        }
    }
    await server.stop();
    return figures;
}

function print(ways, results) {
    const cell = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
    console.log(`\n${''.padEnd(40)}${ways.map(({ name }) => name.padStart(26)).join('')}`);
    for (const row of Object.keys(results[ways[0].name][0])) {
        const medians = Object.fromEntries(ways.map(({ name }) => [name, median(results[name].map((round) => round[row]))]));
        const cells = ways.map(({ name, beside }) => {
            const direct = medians[beside];
            const more = medians[name] - direct;
            const added = beside ? ` (${more < 0 ? '−' : '+'}${cell(Math.abs(more))}, ×${(medians[name] / direct).toFixed(2)})` : '';
            return `${cell(medians[name])}${added}`.padStart(26);
        });
        console.log(`${row.padEnd(40)}${cells.join('')}`);
    }
}

export async function gatewayLatency() {
    const bench = await Bench.open();
    const upstream = await start(process.execPath, [upstreamProgram, 'http']);
    try {
        await bench.instance.startServer();
        await bench.instance.must(['connect', 'mcp', '--url', `${upstream.url}/mcp`, '--name', 'upstream']);
        await bench.instance.server.stop();
        const ways = waysTo(upstream, bench);
        const results = {};
        for (let round = 0; round < rounds; ++round) {
            for (const way of ways) {
                console.error(`Gateways, round ${round + 1} of ${rounds}: ${way.name}`);
                (results[way.name] ??= []).push(await measure(way));
            }
        }
        print(ways, results);
    } finally {
        await upstream.stop();
        await bench.close();
    }
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One client's calls while others do their worst, with the limits as they are out of the box: 64
// connections that send half a head and wait, and one key that calls as fast as 32 connections can.
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { callOnce, openClient, percentile } from './load.mjs';
import { memoryKib } from './measure.mjs';
import { Bench } from './servers.mjs';

const SLOW = 64;
const FLOODING = 32;
const CALLS = 300;

async function openSlow(port) {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(`POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `);
    return socket;
}

/** Calls without end, whatever the answers are; says how many were refused with 429. */
async function flood(port, key, state) {
    while (!state.over) {
        try {
            const client = await openClient('http', port, key);
            while (!state.over) {
                const { status } = await client.wire.request(client.make(client.headers, state.call));
                ++state.sent;
                state.refused += status === 429 ? 1 : 0;
            }
            client.close();
        } catch {
            await pause(20);
        }
    }
}

async function timesOf(client, count) {
    const times = [];
    for (let i = 0; i < count; ++i) {
        const before = performance.now();
        await callOnce(client, i + 1);
        times.push(performance.now() - before);
    }
    return times.sort((a, b) => a - b);
}

const described = (times) => `p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms`;

export async function isolation() {
    const bench = await Bench.open({ settings: { logLevel: 'warning' } });
    try {
        const server = await bench.startFairlead();
        const client = await openClient('http', server.port, bench.keys[0]);
        const alone = await timesOf(client, 100);
        const before = memoryKib(server.pid);
        const slow = await Promise.all(Array.from({ length: SLOW }, () => openSlow(server.port)));
        const state = {
            over: false,
            sent: 0,
            refused: 0,
            call: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_projects', arguments: {} } },
        };
        const floods = Array.from({ length: FLOODING }, () => flood(server.port, bench.keys[1], state));
        await pause(300);
        const during = await timesOf(client, CALLS);
        const after = memoryKib(server.pid);
        state.over = true;
        await Promise.all(floods);
        slow.forEach((socket) => socket.destroy());
        client.close();
        await server.stop();
        console.log(`\nOne client's calls alone: ${described(alone)}`);
        console.log(`Beside ${SLOW} slow clients and a flood of ${state.sent} requests (${state.refused} refused): ${described(during)}`);
        console.log(`Memory before and during: ${(before / 1024).toFixed(1)} and ${(after / 1024).toFixed(1)} MiB`);
    } finally {
        await bench.close();
    }
}

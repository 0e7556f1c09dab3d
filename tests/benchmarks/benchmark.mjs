// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fairlead beside the official SDK's server in Node and the bare toolkit, in one run, one after the
// other in turns. Started by tests/benchmarks/run; README.md says what each row is.
import { setTimeout as pause } from 'node:timers/promises';

import { bigAnswers } from './big.mjs';
import { gatewayLatency } from './gateway.mjs';
import { hosts } from './hosts.mjs';
import { isolation } from './isolation.mjs';
import { hammer, listTools, openClient, openStream, percentile, run } from './load.mjs';
import { cpuMs, memoryKib } from './measure.mjs';
import { Bench } from './servers.mjs';

const calls = Number(process.env.BENCHMARK_CALLS ?? 4000);
const rounds = Number(process.env.BENCHMARK_ROUNDS ?? 3);
const CLIENTS = [1, 16, 64];
const STREAMS = 100;

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One transport with so many clients: calls per second, latency, processor time. */
async function load(bench, server, transport, count) {
    const keys = Array.from({ length: count }, (_, i) => bench.keyOf(i));
    const { times, seconds, before } = await hammer(transport, server.port, keys, {
        warmup: Math.max(200, count * 4),
        calls: count === 1 ? calls / 2 : calls,
        whenWarm: () => cpuMs(server.pid),
    });
    const cpu = (cpuMs(server.pid) - before) / times.length;
    await pause(200);
    return {
        'calls/s': times.length / seconds,
        'p50 ms': percentile(times, 0.5),
        'p95 ms': percentile(times, 0.95),
        'p99 ms': percentile(times, 0.99),
        'CPU ms a call': cpu,
    };
}

async function startTimes(bench, startServer) {
    const begun = performance.now();
    const server = await startServer();
    const client = await openClient('http', server.port, bench.keyOf(0));
    await client.ask(listTools);
    const firstAnswer = performance.now() - begun;
    client.close();
    return { server, firstAnswer };
}

async function memory(bench, server, transports) {
    await pause(1000);
    const row = { 'idle MiB': memoryKib(server.pid) / 1024 };
    if (transports.includes('sse')) {
        const streams = await Promise.all(Array.from({ length: STREAMS }, (_, i) => openStream(server.port, bench.keyOf(i))));
        await Promise.all(streams.map((stream) => stream.next()));
        await pause(500);
        row['with 100 streams MiB'] = memoryKib(server.pid) / 1024;
        row['KiB a stream'] = ((row['with 100 streams MiB'] - row['idle MiB']) * 1024) / STREAMS;
        streams.forEach((stream) => stream.close());
        await pause(200);
    }
    const client = await openClient('http', server.port, bench.keyOf(0));
    await run([client], 1000);
    await pause(500);
    row['after 1,000 calls MiB'] = memoryKib(server.pid) / 1024;
    client.close();
    return row;
}

async function measure(bench, { startServer, transports }) {
    const { server, firstAnswer } = await startTimes(bench, startServer);
    const rows = { start: { 'first answer ms': firstAnswer }, memory: await memory(bench, server, transports) };
    for (const transport of transports) {
        for (const count of CLIENTS) {
            rows[`${transport} ${count}`] = await load(bench, server, transport, count);
        }
    }
    await server.stop();
    return rows;
}

/** The median of every figure over the rounds. */
function summarize(results) {
    const summary = {};
    for (const [row, figures] of Object.entries(results[0])) {
        for (const name of Object.keys(figures)) {
            summary[`${row}: ${name}`] = median(results.map((result) => result[row][name]));
        }
    }
    return summary;
}

function print(names, summaries) {
    const cell = (value) => (value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(12);
    console.log(`${''.padEnd(34)}${names.map((name) => name.padStart(12)).join('')}${'to the SDK'.padStart(12)}${'to floor'.padStart(12)}`);
    for (const row of Object.keys(summaries[0])) {
        const [own, sdk, floor] = summaries.map((summary) => summary[row]);
        const ratio = (other) => (other === undefined ? '–' : `×${(own / other).toFixed(2)}`).padStart(12);
        console.log(`${row.padEnd(34)}${[own, sdk, floor].map(cell).join('')}${ratio(sdk)}${ratio(floor)}`);
    }
}

async function smallAnswers() {
    const bench = await Bench.open();
    try {
        const servers = [
            { name: 'Fairlead', startServer: () => bench.startFairlead(), transports: ['http', 'sse'] },
            { name: 'SDK in Node', startServer: () => bench.startSdk(), transports: ['http', 'sse'] },
            { name: 'floor', startServer: () => bench.startFloor(), transports: ['http'] },
        ];
        const results = servers.map(() => []);
        for (let round = 0; round < rounds; ++round) {
            for (const [index, server] of servers.entries()) {
                console.error(`Round ${round + 1} of ${rounds}: ${server.name}`);
                results[index].push(await measure(bench, server));
            }
        }
        print(servers.map((server) => server.name), results.map(summarize));
    } finally {
        await bench.close();
    }
}

const parts = { small: smallAnswers, big: bigAnswers, gateway: gatewayLatency, isolation, hosts };
for (const [name, part] of Object.entries(parts)) {
    if ((process.env.BENCHMARK_ONLY ?? name) === name) {
        await part();
    }
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A team's host: one, two and three instances on one PostgreSQL behind nginx with TLS, called by clients of 2026-07-28, each
// with a key of its own. What stands before and behind them shares the computer with them, so the processor's time of each is
// told, too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';

import { Wire, listProjects, percentile, run } from './load.mjs';
import { cpuMs } from './measure.mjs';
import { own, start } from './servers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const CLIENTS = 64;
const calls = Number(process.env.BENCHMARK_CALLS ?? 4000);
const NAME = 'fairlead.example';

/** tests/integration/cluster.py, which starts it all and ends it with our end of its standard input. */
class Cluster {
    static async open(count) {
        const cluster = new Cluster();
        const program = path.join(here, '../integration/cluster.py');
        cluster.process = spawn('python3', ['-B', program, String(count), String(CLIENTS)], { stdio: ['pipe', 'pipe', 'inherit'] });
        cluster.exited = once(cluster.process, 'exit');
        cluster.lines = readline.createInterface({ input: cluster.process.stdout })[Symbol.asyncIterator]();
        const { sandbox } = await cluster.next();
        cluster.replay = await start(own('replay'), [sandbox]);
        cluster.process.stdin.write(`${cluster.replay.url}\n`);
        Object.assign(cluster, await cluster.next());
        return cluster;
    }

    async next() {
        const { value } = await this.lines.next();
        if (!value) {
            throw new Error('The cluster did not start.');
        }
        return JSON.parse(value);
    }

    async client(key) {
        const socket = tls.connect({ path: this.socket, servername: NAME, ca: readFileSync(this.certificate) });
        const wire = await Wire.over(socket, 'secureConnect');
        const meta = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {} };
        const head = `POST /mcp HTTP/1.1\r\nHost: ${NAME}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${key}\r\n`
            + 'Accept: application/json, text/event-stream\r\nMCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\n'
            + `Mcp-Name: ${listProjects.name}\r\n`;
        return {
            async ask(body) {
                const text = JSON.stringify({ ...body, params: { ...body.params, _meta: meta } });
                return (await wire.request(`${head}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)).body;
            },
            close: () => wire.close(),
        };
    }

    /** Of all processes of each kind, in ms. */
    cpu() {
        const sum = (pids) => pids.reduce((total, pid) => total + cpuMs(pid), 0);
        const usage = process.cpuUsage();
        return {
            fairleadd: sum(this.instances),
            nginx: sum(this.nginx),
            replay: cpuMs(this.replay.pid),
            clients: (usage.user + usage.system) / 1000,
        };
    }

    async close() {
        this.process.stdin.end();
        await this.exited;
        await this.replay?.stop();
    }
}

async function measure(count) {
    const cluster = await Cluster.open(count);
    try {
        const clients = await Promise.all(cluster.keys.map((key) => cluster.client(key)));
        await run(clients, CLIENTS * 10);
        const before = cluster.cpu();
        const { times, seconds } = await run(clients, calls);
        const after = cluster.cpu();
        clients.forEach((client) => client.close());
        const used = Object.keys(after).map((who) => `${who} ${((after[who] - before[who]) / times.length).toFixed(2)}`).join(', ');
        return { rate: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99), used };
    } finally {
        await cluster.close();
    }
}

export async function hosts() {
    console.log(`${CLIENTS} clients of 2026-07-28 through nginx with TLS, on ${os.cpus().length} cores:`);
    let first;
    for (const count of [1, 2, 3]) {
        const { rate, p50, p99, used } = await measure(count);
        first ??= rate;
        console.log(`${count} ${count === 1 ? 'instance ' : 'instances'} ${rate.toFixed(0).padStart(6)} calls/s  ×${(rate / first).toFixed(2)}  `
            + `p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  CPU ms a call: ${used}`);
    }
}

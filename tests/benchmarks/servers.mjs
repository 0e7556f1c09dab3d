// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three servers that are measured, each as { pid, port, keys, stop() }, and what they call.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

import { EMAIL, Instance, TOKEN } from '../clients/programs.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const authorization = `Basic ${Buffer.from(`${EMAIL}:${TOKEN}`).toString('base64')}`;

// One key has at most 32 sessions and, as set here, as many streams and calls as it likes.
const CLIENTS_PER_KEY = 16;
const KEYS = 8;
const ROOMY = {
    maximumConnections: 4096,
    maximumStreams: 4096,
    maximumStreamsPerKey: 4096,
    maximumCallsPerKey: 4096,
    requestsPerMinutePerKey: 100_000_000,
    logLevel: 'warning',
};

/** A program of the benchmarks' own. */
export const own = (name) => path.join(process.env.FAIRLEAD_BIN_DIR, `fairlead-${name}`);

/** Starts a program and waits for its line of JSON. */
export async function start(program, args, env = process.env) {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const exited = once(child, 'exit');
    const lines = readline.createInterface({ input: child.stdout });
    const [line] = await Promise.race([once(lines, 'line'), exited.then(() => ['{}'])]);
    const { url } = JSON.parse(line);
    if (!url) {
        throw new Error(`${path.basename(program)} ended before it served.`);
    }
    const stop = async () => {
        child.kill();
        await exited;
    };
    return { pid: child.pid, port: Number(new URL(url).port), url, stop };
}

/** The sandbox, what replays it, and a Fairlead that is connected to it and has keys. */
export class Bench {
    static async open({ settings = ROOMY } = {}) {
        const bench = new Bench();
        bench.instance = await Instance.start();
        bench.replay = await start(own('replay'), [bench.instance.sandbox.url]);
        const { instance } = bench;
        await instance.must(['connect', 'jira', '--url', bench.replay.url, '--email', EMAIL, '--token-stdin'], { input: TOKEN });
        bench.keys = [];
        for (let i = 0; i < KEYS; ++i) {
            bench.keys.push((await instance.createKey(`Benchmark ${i}`)).key);
        }
        await instance.server.stop();
        bench.set(settings);
        return bench;
    }

    set(settings) {
        writeFileSync(path.join(this.instance.dataFolder, 'settings.json'), JSON.stringify(settings));
    }

    /** Connects Notion as well, which is at `api` and is replayed too. */
    async addNotion(api, token) {
        const { instance } = this;
        this.notionReplay = await start(own('replay'), [api]);
        this.set({ ...ROOMY, notionApiUrl: this.notionReplay.url });
        await instance.startServer();
        await instance.must(['connect', 'notion', '--token-stdin'], { input: token });
        await instance.server.stop();
    }

    keyOf(client) {
        return this.keys[Math.floor(client / CLIENTS_PER_KEY) % KEYS];
    }

    async startFairlead() {
        const program = path.join(process.env.FAIRLEAD_BIN_DIR, 'fairleadd');
        const args = ['--data-dir', this.instance.dataFolder, '--port', '0', '--print-ready'];
        return start(program, args, this.instance.environment);
    }

    // What Fairlead's list_projects asks for, so that every server fetches the same bytes.
    get projects() {
        return `${this.replay.url}/rest/api/3/project/search?maxResults=50&orderBy=key`;
    }

    startSdk() {
        return start(process.execPath, [path.join(here, 'sdkserver.mjs'), this.projects, authorization]);
    }

    startFloor() {
        const url = new URL(this.projects);
        [url.username, url.password] = [EMAIL, TOKEN];
        return start(own('floor'), [url.href]);
    }

    async close() {
        await this.replay.stop();
        await this.notionReplay?.stop();
        await this.instance.stop();
    }
}

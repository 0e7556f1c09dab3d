// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real programs for a test: the sandbox, fairleadd on a free port in a folder of its own, fairleadctl.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const binaries = process.env.FAIRLEAD_BIN_DIR;
if (!binaries) {
    throw new Error('FAIRLEAD_BIN_DIR must name the folder with fairleadd, fairleadctl and fairlead-sandbox.');
}

export const EMAIL = 'ada@northwind.example';
export const TOKEN = 'sandbox-api-token-ada';

/** A program that prints one JSON line once it serves. */
export class Server {
    constructor(name, args, env) {
        this.name = name;
        this.log = '';
        this.process = spawn(path.join(binaries, name), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
        this.process.stderr.on('data', (text) => (this.log += text));
        this.exited = once(this.process, 'exit');
    }

    async ready() {
        const lines = readline.createInterface({ input: this.process.stdout });
        const failed = this.exited.then(([code]) => {
            throw new Error(`${this.name} ended with ${code} before it was ready:\n${this.log}`);
        });
        failed.catch(() => {});
        const [line] = await Promise.race([once(lines, 'line', { signal: AbortSignal.timeout(30_000) }), failed]);
        this.facts = JSON.parse(line);
        this.url = this.facts.url;
        return this;
    }

    async stop(signal = 'SIGTERM') {
        if (this.process.exitCode === null && this.process.signalCode === null) {
            this.process.kill(signal);
            const late = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
            await this.exited;
            clearTimeout(late);
        }
    }
}

/** A sandbox and a fairleadd, with what a test does to them. */
export class Instance {
    /** `settingsFor` gives what settings.json says, from what the sandbox said when it was ready. */
    static async start({ sandboxArgs = [], settingsFor } = {}) {
        const instance = new Instance();
        instance.folder = mkdtempSync(path.join(tmpdir(), 'fairlead-clients-'));
        const keyFile = path.join(instance.folder, 'master.key');
        writeFileSync(keyFile, randomBytes(32), { mode: 0o600 });
        // Fairlead writes into the configurations of agents: none of the person's who runs the tests.
        const { DBUS_SESSION_BUS_ADDRESS, DISPLAY, XDG_CONFIG_HOME, CODEX_HOME, CLAUDE_CONFIG_DIR, ...environment } = process.env;
        instance.environment = { ...environment, HOME: instance.folder, FAIRLEAD_MASTER_KEY_FILE: keyFile };
        instance.sandbox = await new Server('fairlead-sandbox', ['--port', '0', '--print-ready', ...sandboxArgs], instance.environment).ready();
        if (settingsFor) {
            mkdirSync(instance.dataFolder, { mode: 0o700 });
            writeFileSync(path.join(instance.dataFolder, 'settings.json'), JSON.stringify(settingsFor(instance.sandbox.facts)));
        }
        await instance.startServer();
        return instance;
    }

    /** One that has the sandbox's Jira connected and a `key` of that name. */
    static async connected(name) {
        const instance = await Instance.start();
        try {
            await instance.connectJira();
            instance.key = (await instance.createKey(name)).key;
            return instance;
        } catch (error) {
            await instance.stop();
            throw error;
        }
    }

    async startServer() {
        const args = ['--data-dir', this.dataFolder, '--port', '0', '--print-ready'];
        this.server = await new Server('fairleadd', args, this.environment).ready();
        return this.server;
    }

    /** Ends fairleadd and starts it again on the same data; its port is another one then. */
    async restartServer() {
        await this.server.stop();
        return this.startServer();
    }

    get dataFolder() {
        return path.join(this.folder, 'data');
    }

    get url() {
        return this.server.url;
    }

    async stop() {
        await this.server?.stop();
        await this.sandbox?.stop();
        rmSync(this.folder, { recursive: true, force: true });
    }

    /** The REST API, as fairleadctl uses it: status and object. */
    async api(method, pathAndQuery, body) {
        const token = readFileSync(path.join(this.dataFolder, 'control.token'), 'utf8').trim();
        const response = await fetch(this.url + pathAndQuery, {
            method,
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: body && JSON.stringify(body),
        });
        const text = await response.text();
        return { status: response.status, json: text ? JSON.parse(text) : {} };
    }

    /** A switch of the sandbox: "oauth/clients", "oauth/revoke", … */
    async switchSandbox(what, wanted) {
        const url = `${this.sandbox.url}/_sandbox/${what}`;
        const response = await fetch(url, { method: 'POST', body: JSON.stringify(wanted) });
        if (!response.ok) {
            throw new Error(`The sandbox answered ${response.status} to ${what}: ${await response.text()}`);
        }
    }

    /** What the sandbox has counted of the sign-ins with each service. */
    async sandboxCounts() {
        return (await fetch(`${this.sandbox.url}/_sandbox/oauth`)).json();
    }

    /** fairleadctl --json ARGUMENTS: its exit code, what it printed as an object, and its standard error. */
    ctl(args, { input = '', user } = {}) {
        const all = ['--data-dir', this.dataFolder, '--json', ...(user ? ['--user', user] : []), ...args];
        return new Promise((resolve) => {
            const options = { env: this.environment, timeout: 60_000 };
            const child = execFile(path.join(binaries, 'fairleadctl'), all, options, (error, stdout, stderr) => {
                resolve({ code: error ? error.code : 0, stderr, json: stdout.trim() ? JSON.parse(stdout) : {} });
            });
            // A command that reads nothing may have ended before it is written to.
            child.stdin.on('error', () => {});
            child.stdin.end(input);
        });
    }

    /** fairleadctl that must succeed; gives the object. */
    async must(args, options) {
        const done = await this.ctl(args, options);
        if (done.code !== 0) {
            throw new Error(`fairleadctl ${args.join(' ')} ended with ${done.code}: ${done.stderr}\n${this.server.log}`);
        }
        return done.json;
    }

    connectJira(user) {
        const args = ['connect', 'jira', '--url', this.sandbox.url, '--email', EMAIL, '--token-stdin'];
        return this.must(args, { input: TOKEN, user });
    }

    createKey(name, { access = 'write', user } = {}) {
        return this.must(['keys', 'create', '--name', name, '--access', access, '--ask', 'never'], { user });
    }

    /** Asks the sandbox itself, past Fairlead: what the tools' answers are held against. */
    async jira(pathAndQuery, body) {
        return JSON.parse(await this.jiraText(pathAndQuery, body));
    }

    async jiraText(pathAndQuery, body) {
        const response = await fetch(this.sandbox.url + pathAndQuery, {
            method: body ? 'POST' : 'GET',
            headers: {
                authorization: `Basic ${Buffer.from(`${EMAIL}:${TOKEN}`).toString('base64')}`,
                'content-type': 'application/json',
            },
            body: body && JSON.stringify(body),
        });
        if (!response.ok) {
            throw new Error(`The sandbox answered ${response.status} to ${pathAndQuery}: ${await response.text()}`);
        }
        return response.text();
    }

    async addFault(fault) {
        await fetch(`${this.sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
    }

    async clearFaults() {
        await fetch(`${this.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
    }

    /** The requests that the sandbox has seen. */
    async sandboxRequests() {
        const response = await fetch(`${this.sandbox.url}/_sandbox/requests`);
        return (await response.json()).requests;
    }
}

/** Waits until `condition` gives something true; says `what` did not come to be after 20 seconds. */
export async function until(what, condition) {
    const deadline = Date.now() + 20_000;
    for (;;) {
        const value = await condition();
        if (value) {
            return value;
        }
        if (Date.now() > deadline) {
            throw new Error(`This did not come to be within 20 seconds: ${what}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

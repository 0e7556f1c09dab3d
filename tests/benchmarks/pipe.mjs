// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Clients of a server on standard input and output, many calls at once; the answers are not parsed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const NEWLINE = 10;

/** The one pipe that all of them share. */
export class Pipe {
    static async open(program, args, env) {
        const pipe = new Pipe();
        pipe.waiting = new Map();
        pipe.parts = [];
        pipe.process = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
        pipe.exited = once(pipe.process, 'exit');
        pipe.process.stdout.on('data', (part) => pipe.#read(part));
        const clientInfo = { name: 'benchmark', version: '1' };
        await pipe.ask({ jsonrpc: '2.0', id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
        pipe.#write({ jsonrpc: '2.0', method: 'notifications/initialized' });
        return pipe;
    }

    get pid() {
        return this.process.pid;
    }

    #write(message) {
        this.process.stdin.write(`${JSON.stringify(message)}\n`);
    }

    #read(part) {
        for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE)) {
            const line = Buffer.concat([...this.parts, part.subarray(0, end)]).toString('latin1');
            this.parts = [];
            part = part.subarray(end + 1);
            // The id stands outside of the result, at either end.
            const [, id] = /"id":(\d+)/.exec(line.slice(-100)) ?? /"id":(\d+)/.exec(line.slice(0, 100));
            this.waiting.get(Number(id))?.(line);
            this.waiting.delete(Number(id));
        }
        if (part.length) {
            this.parts.push(part);
        }
    }

    ask(message) {
        return new Promise((resolve) => {
            this.waiting.set(message.id, resolve);
            this.#write(message);
        });
    }

    close() {}

    async stop() {
        this.process.kill();
        await this.exited;
    }
}

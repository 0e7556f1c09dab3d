// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A throw-away home folder for a client program, and running the program in it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

/** Nothing beyond loopback: a client that calls home is refused at once, wherever the test runs. */
const NOWHERE = 'http://127.0.0.1:9';

export class Home {
    /** Within `folder`, which whoever made it removes. */
    constructor(folder, name) {
        this.name = name;
        this.folder = mkdtempSync(path.join(folder, `home-${name.toLowerCase().replace(/\W+/g, '-')}-`));
    }

    write(file, content) {
        const full = path.join(this.folder, file);
        mkdirSync(path.dirname(full), { recursive: true });
        writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
        return full;
    }

    get environment() {
        return {
            HOME: this.folder,
            PATH: `${path.dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
            LANG: 'C.UTF-8',
            TERM: 'xterm-256color',
            NO_COLOR: '1',
            HTTP_PROXY: NOWHERE,
            HTTPS_PROXY: NOWHERE,
            NO_PROXY: '127.0.0.1,localhost',
        };
    }

    /**
     * Runs it to its end and gives all that it printed; an Error with that when it fails, or does not end within the
     * deadline. `lines` are written to it one after the other, each once it has answered the one before.
     */
    async run(program, args, { env = {}, seconds = 60, lines = [] } = {}) {
        const child = spawn(program, args, {
            cwd: this.folder,
            env: { ...this.environment, ...env },
            stdio: ['pipe', 'pipe', 'pipe'],
            detached: true,
        });
        let printed = '';
        child.stderr.on('data', (data) => (printed += data));
        child.stdout.on('data', (data) => (printed += data));
        child.stdin.on('error', () => {});
        this.#converse(child, [...lines]);

        let isLate = false;
        const late = setTimeout(() => {
            isLate = true;
            killGroup(child);
        }, seconds * 1000);
        const code = await new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', resolve);
        });
        clearTimeout(late);
        if (isLate) {
            throw new Error(`${this.name} did not end within ${seconds} seconds; perhaps it waits for a network that is not `
                + `there, or for an account. It printed:\n${printed}`);
        }
        if (code !== 0) {
            throw new Error(`${this.name} ended with ${code}. It printed:\n${printed}`);
        }
        return printed;
    }

    #converse(child, lines) {
        const next = () => {
            if (lines.length === 0) {
                child.stdin.end();
                return;
            }
            const line = lines.shift();
            child.stdin.write(`${JSON.stringify(line)}\n`);
            if (line.id === undefined) {
                next();
            }
        };
        readline.createInterface({ input: child.stdout }).on('line', (line) => {
            if (/^\{"id":/.test(line)) {
                next();
            }
        });
        next();
    }
}

/** It and what it has started. */
function killGroup(child) {
    try {
        process.kill(-child.pid, 'SIGKILL');
    } catch {
        // It has ended in the meantime.
    }
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The server that the suite and the schema test talk to.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';

/** Starts it; gives its process and its URL. It comes in on any X-MCP-API-Key. */
export async function startServer({ verbose = false } = {}) {
    const program = path.join(process.env.FAIRLEAD_BIN_DIR ?? '', 'fairlead-conformance-server');
    const server = spawn(program, [], { stdio: ['ignore', 'pipe', verbose ? 'inherit' : 'ignore'] });
    const [line] = await once(readline.createInterface({ input: server.stdout }), 'line', {
        signal: AbortSignal.timeout(30_000),
    });
    return { process: server, url: JSON.parse(line).url };
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a server does for its first client: it starts, lists its tools and calls one.
import { listTools, openClient, run } from './load.mjs';
import { Bench } from './servers.mjs';

const bench = await Bench.open();
const server = await bench.startFairlead();
const client = await openClient('http', server.port, bench.keyOf(0));
await client.ask(listTools);
await run([client], 20);
client.close();
await server.stop();
await bench.close();

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls per second where the service's answer is big: Fairlead, which reads and shapes it, beside
// servers that pass it on: the official SDK's and Notion's from npm.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { NotionRest, writeCorpus } from './corpus.mjs';
import { hammer, run } from './load.mjs';
import { cpuMs } from './measure.mjs';
import { notionEnvironment, notionProgram, NOTION_TOKEN, NOTION_VERSION } from './peers.mjs';
import { Pipe } from './pipe.mjs';
import { authorization, Bench } from './servers.mjs';

const calls = Math.ceil(Number(process.env.BENCHMARK_CALLS ?? 4000) / 4);
const rounds = Number(process.env.BENCHMARK_ROUNDS ?? 3);
const CLIENTS = [1, 16];
const JQL = 'project in (WEB, MOB, PAY, OPS, DATA) ORDER BY key';
const FIELDS = ['summary', 'status', 'assignee', 'priority', 'updated', 'reporter', 'creator', 'issuetype', 'labels', 'parent', 'created'];
const WITH_DESCRIPTIONS = ['summary', 'status', 'assignee', 'priority', 'updated', 'reporter', 'issuetype', 'description'];

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const searchBody = (fields) => JSON.stringify({ jql: JQL, maxResults: 50, fields });

/** What is asked, of each server in its own words. */
function questionsOf(bench, { page, source }) {
    const notion = { authorization: `Bearer ${NOTION_TOKEN}`, 'notion-version': NOTION_VERSION, 'content-type': 'application/json' };
    const passOn = (url, options, sign) => ({ name: 'pass_on', args: { url, options }, sign });
    const api = bench.notionReplay.url;
    const search = (fields) => ({
        Fairlead: { name: 'jira_search', args: { jql: JQL, limit: 50, fields }, sign: 'DATA-1' },
        SDK: passOn(`${bench.replay.url}/rest/api/3/search/jql`, {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/json' },
            body: searchBody(fields),
        }, 'DATA-1'),
    });
    return {
        '50 issues, 11 fields': search(FIELDS),
        '50 issues, descriptions': search(WITH_DESCRIPTIONS),
        'page of 100 blocks': {
            Fairlead: { name: 'notion_read_page', args: { page }, sign: 'forty orders' },
            SDK: passOn(`${api}/v1/blocks/${page}/children?page_size=100`, { headers: notion }, 'forty orders'),
            Notion: { name: 'API-get-block-children', args: { block_id: page, page_size: 100 }, sign: 'forty orders' },
        },
        'database of 100 rows': {
            Fairlead: { name: 'notion_query_database', args: { database: source, limit: 100 }, sign: 'address form' },
            SDK: passOn(`${api}/v1/data_sources/${source}/query`, { method: 'POST', headers: notion, body: '{"page_size":100}' }, 'address form'),
            Notion: { name: 'API-query-data-source', args: { data_source_id: source, page_size: 100 }, sign: 'address form' },
        },
    };
}

async function freePort() {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    return port;
}

const keysOf = (count, keyOf) => Array.from({ length: count }, (_, number) => keyOf(number));

/** The same as `hammer`, with the pipe that all clients share. */
async function loadPipe(pipe, count, { warmup, calls, question, whenWarm }) {
    const clients = Array(count).fill(pipe);
    await run(clients, warmup, question);
    const before = whenWarm();
    return { ...await run(clients, calls, question), before };
}

/** The servers: which question each takes, and how it is started and opened. */
function serversOf(bench) {
    const home = bench.instance.folder;
    const environment = () => notionEnvironment(bench.notionReplay.url, home);
    const overHttp = (server) => ({ ...server, load: (count, work) => hammer('http', server.port, keysOf(count, (number) => bench.keyOf(number)), work) });
    const overPipe = (pipe) => ({ pid: pipe.pid, stop: () => pipe.stop(), load: (count, work) => loadPipe(pipe, count, work) });
    return [
        { name: 'Fairlead', asks: 'Fairlead', start: async () => overHttp(await bench.startFairlead()) },
        { name: 'SDK', asks: 'SDK', start: async () => overHttp(await bench.startSdk()) },
        {
            name: 'Notion, stdio',
            asks: 'Notion',
            start: async () => overPipe(await Pipe.open(process.execPath, [notionProgram], environment())),
        },
        { name: 'Notion, HTTP', asks: 'Notion', start: async () => startNotionHttp(environment()) },
    ];
}

async function startNotionHttp(environment) {
    const port = await freePort();
    const key = 'benchmark';
    const args = [notionProgram, '--transport', 'http', '--port', String(port), '--auth-token', key];
    const child = spawn(process.execPath, args, { env: environment, stdio: 'ignore' });
    const exited = once(child, 'exit');
    for (let tries = 0; tries < 100; ++tries) {
        const answered = await fetch(`http://127.0.0.1:${port}/health`).catch(() => pause(100));
        if (answered?.ok) {
            break;
        }
    }
    const stop = async () => {
        child.kill();
        await exited;
    };
    return { pid: child.pid, port, stop, load: (count, work) => hammer('http', port, keysOf(count, () => key), work) };
}

/** Calls per second and processor time, with one client and with 16. */
async function measure(server, question) {
    const figures = {};
    for (const count of CLIENTS) {
        const { times, seconds, before } = await server.load(count, {
            warmup: 100,
            calls: count === 1 ? Math.ceil(calls / 2) : calls,
            question,
            whenWarm: () => cpuMs(server.pid),
        });
        figures[`${count} calls/s`] = times.length / seconds;
        figures[`${count} CPU ms`] = (cpuMs(server.pid) - before) / times.length;
    }
    return figures;
}

async function measureAll(servers, questions) {
    const results = {};
    for (let round = 0; round < rounds; ++round) {
        for (const { name, asks, start } of servers) {
            console.error(`Big answers, round ${round + 1} of ${rounds}: ${name}`);
            const server = await start();
            for (const [what, question] of Object.entries(questions)) {
                if (question[asks]) {
                    const figures = await measure(server, question[asks]);
                    for (const [figure, value] of Object.entries(figures)) {
                        (((results[what] ??= {})[figure] ??= {})[name] ??= []).push(value);
                    }
                }
            }
            await server.stop();
        }
    }
    return results;
}

function print(names, results) {
    const cell = (value) => (value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(15);
    const heads = [...names, ...names.slice(1).map((name) => `to ${name}`)];
    console.log(`\n${''.padEnd(36)}${heads.map((head) => head.padStart(18)).join('')}`);
    for (const [what, rows] of Object.entries(results)) {
        for (const [figure, values] of Object.entries(rows)) {
            const medians = names.map((name) => values[name] && median(values[name]));
            const ratios = medians.slice(1).map((other) => (other === undefined ? '–' : `×${(medians[0] / other).toFixed(2)}`));
            const cells = [...medians.map(cell), ...ratios].map((text) => text.padStart(18));
            console.log(`${`${what}: ${figure}`.padEnd(36)}${cells.join('')}`);
        }
    }
}

async function sizes(bench, { page, source }) {
    const notion = new NotionRest(bench.notionReplay.url);
    const search = (fields) => bench.instance.jiraText('/rest/api/3/search/jql', { jql: JQL, maxResults: 50, fields });
    const texts = [
        await search(FIELDS),
        await search(WITH_DESCRIPTIONS),
        await notion.text('GET', `/v1/blocks/${page}/children?page_size=100`),
        await notion.text('POST', `/v1/data_sources/${source}/query`, { page_size: 100 }),
    ];
    return texts.map((text) => `${(Buffer.byteLength(text) / 1000).toFixed(0)} KB`).join(', ');
}

export async function bigAnswers() {
    const bench = await Bench.open();
    try {
        const api = bench.instance.sandbox.facts.notion.api;
        const where = await writeCorpus(api);
        await bench.addNotion(api, NOTION_TOKEN);
        const servers = serversOf(bench);
        const results = await measureAll(servers, questionsOf(bench, where));
        print(servers.map(({ name }) => name), results);
        console.log(`The services' answers, in this order: ${await sizes(bench, where)}`);
    } finally {
        await bench.close();
    }
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Notion's list of a page's blocks, made from the page's Markdown: the sandbox keeps pages as Markdown
// only. Everything else is passed on to it.
import http from 'node:http';

import { NotionRest } from './corpus.mjs';

const MARKS = [
    [/^\*\*(.+?)\*\*/, 'bold'],
    [/^\*(.+?)\*/, 'italic'],
    [/^`(.+?)`/, 'code'],
    [/^\[(.+?)\]\((.+?)\)/, 'link'],
];
const KINDS = [
    [/^## (.*)/, 'heading_2', { is_toggleable: false }],
    [/^- \[x\] (.*)/, 'to_do', { checked: true }],
    [/^- \[ \] (.*)/, 'to_do', { checked: false }],
    [/^- (.*)/, 'bulleted_list_item', {}],
    [/^\d+\. (.*)/, 'numbered_list_item', {}],
    [/^> (.*)/, 'quote', {}],
    [/^(.*)/, 'paragraph', {}],
];

function span(content, mark, target) {
    const annotations = { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: 'default' };
    if (mark in annotations) {
        annotations[mark] = true;
    }
    const href = target ?? null;
    return { type: 'text', text: { content, link: href && { url: href } }, annotations, plain_text: content, href };
}

function richText(line) {
    const spans = [];
    let plain = '';
    const flush = () => {
        if (plain) {
            spans.push(span(plain));
        }
        plain = '';
    };
    for (let rest = line; rest; ) {
        const [found, mark] = MARKS.map(([pattern, name]) => [pattern.exec(rest), name]).find(([match]) => match) ?? [];
        if (found) {
            flush();
            spans.push(span(found[1], mark, found[2]));
        } else {
            plain += rest[0];
        }
        rest = rest.slice(found ? found[0].length : 1);
    }
    flush();
    return spans;
}

/** An id that a block of this page always has. */
function blockId(pageId, number) {
    return pageId.slice(0, 24) + (parseInt(pageId.slice(24), 16) ^ (number + 1)).toString(16).padStart(12, '0').slice(-12);
}

function blockOf(page, line, number) {
    const [match, type, more] = KINDS.map(([pattern, ...kind]) => [pattern.exec(line), ...kind]).find(([found]) => found);
    return {
        object: 'block',
        id: blockId(page.id, number),
        parent: { type: 'page_id', page_id: page.id },
        created_time: page.created_time,
        last_edited_time: page.last_edited_time,
        created_by: page.created_by,
        last_edited_by: page.last_edited_by,
        has_children: false,
        in_trash: false,
        type,
        [type]: { rich_text: richText(match[1]), ...more, color: 'default' },
    };
}

async function blockList(api, id) {
    const rest = new NotionRest(api);
    const page = await rest.ask('GET', `/v1/pages/${id}`);
    const { markdown } = await rest.ask('GET', `/v1/pages/${id}/markdown`);
    const results = markdown.split('\n').filter(Boolean).map((line, number) => blockOf(page, line, number));
    return JSON.stringify({ object: 'list', results, next_cursor: null, has_more: false, type: 'block', block: {}, request_id: id });
}

/** The sandbox's Notion with lists of blocks; `url` and `stop()`. */
export async function serveBlocks(api) {
    const server = http.createServer(async (request, response) => {
        const [, id] = /^\/v1\/blocks\/([^/]+)\/children/.exec(request.url) ?? [];
        if (id && request.method === 'GET') {
            response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(await blockList(api, id));
            return;
        }
        const { hostname, port } = new URL(api);
        const passed = http.request({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
        });
        request.pipe(passed);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

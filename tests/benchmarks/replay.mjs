// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sandbox's answers, replayed: the first request for a line is passed on, later ones get the same
// bytes. So the upstream costs next to nothing and is the same for every server that is measured.
// Usage: replay.mjs URL-OF-THE-SANDBOX
import net from 'node:net';

const sandbox = new URL(process.argv[2]);
const answers = new Map();

/** The whole answer of the sandbox to these bytes, as one kept-alive message. */
function ask(head, body) {
    return new Promise((resolve, reject) => {
        const socket = net.connect(sandbox.port, sandbox.hostname);
        const parts = [];
        socket.on('data', (part) => parts.push(part));
        socket.on('error', reject);
        socket.on('end', () => {
            const text = Buffer.concat(parts).toString('latin1');
            const end = text.indexOf('\r\n\r\n');
            const fields = text.slice(0, end).replace(/\r\n(connection|content-length|transfer-encoding):[^\r]*/gi, '');
            let content = text.slice(end + 4);
            if (/\r\ntransfer-encoding: chunked/i.test(text.slice(0, end))) {
                content = unchunk(content);
            }
            resolve(Buffer.from(`${fields}\r\nContent-Length: ${content.length}\r\n\r\n${content}`, 'latin1'));
        });
        socket.write(head.replace(/\r\n(connection|host):[^\r]*/gi, '').replace('\r\n', `\r\nHost: ${sandbox.host}\r\nConnection: close\r\n`) + body, 'latin1');
    });
}

function unchunk(text) {
    let content = '';
    for (let at = 0; ; ) {
        const line = text.indexOf('\r\n', at);
        const size = parseInt(text.slice(at, line), 16);
        if (!size) {
            return content;
        }
        content += text.slice(line + 2, line + 2 + size);
        at = line + 2 + size + 2;
    }
}

const server = net.createServer((socket) => {
    let waiting = '';
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('data', async (part) => {
        waiting += part.toString('latin1');
        const end = waiting.indexOf('\r\n\r\n');
        if (end < 0) {
            return;
        }
        const head = waiting.slice(0, end + 4);
        const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
        if (waiting.length < head.length + length) {
            return;
        }
        const body = waiting.slice(head.length, head.length + length);
        waiting = '';
        const name = head.slice(0, head.indexOf('\r\n')) + body;
        let answer = answers.get(name);
        if (!answer) {
            answer = await ask(head, body);
            answers.set(name, answer);
        }
        socket.write(answer);
    });
});
server.listen(0, '127.0.0.1', () => {
    console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});

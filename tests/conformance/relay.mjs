// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A relay on loopback that adds the key, which the suite cannot send. Host and Origin stay as they are, but for the
// relay's own address, which becomes the server's: a foreign one must reach the server's guard.
import http from 'node:http';

/** Relays to `target` (a URL) and adds `headers`; gives the relay's own URL and stop(). */
export async function startRelay(target, headers) {
    const upstream = new URL(target);
    let own;
    const translated = (name, value) =>
        /^(host|origin)$/i.test(name) ? value.replace(new RegExp(`:${own}$`), `:${upstream.port}`) : value;

    const server = http.createServer((request, response) => {
        const raw = Object.entries(headers).flat();
        for (let i = 0; i < request.rawHeaders.length; i += 2) {
            raw.push(request.rawHeaders[i], translated(request.rawHeaders[i], request.rawHeaders[i + 1]));
        }
        const onward = http.request({
            host: upstream.hostname,
            port: upstream.port,
            method: request.method,
            path: request.url,
            headers: raw,
            setHost: false,
            agent: false,
        });
        onward.on('response', (answer) => {
            response.writeHead(answer.statusCode, answer.rawHeaders);
            response.flushHeaders();
            answer.pipe(response);
            answer.on('error', () => response.destroy());
        });
        onward.on('error', () => response.destroy());
        response.on('close', () => onward.destroy());
        request.pipe(onward);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    own = server.address().port;
    return {
        url: `http://127.0.0.1:${own}`,
        stop: () => {
            server.close();
            server.closeAllConnections();
        },
    };
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An MCP server built with the official SDK that lets nobody in without a token of oidc-provider's, and a person who
// signs in there without a browser: follows redirects, keeps cookies, and sends off the two forms.
import { createServer } from 'node:http';
import { once } from 'node:events';

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import express from 'express';
import Provider from 'oidc-provider';

async function listening(server) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}`;
}

export class GuardedServer {
    registrations = 0;
    exchanges = [];
    seen = new Set();
    ended = new Set();

    static async start() {
        const server = new GuardedServer();
        server.signIn = createServer();
        server.issuer = await listening(server.signIn);
        const app = express();
        server.http = createServer(app);
        server.origin = await listening(server.http);
        server.url = `${server.origin}/mcp`;
        server.provider = new Provider(server.issuer, server.#configuration());
        server.provider.on('registration_create.success', () => (server.registrations += 1));
        server.provider.on('grant.success', (ctx) => server.exchanges.push(ctx.oidc.params.grant_type));
        server.signIn.on('request', server.provider.callback());
        server.#serve(app);
        return server;
    }

    #configuration() {
        return {
            scopes: ['openid', 'offline_access'],
            pkce: { required: () => true },
            rotateRefreshToken: true,
            expiresWithSession: () => false,
            ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 86_400, IdToken: 3600, Interaction: 600, RefreshToken: 86_400, Session: 600 },
            features: {
                devInteractions: { enabled: true },
                registration: { enabled: true },
                revocation: { enabled: true, allowedPolicy: () => true },
                resourceIndicators: {
                    enabled: true,
                    useGrantedResource: () => true,
                    getResourceServerInfo: (_ctx, resource) => ({ scope: 'tools:use', audience: resource, accessTokenFormat: 'opaque' }),
                },
            },
            findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
        };
    }

    #serve(app) {
        const place = '/.well-known/oauth-protected-resource/mcp';
        app.get(place, (_request, response) =>
            response.json({ resource: this.url, authorization_servers: [this.issuer], scopes_supported: ['tools:use'] }),
        );
        const verifier = { verifyAccessToken: (token) => this.#verify(token) };
        const guard = requireBearerAuth({ verifier, requiredScopes: ['tools:use'], resourceMetadataUrl: this.origin + place });
        app.post('/mcp', guard, express.json(), async (request, response) => {
            const mcp = new McpServer({ name: 'guarded', version: '1' });
            mcp.registerTool('who', { description: 'Says who has signed in.' }, ({ authInfo }) => ({
                content: [{ type: 'text', text: `signed in as ${authInfo.extra.account}` }],
            }));
            const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
            response.on('close', () => transport.close());
            await mcp.connect(transport);
            await transport.handleRequest(request, response, request.body);
        });
        app.all('/mcp', (_request, response) => response.status(405).end());
    }

    async #verify(token) {
        const known = await this.provider.AccessToken.find(token);
        this.seen.add(token);
        if (!known || known.aud !== this.url || this.ended.has(token)) {
            throw new InvalidTokenError('This token is not for this server.');
        }
        const extra = { account: known.accountId };
        return { token, clientId: known.clientId, scopes: known.scope.split(' '), expiresAt: known.exp, extra };
    }

    /** The tokens that it has seen so far are worth nothing any more. */
    endTokens() {
        this.ended = new Set(this.seen);
    }

    async stop() {
        for (const server of [this.http, this.signIn]) {
            server.closeAllConnections();
            server.close();
        }
    }
}

/** Signs in at this address and allows it; the last page's status and text. */
export async function allow(start) {
    const jars = new Map();
    let url = new URL(start);
    let body;
    for (let step = 0; step < 30; step += 1) {
        const jar = jars.get(url.host) ?? new Map();
        jars.set(url.host, jar);
        const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
        const response = await fetch(url, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' });
        for (const cookie of response.headers.getSetCookie()) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
            value ? jar.set(name, value) : jar.delete(name);
        }
        body = undefined;
        if (response.headers.has('location')) {
            url = new URL(response.headers.get('location'), url);
            continue;
        }
        const text = await response.text();
        const action = /<form[^>]*action="([^"]+)"/.exec(text);
        const prompt = /name="prompt" value="(\w+)"/.exec(text);
        if (!action || !prompt) {
            return { status: response.status, text };
        }
        url = new URL(action[1], url);
        body = new URLSearchParams({ prompt: prompt[1], login: 'ada', password: 'anything' });
    }
    throw new Error(`There is no end to the redirects from ${start}`);
}

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An authorization server that others wrote, as strict as it can be set: PKCE with S256, iss in each response
// (RFC 9207), every refresh token good for one use, redirect addresses on any loopback port (RFC 8252).
import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';

/** A program on a person's computer: it can keep no secret. */
export const CLIENT = 'fairlead-desktop';

export class OidcServer {
    /** `callbackPath` is what was registered; the port is whichever the program listens on. */
    static async start(callbackPath) {
        const server = new OidcServer();
        server.http = createServer();
        server.http.listen(0, '127.0.0.1');
        await once(server.http, 'listening');
        server.issuer = `http://127.0.0.1:${server.http.address().port}`;
        server.provider = new Provider(server.issuer, configuration(callbackPath));
        server.exchanges = [];
        server.provider.on('grant.success', (ctx) => server.#note(ctx, 'granted'));
        server.provider.on('grant.error', (ctx, error) => server.#note(ctx, error.message));
        server.http.on('request', server.provider.callback());
        return server;
    }

    #note(ctx, outcome) {
        this.exchanges.push({ kind: ctx.oidc.params?.grant_type, outcome });
    }

    async stop() {
        this.http.closeAllConnections();
        this.http.close();
        await once(this.http, 'close');
    }
}

function configuration(callbackPath) {
    return {
        clients: [
            {
                client_id: CLIENT,
                application_type: 'native',
                token_endpoint_auth_method: 'none',
                redirect_uris: [`http://127.0.0.1${callbackPath}`],
                grant_types: ['authorization_code', 'refresh_token'],
                response_types: ['code'],
            },
        ],
        scopes: ['openid', 'offline_access', 'projects'],
        pkce: { required: () => true },
        rotateRefreshToken: true,
        // Tokens that need no session with the person's browser.
        expiresWithSession: () => false,
        ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 86_400, IdToken: 3600, Interaction: 600, RefreshToken: 86_400, Session: 600 },
        features: { devInteractions: { enabled: true }, revocation: { enabled: true, allowedPolicy: () => true } },
        findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    };
}

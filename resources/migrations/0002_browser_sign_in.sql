-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The app's secret is in the table secrets, sealed, as "oauth-client/" || service || "/" || client_id.
CREATE TABLE oauth_clients (
    service TEXT NOT NULL,
    client_id TEXT NOT NULL,
    in_use INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (service, client_id)
);

-- The tokens are in the table secrets, sealed, as "grant/" || id; their generation counts there.
CREATE TABLE oauth_grants (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    service TEXT NOT NULL,
    client_id TEXT NOT NULL,
    scopes TEXT NOT NULL,
    is_lost INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    renewed_at TEXT NOT NULL,
    expires_at TEXT
);

-- A renewal that was begun and has no outcome yet: the service may have made these tokens invalid.
CREATE TABLE oauth_renewals (
    grant_id TEXT NOT NULL PRIMARY KEY REFERENCES oauth_grants (id) ON DELETE CASCADE,
    generation BIGINT NOT NULL,
    refresh_token_hash TEXT NOT NULL,
    started_at TEXT NOT NULL
);

-- Empty for a connection with a token of its own.
ALTER TABLE pm_provider_connections ADD COLUMN grant_id TEXT NOT NULL DEFAULT '';

-- What removed connections were called, so that the log can go on naming them.
CREATE TABLE removed_connections (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    provider_type TEXT NOT NULL,
    name TEXT NOT NULL,
    removed_at TEXT NOT NULL
);

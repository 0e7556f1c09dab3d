-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Every statement ends with a semicolon at the end of a line. Times are UTC, ISO 8601 with
-- milliseconds, so that they sort as text.

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    created_at TEXT NOT NULL
);

-- No column holds a secret: the credential is in the table secrets, sealed, as "connection/" || id.
CREATE TABLE pm_provider_connections (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    provider_type TEXT NOT NULL,
    name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    api_base_url TEXT NOT NULL,
    username TEXT NOT NULL,
    account_name TEXT NOT NULL,
    auth_type TEXT NOT NULL,
    state TEXT NOT NULL,
    last_error TEXT NOT NULL,
    limitations TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_used_at TEXT,
    UNIQUE (user_id, provider_type, base_url, username)
);

CREATE TABLE user_mcp_api_keys (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    key_prefix TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    access TEXT NOT NULL,
    last_client TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_used_at TEXT,
    expires_at TEXT,
    revoked_at TEXT
);

CREATE INDEX user_mcp_api_keys_user ON user_mcp_api_keys (user_id);

-- connection_id is no foreign key on purpose: a key limited to a connection that was removed must
-- stay limited to it; with the row gone it would be free to use all of them.
CREATE TABLE user_mcp_api_key_connections (
    key_id TEXT NOT NULL REFERENCES user_mcp_api_keys (id) ON DELETE CASCADE,
    connection_id TEXT NOT NULL,
    PRIMARY KEY (key_id, connection_id)
);

CREATE TABLE secrets (
    id TEXT NOT NULL PRIMARY KEY,
    generation BIGINT NOT NULL,
    key_id TEXT NOT NULL,
    nonce BLOB NOT NULL,
    sealed BLOB NOT NULL
);

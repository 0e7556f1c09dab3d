-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Credentials that somebody holds for a time. What is held is in the table secrets, sealed, as
-- "lease/" || id, and is gone with the lease's end. key_id is empty for one that was taken with a
-- management token.
CREATE TABLE credential_leases (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    key_id TEXT NOT NULL,
    key_prefix TEXT NOT NULL,
    client_name TEXT NOT NULL,
    server_id TEXT NOT NULL,
    services TEXT NOT NULL,
    connection_ids TEXT NOT NULL,
    ttl_seconds BIGINT NOT NULL,
    renewals BIGINT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT,
    end_reason TEXT NOT NULL
);

CREATE INDEX credential_leases_user ON credential_leases (user_id);
CREATE INDEX credential_leases_open ON credential_leases (expires_at) WHERE ended_at IS NULL;

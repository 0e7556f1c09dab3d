-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The management tokens that were given out and are not over, by their jti: one that is not here, or that
-- is revoked, opens nothing. The tokens themselves are nowhere.
CREATE TABLE management_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT
);

CREATE INDEX management_tokens_expiry ON management_tokens (expires_at);

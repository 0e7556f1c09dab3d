-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was done, by whom, with which outcome; never arguments or results. Each user's rows are
-- numbered without gaps and chained: hash is the SHA-256 over the row and the hash before it.
CREATE TABLE user_activity_logs (
    user_id TEXT NOT NULL REFERENCES users (id),
    sequence BIGINT NOT NULL,
    occurred_at TEXT NOT NULL,
    event TEXT NOT NULL,
    outcome TEXT NOT NULL,
    key_id TEXT NOT NULL,
    key_prefix TEXT NOT NULL,
    client_name TEXT NOT NULL,
    tool TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    connection_name TEXT NOT NULL,
    detail TEXT NOT NULL,
    duration_ms BIGINT NOT NULL,
    result_bytes BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (user_id, sequence)
);

CREATE INDEX user_activity_logs_time ON user_activity_logs (user_id, occurred_at);

-- Where each user's chain begins, after old rows were removed, and where it ends.
CREATE TABLE user_activity_chains (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    first_sequence BIGINT NOT NULL,
    first_previous_hash TEXT NOT NULL,
    last_sequence BIGINT NOT NULL,
    last_hash TEXT NOT NULL
);

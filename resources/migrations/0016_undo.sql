-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Writes that can be taken back. What was there before and what was written is in `secrets`,
-- sealed, as undo/ID; several rows of one call have its call_id.
CREATE TABLE undo_steps (
    id TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    call_id TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    connection_id TEXT NOT NULL,
    connection_name TEXT NOT NULL,
    key_id TEXT NOT NULL,
    key_prefix TEXT NOT NULL,
    client_name TEXT NOT NULL,
    tool TEXT NOT NULL,
    target TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE INDEX undo_steps_call ON undo_steps (user_id, call_id);

-- The call of an entry, where it can be undone. Not in the hash of a row where it is empty.
ALTER TABLE user_activity_logs ADD COLUMN undo_call TEXT NOT NULL DEFAULT '';

-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How much of what a remote MCP server allows was used when the program last ended, as JSON: how many
-- requests went out until when, and until when it wants none. Written now and then, so it may lag.
CREATE TABLE upstream_paces (
    connection_id TEXT NOT NULL PRIMARY KEY REFERENCES pm_provider_connections (id) ON DELETE CASCADE,
    record TEXT NOT NULL
);

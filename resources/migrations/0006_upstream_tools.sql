-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Remote MCP servers: their tools are called prefix || "_" || name here.
CREATE TABLE upstream_servers (
    connection_id TEXT NOT NULL PRIMARY KEY REFERENCES pm_provider_connections (id) ON DELETE CASCADE,
    prefix TEXT NOT NULL
);

-- What such a server offers, and what of it a person has approved: definitions as JSON. A tool is
-- there for clients while both are the same. approved_hash is the SHA-256 of approved; where it is
-- not, somebody else has written it, and the tool is hidden. effect is empty while nobody has said
-- otherwise than Fairlead judges.
CREATE TABLE upstream_tools (
    connection_id TEXT NOT NULL REFERENCES upstream_servers (connection_id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    approved TEXT NOT NULL,
    approved_hash TEXT NOT NULL,
    offered TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    effect TEXT NOT NULL,
    PRIMARY KEY (connection_id, name)
);

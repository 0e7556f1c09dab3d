-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of an app that Fairlead registered by itself: how it proves itself, the redirect addresses that it
-- was registered with (one on each line), and when its secret ends. Empty for one that a person set up.
ALTER TABLE oauth_clients ADD COLUMN authentication TEXT NOT NULL DEFAULT '';
ALTER TABLE oauth_clients ADD COLUMN redirect_uris TEXT NOT NULL DEFAULT '';
ALTER TABLE oauth_clients ADD COLUMN ends_at TEXT;

-- The authorization servers that remote MCP servers named, for renewing what was signed in there.
CREATE TABLE oauth_servers (
    service TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL
);

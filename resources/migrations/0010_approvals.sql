-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Before which tools a key asks its person: never, destructive, writes; and what was laid down for
-- single tools, as a JSON object of name and allow, ask or deny.
ALTER TABLE user_mcp_api_keys ADD COLUMN asks TEXT NOT NULL DEFAULT 'destructive';
ALTER TABLE user_mcp_api_keys ADD COLUMN tool_decisions TEXT NOT NULL DEFAULT '{}';

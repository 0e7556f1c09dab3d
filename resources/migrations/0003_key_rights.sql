-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a key may do beside calling tools: names separated by spaces, "proxy".
ALTER TABLE user_mcp_api_keys ADD COLUMN rights TEXT NOT NULL DEFAULT '';

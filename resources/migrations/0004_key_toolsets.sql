-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The toolsets that a key has beyond the core: names separated by spaces, or "all".
ALTER TABLE user_mcp_api_keys ADD COLUMN toolsets TEXT NOT NULL DEFAULT '';

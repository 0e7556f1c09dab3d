-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The summary that the issue was asked for with: where issues can carry no mark, one whose answer
-- was lost is found again by it. Empty for links that are older.
ALTER TABLE jira_links ADD COLUMN summary TEXT NOT NULL DEFAULT '';

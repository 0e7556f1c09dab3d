-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which file became which Jira issue. A row is written before the issue is made, with an empty
-- issue_key: what a crash leaves so is looked for in Jira by its id before anything is made again.
CREATE TABLE jira_links (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    connection_id TEXT NOT NULL,
    site TEXT NOT NULL,
    project TEXT NOT NULL,
    issue_key TEXT NOT NULL,
    issue_url TEXT NOT NULL,
    workspace TEXT NOT NULL,
    path TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    started_at TEXT NOT NULL,
    published_at TEXT
);

CREATE INDEX jira_links_path ON jira_links (user_id, path);
CREATE INDEX jira_links_hash ON jira_links (user_id, content_hash);

-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The files that go with an issue, written down before they are attached: what a crash leaves without
-- attached_at is attached later, unless the issue has more files of that name and size by then than
-- known_before. "problem" says why it was refused; such a file waits for a person to publish again.
CREATE TABLE jira_link_files (
    link_id TEXT NOT NULL REFERENCES jira_links (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    size BIGINT NOT NULL,
    known_before INTEGER NOT NULL,
    problem TEXT NOT NULL,
    attached_at TEXT,
    PRIMARY KEY (link_id, path)
);

-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a person can own an organization can own, so it has a row here, too, which is named by its
-- id and never signs in. The row stays when the organization goes.
ALTER TABLE users ADD COLUMN kind TEXT NOT NULL DEFAULT 'person';

CREATE TABLE organizations (
    id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    name TEXT NOT NULL,
    created_at TEXT NOT NULL
);

CREATE TABLE organization_members (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    PRIMARY KEY (organization_id, user_id)
);

CREATE INDEX organization_members_user ON organization_members (user_id);

-- One that was answered is gone; one that ran out stays until the person is invited again.
CREATE TABLE organization_invitations (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL,
    invited_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    UNIQUE (organization_id, user_id)
);

-- Who uses an organization's connection: all_members, admins_only, or users, who are those of
-- connection_users. user_id of the connection is the organization's id. Says nothing of a person's.
ALTER TABLE pm_provider_connections ADD COLUMN shared_with TEXT NOT NULL DEFAULT 'admins_only';

CREATE TABLE connection_users (
    connection_id TEXT NOT NULL REFERENCES pm_provider_connections (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (connection_id, user_id),
    FOREIGN KEY (organization_id, user_id) REFERENCES organization_members (organization_id, user_id) ON DELETE CASCADE
);

-- The one place that says who may do what with which connection.
CREATE VIEW connection_access (user_id, connection_id, may_manage, may_use) AS
SELECT c.user_id, c.id, 1, 1 FROM pm_provider_connections c
UNION ALL
SELECT m.user_id, c.id,
    CASE WHEN m.role = 'member' THEN 0 ELSE 1 END,
    CASE WHEN c.shared_with = 'all_members'
        OR (c.shared_with = 'admins_only' AND m.role <> 'member')
        OR (c.shared_with = 'users' AND EXISTS (
            SELECT 1 FROM connection_users u
            WHERE u.connection_id = c.id AND u.user_id = m.user_id))
    THEN 1 ELSE 0 END
FROM pm_provider_connections c
JOIN organization_members m ON m.organization_id = c.user_id;

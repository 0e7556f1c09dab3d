-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the instances on one database do for each other's clients, which land on any of them. For a
-- moment only: what was put here by an instance that has ended counts for nothing any more.

-- An instance lives as long as the connection that holds this lock in common: killed, it is gone at
-- once. Taken again after each loss of the connection, so one that was away for a second is not told
-- from one that has ended: what it has put here stays until its time is over.
CREATE FUNCTION fairlead_life(instance text) RETURNS bigint LANGUAGE sql STABLE AS $$
SELECT hashtextextended('fairlead/' || current_schema() || '/instance/' || instance, 0)
$$;
-- All locks of that kind that somebody holds, or the connection with this number does: read once for
-- all rows as in "fairlead_life(instance) IN (SELECT fairlead_held())".
CREATE FUNCTION fairlead_held(holder integer DEFAULT NULL) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
SELECT classid::bigint << 32 | objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid = coalesce(holder, pid)
$$;

-- Calls that wait for a person's yes. What is shown is in the table secrets, sealed, as
-- "approval/" || id || '/' || n for each MiB. call_mark tells the call by key, tool and arguments and gives none of them
-- away; answer is null until there is one.
CREATE TABLE asked_approvals (
    id TEXT NOT NULL PRIMARY KEY,
    call_mark TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    instance TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    ends_at TEXT NOT NULL,
    answer TEXT
);
CREATE TRIGGER tell AFTER INSERT OR DELETE OR UPDATE
    ON asked_approvals FOR EACH ROW EXECUTE FUNCTION fairlead_tell('approval', 'id');

-- Who can be asked, and at which instance they are.
CREATE TABLE approval_presence (
    instance TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (instance, user_id)
);

-- Answers that were cut, for whoever is asked for the rest. The text is in the table secrets,
-- sealed, as "answer/" || id || '/' || n for each MiB; the owner is a key, or a user without one.
CREATE TABLE kept_answers (
    id TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    ends_at TEXT NOT NULL
);

-- Events that each instance notices by itself: the first to name one here enters it in the log.
CREATE TABLE noticed_events (
    name TEXT NOT NULL PRIMARY KEY,
    ends_at TEXT NOT NULL
);

-- A row while a person has paused Fairlead.
CREATE TABLE shared_pause (name TEXT NOT NULL PRIMARY KEY);
CREATE TRIGGER tell AFTER INSERT OR DELETE
    ON shared_pause FOR EACH ROW EXECUTE FUNCTION fairlead_tell('pause', 'name');

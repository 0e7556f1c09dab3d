-- SPDX-FileCopyrightText: 2026 The Fairlead authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a call was about, such as "ABC-123 ABC-124", and as much of its arguments as the person
-- wants to keep: usually nothing. Neither is in the hash of a row where it is empty.
ALTER TABLE user_activity_logs ADD COLUMN target TEXT NOT NULL DEFAULT '';
ALTER TABLE user_activity_logs ADD COLUMN arguments TEXT NOT NULL DEFAULT '';

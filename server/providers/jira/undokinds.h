// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/undorules.h"

#include <span>

namespace fairlead::providers::jira {

// The kinds of jiraundo.h, by what they change, and what their functions share.

/** Fields, person and status of an issue. */
[[nodiscard]] std::span<const UndoKind> fieldUndoKinds();
/** Comments, worklogs, links, watchers, and whole issues. */
[[nodiscard]] std::span<const UndoKind> entryUndoKinds();

/** `write` is what it does, for sentences; empty for what only reads. */
[[nodiscard]] RestCall undoCall(const QByteArray &method,
                                const QString &path,
                                const QString &write = {});
/** Of an issue with nothing but these fields; with an empty path when there are none. */
[[nodiscard]] RestCall readingFields(const QString &key, const QStringList &fields);
/** These of an issue that was read; null where it has no value, which Jira may leave out. */
[[nodiscard]] QJsonObject fieldsOf(const QJsonObject &issue, const QStringList &names);
/** An object's members of these names. */
[[nodiscard]] QJsonObject only(const QJsonObject &all, const QStringList &names);

} // namespace fairlead::providers::jira

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QByteArray>

/**
 * Reads Jira's answers. Pure functions; InvalidData says what was expected and is not there. Each
 * answer is validated as a whole before anything in it is believed.
 */
namespace fairlead::providers::jira::parser {

[[nodiscard]] Result<Myself> myself(const QByteArray &body);
/** The permission keys that the account does not have on any project of the site. */
[[nodiscard]] Result<QStringList> missingPermissions(const QByteArray &body);
/** It becomes a part of a path, so nothing but an id may pass. */
[[nodiscard]] bool isCloudId(const QString &text);
[[nodiscard]] Result<QString> cloudId(const QByteArray &body);
[[nodiscard]] Result<ProjectPage> projects(const QByteArray &body);
/** A list's issues; their descriptions are excerpts of plain text. */
[[nodiscard]] Result<IssuePage> issues(const QByteArray &body);
[[nodiscard]] Result<qint64> count(const QByteArray &body);
[[nodiscard]] Result<Issue> issue(const QByteArray &body);
[[nodiscard]] Result<CommentPage> comments(const QByteArray &body);
[[nodiscard]] Result<QString> commentId(const QByteArray &body);
/** The key of an issue just made. */
[[nodiscard]] Result<QString> createdKey(const QByteArray &body);

/** What an error answer says; empty when it is none of Jira's. */
[[nodiscard]] Problem problem(const QByteArray &body);

} // namespace fairlead::providers::jira::parser

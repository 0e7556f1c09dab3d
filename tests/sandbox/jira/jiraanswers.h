// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

#include <QMap>

/** Jira's error bodies, in its own words. */
namespace fairlead::sandbox {

/** {"errorMessages":[message],"errors":{}} */
[[nodiscard]] Response jiraError(int status, const QString &message);

/** {"errorMessages":[],"errors":{field: message}} */
[[nodiscard]] Response jiraErrors(int status, const QMap<QString, QString> &errors);

/** RFC 7807, as Jira answers what never reaches one of its endpoints. */
[[nodiscard]] Response jiraProblem(int status,
                                   const QString &title,
                                   const QString &detail,
                                   const QString &path);

/** The site's 401: plain words as HTML, and two headers that name the reason. */
[[nodiscard]] Response notAuthenticated(const QString &origin);

/** The gateway's own 401, in its own shape. */
[[nodiscard]] Response gatewayUnauthorized(const QString &message);

[[nodiscard]] Response issueNotFound();
[[nodiscard]] Response projectNotFound(const QString &idOrKey);

} // namespace fairlead::sandbox

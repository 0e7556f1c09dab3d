// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonArray>
#include <QStringList>

namespace fairlead::ctl {

/** The sites that a browser sign-in opens, as the REST API lists them, and picking among them. */

/** Their names, one numbered line each, and the question. */
[[nodiscard]] QString siteQuestion(const QJsonArray &sites);
/** The ids for an answer such as "1, 3" or "all"; InvalidInput for anything else. */
[[nodiscard]] Result<QStringList> sitesByNumber(const QJsonArray &sites, const QString &answer);
/** The ids for names or ids; InvalidInput naming what there is for one that is not there. */
[[nodiscard]] Result<QStringList> sitesByName(const QJsonArray &sites, const QStringList &names);
/** "company.atlassian.net, other.atlassian.net". */
[[nodiscard]] QString siteNames(const QJsonArray &sites);

} // namespace fairlead::ctl

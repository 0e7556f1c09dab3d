// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/openproject/openprojecttypes.h"
#include "server/providers/resttools.h"

#include <QJsonArray>

namespace fairlead::providers::openproject {

/** The number in "1528", "#1528" or ".../work_packages/1528/overview". InvalidInput naming the
 * argument. */
[[nodiscard]] Result<QString> workPackageId(const QString &given, QLatin1StringView argument);

/** {"status":{"operator":"=","values":["1"]}}: one condition of a filter. */
[[nodiscard]] QJsonObject condition(const QString &field,
                                    const QString &comparison,
                                    const QStringList &values = {});
/** Adds conditions to a query as OpenProject reads them. */
void addFilters(QUrlQuery &query, const QJsonArray &conditions);

/** The project with that name, in any case, identifier or number. InvalidInput. */
[[nodiscard]] QCoro::Task<Result<Project>> findProject(RestSession session, QString wanted);

/** That one of the collection at `path` which has the name, in any case, or the number.
 * InvalidInput names `argument` and lists what there is. */
[[nodiscard]] QCoro::Task<Result<Named>> findNamed(RestSession session,
                                                   QString path,
                                                   QLatin1StringView argument,
                                                   QString wanted);
/** The same among what is at hand. */
[[nodiscard]] Result<Named> chooseNamed(const QList<Named> &all,
                                        QLatin1StringView argument,
                                        const QString &wanted);

[[nodiscard]] QCoro::Task<Result<User>> whoAmI(RestSession session);
[[nodiscard]] QCoro::Task<Result<WorkPackage>> readWorkPackage(RestSession session, QString id);
/** Where people open it. */
[[nodiscard]] QString addressOf(const RestSession &session, const QString &id);

} // namespace fairlead::providers::openproject

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

#include <QJsonArray>

namespace fairlead::ctl {

/** Where a list is, and by which of their members its objects are known. */
struct NamedList
{
    QString path; ///< "/api/organizations"
    QString member; ///< of the answer: "organizations"
    QStringList names; ///< of each object: its id first, what people call it last
    QString what; ///< "organization", for sentences
};

[[nodiscard]] NamedList organizationList();
[[nodiscard]] NamedList connectionList();

/** The one object of the list that goes by this name or id. NotFound names what there is; Conflict
 * when it is not clear which. */
[[nodiscard]] QCoro::Task<Result<QJsonObject>> findNamed(Context context,
                                                         NamedList list,
                                                         QString wanted);

/** "/api/organizations/ID" of an organization by name or id, and what is behind it. */
[[nodiscard]] QCoro::Task<Result<QString>> organizationPath(Context context,
                                                            QString wanted,
                                                            QString rest = {});

/** Sends DELETE and says so. */
[[nodiscard]] QCoro::Task<int> removed(Context context, QString path, QString sentence);

/** The rows of a list of an answer; `columns` are the objects' members. */
[[nodiscard]] QString tableOf(const QJsonArray &all,
                              const QStringList &heading,
                              const QStringList &columns);

/** Those of "organization" that ask people to join, and answer. */
[[nodiscard]] std::span<const SubCommand> invitationSubCommands();

} // namespace fairlead::ctl

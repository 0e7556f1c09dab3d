// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QStringList>

namespace fairlead::providers::notion {

/** A view of a database. */
struct View
{
    QString id;
    QString name;
    QString type; ///< "board"; empty: it cannot be read
    bool isFiltered = false;
    bool isSorted = false;
};

/** A page of ids, of views or of the rows of one. */
struct IdPage
{
    QString queryId; ///< of a view's rows: what was asked; empty when the answer does not say
    qint64 total = -1; ///< -1: the answer does not say
    QStringList ids;
    QString nextCursor; ///< empty: no more
};

/** Reads the answers about views. */
namespace viewparser {

[[nodiscard]] Result<View> view(const QByteArray &body);
[[nodiscard]] Result<IdPage> ids(const QByteArray &body);

} // namespace viewparser
} // namespace fairlead::providers::notion

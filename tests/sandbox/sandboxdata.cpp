// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxdata.h"

#include <QFile>
#include <QJsonDocument>

// The macro must stand outside of every namespace.
static void initializeResources()
{
    Q_INIT_RESOURCE(sandbox);
}

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

QJsonObject sandboxData(const QString &fileName)
{
    initializeResources();
    QFile file(u":/fairlead/sandbox/"_s + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace fairlead::sandbox

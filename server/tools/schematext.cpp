// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/schematext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::tools {

QJsonObject inputSchema(const char *properties, const QStringList &required)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(properties), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        qFatal("%s: in a tool's schema: %s", qPrintable(error.errorString()), properties);
    QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, document.object()}};
    if (!required.isEmpty())
        schema["required"_L1] = QJsonArray::fromStringList(required);
    return schema;
}

} // namespace fairlead::tools

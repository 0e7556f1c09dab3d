// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notioncontract.h"

#include "tests/sandbox/jira/schemacheck.h"
#include "tests/sandbox/sandboxdata.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

NotionContract::NotionContract()
{
    const QJsonArray operations = sandboxData(u"notion-openapi.json"_s)["operations"_L1].toArray();
    for (const auto &operation : operations)
        m_operations.insert(operation["method"_L1].toString() + u' '
                                + operation["path"_L1].toString(),
                            operation.toObject());
}

QString NotionContract::complaint(const QString &operation,
                                  const Request &request,
                                  const QJsonObject &body) const
{
    const QJsonObject known = m_operations.value(operation);
    const QJsonArray parameters = known["parameters"_L1].toArray();
    for (const auto &parameter : parameters) {
        const QString name = parameter["name"_L1].toString();
        const auto value = request.parameter(name);
        if (!value && parameter["required"_L1].toBool())
            return u"query.%1 should be defined, instead was `undefined`."_s.arg(name);
        const QString wrong =
            value ? checkParameter(parameter["schema"_L1].toObject(), *value) : QString();
        if (!wrong.isEmpty())
            return u"query.%1: %2"_s.arg(name, wrong);
    }
    if (!known.contains("body"_L1))
        return {};
    const QMap<QString, QString> found = checkSchema(known["body"_L1].toObject(), body);
    return found.isEmpty() ? QString() : u"body.%1: %2"_s.arg(found.firstKey(), found.first());
}

} // namespace fairlead::sandbox

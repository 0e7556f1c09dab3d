// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

#include <QHash>

namespace fairlead::sandbox {

/**
 * What Atlassian's OpenAPI documents say about requests, read from the trimmed copies in data/.
 * Finds the operation of a request and tells what they would refuse about it.
 */
class Contract
{
public:
    struct Operation
    {
        QString id;
        QByteArray method;
        QStringList segments;
        QStringList scopes;
        QList<QJsonObject> parameters;
        QByteArray contentType; ///< empty: takes no body
        QJsonObject bodySchema;
    };

    struct Match
    {
        const Operation *operation = nullptr;
        QHash<QString, QString> pathParameters;
        QByteArrayList methodsOfPath; ///< empty: nobody knows the path
        bool isKnown = false; ///< Jira has it; served only with an operation
    };

    /** Reads the copies that are built into the library. */
    Contract();

    [[nodiscard]] Match match(const QByteArray &method, const QString &path) const;
    [[nodiscard]] const QList<Operation> &operations() const { return m_operations; }

    /** What is wrong with the query, by parameter name; empty when nothing is. */
    [[nodiscard]] static QMap<QString, QString> checkQuery(const Operation &operation,
                                                           const Request &request);

private:
    struct Path
    {
        QStringList segments;
        QByteArrayList methods;
    };

    void add(const QJsonObject &document);

    QList<Path> m_paths;
    QList<Operation> m_operations;
};

} // namespace fairlead::sandbox

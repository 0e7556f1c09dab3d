// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/contract.h"

#include "tests/sandbox/jira/schemacheck.h"
#include "tests/sandbox/sandboxdata.h"

#include <QJsonArray>
#include <QSet>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isVariable(const QString &segment)
{
    return segment.startsWith(u'{');
}

/** How many literal segments agree, or -1 where the path does not fit the template. */
int literalMatches(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return -1;
    int literals = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (isVariable(pattern[i]))
            continue;
        if (pattern[i] != path[i])
            return -1;
        ++literals;
    }
    return literals;
}

Contract::Operation operationFrom(const QJsonObject &json)
{
    Contract::Operation operation;
    operation.id = json["id"_L1].toString();
    operation.method = json["method"_L1].toString().toLatin1();
    operation.segments = json["path"_L1].toString().split(u'/');
    for (const auto &scope : json["scopes"_L1].toArray())
        operation.scopes.append(scope.toString());
    for (const auto &parameter : json["parameters"_L1].toArray())
        operation.parameters.append(parameter.toObject());
    const QJsonObject body = json["body"_L1].toObject();
    operation.contentType = body["contentType"_L1].toString().toLatin1();
    operation.bodySchema = body["schema"_L1].toObject();
    return operation;
}

} // namespace

Contract::Contract()
{
    for (const QString &file :
         {u"jira-openapi.json"_s, u"jira-software-openapi.json"_s, u"jira-others.json"_s})
        add(sandboxData(file));
}

void Contract::add(const QJsonObject &document)
{
    const QJsonObject paths = document["paths"_L1].toObject();
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        Path path{.segments = it.key().split(u'/'), .methods = {}};
        for (const auto &method : it.value().toArray())
            path.methods.append(method.toString().toLatin1());
        m_paths.append(path);
    }
    for (const auto &operation : document["operations"_L1].toArray())
        m_operations.append(operationFrom(operation.toObject()));
}

Contract::Match Contract::match(const QByteArray &method, const QString &path) const
{
    const QStringList segments = path.split(u'/');
    const Path *best = nullptr;
    int bestLiterals = -1;
    for (const Path &candidate : m_paths) {
        const int literals = literalMatches(candidate.segments, segments);
        if (literals > bestLiterals) {
            best = &candidate;
            bestLiterals = literals;
        }
    }
    Match result;
    if (!best)
        return result;
    result.methodsOfPath = best->methods;
    result.isKnown = best->methods.contains(method);
    for (const Operation &operation : m_operations) {
        if (operation.segments == best->segments && operation.method == method)
            result.operation = &operation;
    }
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (isVariable(best->segments[i]))
            result.pathParameters.insert(best->segments[i].mid(1).chopped(1), segments[i]);
    }
    return result;
}

QMap<QString, QString> Contract::checkQuery(const Operation &operation, const Request &request)
{
    QMap<QString, QString> found;
    QSet<QString> known;
    for (const QJsonObject &parameter : operation.parameters) {
        const QString name = parameter["name"_L1].toString();
        if (parameter["in"_L1].toString() != "query"_L1)
            continue;
        known.insert(name);
        const std::optional<QString> value = request.parameter(name);
        if (!value && parameter["required"_L1].toBool())
            found.insert(name, u"Required parameter '%1' is not present."_s.arg(name));
        const QString wrong =
            value ? checkParameter(parameter["schema"_L1].toObject(), *value) : QString();
        if (!wrong.isEmpty())
            found.insert(name, wrong);
    }
    for (const auto &[name, value] : request.query) {
        if (!known.contains(name))
            found.insert(name, u"Unknown query parameter '%1'."_s.arg(name));
    }
    return found;
}

} // namespace fairlead::sandbox

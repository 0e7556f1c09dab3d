// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rest/routetable.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<QStringList> fit(const QStringList &pattern, const QStringList &sent)
{
    if (pattern.size() != sent.size())
        return std::nullopt;
    QStringList values;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == "{}"_L1 && !sent[i].isEmpty())
            values.append(sent[i]);
        else if (pattern[i] != sent[i])
            return std::nullopt;
    }
    return values;
}

} // namespace

void RouteTable::add(const QByteArray &method, const QString &pattern, Handler handler)
{
    m_routes.append({method, pattern.split(u'/'), std::move(handler)});
}

std::optional<Response> RouteTable::answer(const Request &request) const
{
    const QStringList sent = request.path.split(u'/');
    for (const Route &route : m_routes) {
        if (route.method != request.method)
            continue;
        if (const auto values = fit(route.pattern, sent)) {
            return route.handler({.request = request,
                                  .path = *values,
                                  .body = QJsonDocument::fromJson(request.body).object()});
        }
    }
    return std::nullopt;
}

} // namespace fairlead::sandbox

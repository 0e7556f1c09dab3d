// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

#include <functional>
#include <optional>

namespace fairlead::sandbox {

/** One request to a pretended REST API whose path and body have been read. */
struct RouteCall
{
    const Request &request;
    QStringList path; ///< what stands in the pattern's braces, in their order
    QJsonObject body;
};

/** A small service's endpoints by method and pattern. */
class RouteTable
{
public:
    using Handler = std::function<Response(const RouteCall &)>;

    /** "POST", "/api/v1/tasks/{}/close". */
    void add(const QByteArray &method, const QString &pattern, Handler handler);

    /** What the endpoint answers; nothing when there is none of that method and path. */
    [[nodiscard]] std::optional<Response> answer(const Request &request) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList pattern;
        Handler handler;
    };
    QList<Route> m_routes;
};

} // namespace fairlead::sandbox

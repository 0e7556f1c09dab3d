// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/restcall.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers {

net::Request requestOf(const RestCall &call, QUrl apiBase)
{
    net::Request request;
    request.method = call.method;
    apiBase.setPath(apiBase.path() + call.path);
    if (!call.query.isEmpty())
        apiBase.setQuery(call.query);
    request.url = apiBase;
    request.headers = call.headers;
    request.body = call.body;
    request.maxResponseBytes = call.maxResponseBytes;
    request.deadline = call.deadline;
    if (call.json) {
        request.headers.append({"Content-Type"_ba, "application/json"_ba});
        request.body = QJsonDocument(*call.json).toJson(QJsonDocument::Compact);
    } else if (!call.contentType.isEmpty()) {
        request.headers.append({"Content-Type"_ba, call.contentType});
    }
    if (call.write.isEmpty() || call.isIdempotent)
        request.repeatable = net::Repeatable::Yes;
    return request;
}

} // namespace fairlead::providers

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/accept.h"

#include <algorithm>

namespace fairlead::http {
namespace {

bool isRefused(const QList<QByteArray> &parameters)
{
    return std::any_of(parameters.begin() + 1, parameters.end(), [](const QByteArray &parameter) {
        const QByteArray text = parameter.trimmed().toLower();
        bool isNumber = false;
        return text.startsWith("q=") && text.sliced(2).toDouble(&isNumber) <= 0 && isNumber;
    });
}

bool isOneOf(const QByteArray &type, std::initializer_list<QByteArrayView> names)
{
    return std::find(names.begin(), names.end(), type) != names.end();
}

} // namespace

Accept acceptOf(const Request &request)
{
    Accept accept;
    bool isGiven = false;
    for (const auto &[name, value] : request.headers) {
        if (name != "accept")
            continue;
        isGiven = true;
        const QList<QByteArray> ranges = value.split(',');
        for (const QByteArray &range : ranges) {
            const QList<QByteArray> parts = range.split(';');
            const QByteArray type = parts.first().trimmed().toLower();
            if (isRefused(parts))
                continue;
            accept.json |= isOneOf(type, {"application/json", "application/*", "*/*"});
            accept.eventStream |= isOneOf(type, {"text/event-stream", "text/*", "*/*"});
        }
    }
    return isGiven ? accept : Accept{true, true};
}

} // namespace fairlead::http

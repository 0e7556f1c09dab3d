// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/sseformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

QByteArrayView firstLine(QByteArrayView text)
{
    const auto end = std::find_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
    return text.first(end - text.begin());
}

void appendField(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append('\n');
}

} // namespace

QByteArray formatEvent(QByteArrayView data, QByteArrayView event, QByteArrayView id)
{
    constexpr qsizetype roomForNames = 64;
    QByteArray out;
    out.reserve(data.size() + event.size() + id.size() + roomForNames);
    if (const QByteArrayView line = firstLine(event); !line.isEmpty())
        appendField(out, "event", line);
    if (const QByteArrayView line = firstLine(id); !line.isEmpty())
        appendField(out, "id", line);
    qsizetype start = 0;
    for (qsizetype i = 0; i <= data.size(); ++i) {
        if (i < data.size() && data[i] != '\n' && data[i] != '\r')
            continue;
        appendField(out, "data", data.sliced(start, i - start));
        if (i + 1 < data.size() && data[i] == '\r' && data[i + 1] == '\n')
            ++i;
        start = i + 1;
    }
    out.append('\n');
    return out;
}

QByteArray formatPriming(QByteArrayView id, std::chrono::milliseconds retry)
{
    QByteArray out;
    appendField(out, "id", firstLine(id));
    appendField(out, "retry", QByteArray::number(retry.count()));
    return out.append("data:\n\n");
}

QByteArray formatHeartbeat()
{
    return ":\n\n"_ba;
}

} // namespace fairlead::http

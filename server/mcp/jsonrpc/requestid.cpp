// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/requestid.h"

#include "server/mcp/jsonrpc/jsontext.h"

#include <cmath>

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestText = 256;
constexpr double largestNumber = 9007199254740992.0;

} // namespace

std::optional<RequestId> RequestId::fromJson(const QJsonValue &value)
{
    if (value.isString() && value.toString().size() <= longestText)
        return RequestId(value.toString());
    if (value.isDouble() && std::abs(value.toDouble()) <= largestNumber
        && std::trunc(value.toDouble()) == value.toDouble())
        return RequestId(value.toInteger());
    return std::nullopt;
}

QJsonValue RequestId::toJson() const
{
    if (const auto *text = std::get_if<QString>(&m_value))
        return *text;
    return std::get<qint64>(m_value);
}

void RequestId::appendTo(QByteArray &json) const
{
    if (const auto *text = std::get_if<QString>(&m_value))
        appendJsonText(json, *text);
    else
        json.append(QByteArray::number(std::get<qint64>(m_value)));
}

} // namespace fairlead::mcp

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/mcpname.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

struct Named
{
    QLatin1StringView method;
    QLatin1StringView parameter;
};

constexpr std::array named{
    Named{"tools/call"_L1, "name"_L1},
    Named{"prompts/get"_L1, "name"_L1},
    Named{"resources/read"_L1, "uri"_L1},
};

} // namespace

std::optional<QLatin1StringView> parameterInMcpName(const QString &method)
{
    const auto found = std::ranges::find(named, method, &Named::method);
    return found == named.end() ? std::nullopt : std::optional(found->parameter);
}

QByteArray encodedHeaderValue(const QString &text)
{
    const bool isSafe = std::ranges::all_of(
        text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
    const bool isPadded = text.isEmpty() || text.front() == u' ' || text.back() == u' ';
    const bool looksEncoded = text.startsWith("=?base64?"_L1) && text.endsWith("?="_L1);
    if (isSafe && !isPadded && !looksEncoded)
        return text.toLatin1();
    return "=?base64?" + text.toUtf8().toBase64() + "?=";
}

} // namespace fairlead

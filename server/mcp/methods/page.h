// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"

#include <QJsonArray>

#include <algorithm>

namespace fairlead::mcp {

/** A cursor names the last entry of the page before: it stays right when entries come and go. */
[[nodiscard]] QString cursorAfter(const QString &name);

/** The name in a cursor; nothing for a text that is no cursor of ours. */
[[nodiscard]] std::optional<QString> nameInCursor(const QJsonValue &cursor);

[[nodiscard]] Reply unknownCursor();

/**
 * One page of a list as the result of a `…/list` method: the entries under `field`, and a cursor
 * when there are more. `nameOf` names an entry, `toJson` writes it.
 */
template<typename Entry, typename Name, typename ToJson>
[[nodiscard]] Reply pageOf(const MethodContext &context,
                           QLatin1StringView field,
                           const QList<Entry> &entries,
                           Name nameOf,
                           ToJson toJson)
{
    const QJsonValue cursor = context.params[QLatin1StringView("cursor")];
    auto entry = entries.begin();
    if (!cursor.isUndefined() && !cursor.isNull()) {
        const auto last = nameInCursor(cursor);
        if (last)
            entry = std::ranges::find(entries, *last, nameOf);
        if (!last || entry == entries.end())
            return unknownCursor();
        ++entry;
    }
    QJsonArray page;
    for (; entry != entries.end() && page.size() < context.server.toolsPerPage; ++entry)
        page.append(toJson(*entry));
    QJsonObject result;
    result[field] = page;
    if (entry != entries.end())
        result[QLatin1StringView("nextCursor")] = cursorAfter(std::invoke(nameOf, *(entry - 1)));
    return Reply::fromResult(result);
}

} // namespace fairlead::mcp

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/front/message.h"
#include "tests/sandbox/notion/notionanswers.h"

namespace fairlead::sandbox {

/** page_size and start_cursor. A cursor is the id of the first item that did not come. */
class NotionPaging
{
public:
    /** `where` is "body" or "query", for the complaints. */
    [[nodiscard]] static Result<NotionPaging> read(const QJsonValue &size,
                                                   const QJsonValue &cursor,
                                                   const QString &where);
    [[nodiscard]] static Result<NotionPaging> fromBody(const QJsonObject &body);
    [[nodiscard]] static Result<NotionPaging> fromQuery(const Request &request);

    /** The wanted part of the items, which are pointers to something with an id. */
    template<typename Item, typename Render>
    [[nodiscard]] Response answer(const QList<Item> &items,
                                  const QString &type,
                                  const Render &render) const
    {
        qsizetype first = 0;
        while (!m_cursor.isEmpty() && first < items.size() && items[first]->id != m_cursor)
            ++first;
        if (!m_cursor.isEmpty() && first == items.size())
            return notionInvalid(QStringLiteral("The start_cursor provided is invalid: ")
                                 + m_cursor);
        const qsizetype end = qMin(items.size(), first + m_size);
        QJsonArray results;
        for (qsizetype i = first; i < end; ++i)
            results.append(render(*items[i]));
        return list(results, end < items.size() ? items[end]->id : QString(), type);
    }

private:
    [[nodiscard]] static Response list(const QJsonArray &results,
                                       const QString &next,
                                       const QString &type);

    qsizetype m_size = 100;
    QString m_cursor;
};

} // namespace fairlead::sandbox

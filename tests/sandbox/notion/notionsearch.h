// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionworkspace.h"

namespace fairlead::sandbox {

/** A search by title through all that one connection sees. */
class NotionSearch
{
public:
    /** One result: either a page or a data source. */
    struct Hit
    {
        QString id;
        QString title;
        QDateTime edited;
        const NotionPage *page = nullptr;
        const NotionDataSource *source = nullptr;

        [[nodiscard]] const Hit *operator->() const { return this; }
        [[nodiscard]] const Hit &operator*() const { return *this; }
    };

    [[nodiscard]] static Result<NotionSearch> fromBody(const QJsonObject &body);

    /** The hits in the wanted order; pages created after `until` are not found yet. */
    [[nodiscard]] QList<Hit> run(const NotionWorkspace &workspace,
                                 const NotionConnection &caller,
                                 const QDateTime &until) const;

private:
    [[nodiscard]] bool fits(const QString &title) const;
    [[nodiscard]] int rank(const QString &title) const;

    enum class Order { Relevance, Ascending, Descending };

    QString m_query;
    QString m_only; ///< "page" or "data_source"
    bool m_inTrash = false;
    Order m_order = Order::Relevance;
};

} // namespace fairlead::sandbox

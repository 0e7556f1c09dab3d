// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/authorizedhttp.h"
#include "server/providers/notion/notionerrors.h"
#include "server/providers/notion/notiontypes.h"
#include "server/providers/restcall.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace fairlead::providers::notion {

/** The version of the API that everything here is written for. */
inline constexpr QByteArrayView apiVersion{"2026-03-11"};

/** What a search asks for. */
struct SearchWish
{
    enum class Kind { Any, Pages, DataSources };
    enum class Order { Relevance, Newest, Oldest }; ///< by the last edit
    QString query; ///< of titles; empty: everything, the last edited first
    Kind kind = Kind::Any;
    Order order = Order::Relevance; ///< which means nothing without a query: the newest first
    bool inTrash = false; ///< instead of what is not
    int limit = 20;
    QString cursor = {};
};

/**
 * Talks to Notion as one connection, and no more: every answer is read by the parser, every
 * failure becomes a sentence. It must outlive the tasks that it gives out. Ids handed in must be
 * canonical (notionid.h).
 */
class NotionClient final
{
public:
    struct Target
    {
        QUrl apiBase; ///< https://api.notion.com
        QString connection; ///< for sentences: its name; empty while a token is being tried out
        CancellationToken cancellation;
        QString owner = {}; ///< on whose behalf: see net::Request
    };

    NotionClient(AuthorizedHttp http, Target target);

    [[nodiscard]] QCoro::Task<Result<Identity>> me();
    /** People of the workspace, up to 100 at once. */
    [[nodiscard]] QCoro::Task<Result<PersonPage>> people(QString cursor, int limit);
    [[nodiscard]] QCoro::Task<Result<FoundPage>> search(SearchWish wish);
    [[nodiscard]] QCoro::Task<Result<Page>> page(QString id);
    /** Also of a block: what it holds. */
    [[nodiscard]] QCoro::Task<Result<PageMarkdown>> markdown(QString id,
                                                             bool withTranscripts = false);
    [[nodiscard]] QCoro::Task<Result<DataSource>> dataSource(QString id);
    [[nodiscard]] QCoro::Task<Result<Database>> database(QString id);
    /** Whether pages may be created, found out by asking for one in a place that cannot exist, so
     * that Notion can only refuse: for want of the place, or of the right. */
    [[nodiscard]] QCoro::Task<Result<bool>> mayCreate();
    /** The new page; `title` only for the sentence when the outcome is not known. */
    [[nodiscard]] QCoro::Task<Result<Page>> createPage(QJsonObject page, QString title);

    /** Any other call: the body of a 2xx. */
    [[nodiscard]] QCoro::Task<Result<QByteArray>> fetch(RestCall wanted);
    /** The same, read by a parser. */
    template<typename T>
    [[nodiscard]] QCoro::Task<Result<T>> ask(RestCall wanted,
                                             Result<T> (*parse)(const QByteArray &))
    {
        const CallPurpose purpose = purposeOf(wanted);
        const auto body = co_await fetch(std::move(wanted));
        if (!body)
            co_return failure(body.error());
        auto parsed = parse(*body);
        if (!parsed)
            co_return failure(unreadable(parsed.error(), purpose));
        co_return parsed;
    }

private:
    [[nodiscard]] CallPurpose purposeOf(const RestCall &wanted) const;
    [[nodiscard]] QCoro::Task<Result<QByteArray>> call(net::Request request, CallPurpose purpose);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> get(const QString &path,
                                                      const QUrlQuery &query,
                                                      CallPurpose purpose);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> post(const QString &path,
                                                       const QJsonObject &body,
                                                       CallPurpose purpose);
    [[nodiscard]] CallPurpose reading(const QString &subject = {}) const;

    AuthorizedHttp m_http;
    Target m_target;
};

} // namespace fairlead::providers::notion

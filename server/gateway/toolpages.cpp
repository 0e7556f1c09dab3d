// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/toolpages.h"

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr std::chrono::milliseconds listTime{30'000};
constexpr qsizetype listBytes = 4 * 1024 * 1024;
constexpr int mostPages = 20;
constexpr qsizetype mostDefinitions = 1000;

} // namespace

QCoro::Task<Result<QJsonArray>> allToolPages(QPointer<UpstreamClient> client,
                                             CancellationToken cancellation)
{
    const QString name = client->name();
    QJsonArray tools;
    QString cursor;
    for (int page = 0; page < mostPages && tools.size() <= mostDefinitions; ++page) {
        UpstreamRequest wish{.method = u"tools/list"_s,
                             .time = listTime,
                             .maxBytes = listBytes,
                             .cancellation = cancellation};
        if (!cursor.isEmpty())
            wish.params = {{u"cursor"_s, cursor}};
        const auto result = co_await client->request(std::move(wish));
        if (!result)
            co_return failure(result.error());
        if (!client)
            co_return failure(ErrorCode::Cancelled, u"The connection was removed."_s);
        const QJsonArray some = result->value("tools"_L1).toArray();
        for (const auto &tool : some)
            tools.append(tool);
        const QString next = result->value("nextCursor"_L1).toString();
        if (next.isEmpty())
            co_return tools;
        if (next == cursor)
            break;
        cursor = next;
    }
    co_return failure(
        ErrorCode::InvalidData,
        u"%1 lists its tools without an end, so Fairlead offers none of them."_s.arg(name));
}

} // namespace fairlead::gateway

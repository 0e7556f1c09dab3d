// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionpaging.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr double largestSize = 100;

} // namespace

Result<NotionPaging> NotionPaging::read(const QJsonValue &size,
                                        const QJsonValue &cursor,
                                        const QString &where)
{
    NotionPaging paging;
    const auto complaint =
        [&where](const QString &name, const QString &expected, const auto &value) {
            return failure(ErrorCode::InvalidInput,
                           notionComplaint(where + u'.' + name, expected, value));
        };
    if (!size.isUndefined()) {
        if (!size.isDouble())
            return complaint(u"page_size"_s, u"a number"_s, size);
        if (size.toDouble() > largestSize)
            return complaint(u"page_size"_s, u"≤ `100`"_s, size);
        if (size.toDouble() < 1)
            return complaint(u"page_size"_s, u"≥ `1`"_s, size);
        paging.m_size = qsizetype(size.toDouble());
    }
    if (!cursor.isUndefined()) {
        paging.m_cursor = notionId(cursor.toString());
        if (paging.m_cursor.isEmpty())
            return complaint(u"start_cursor"_s, u"a valid uuid"_s, cursor);
    }
    return paging;
}

Result<NotionPaging> NotionPaging::fromBody(const QJsonObject &body)
{
    return read(body["page_size"_L1], body["start_cursor"_L1], u"body"_s);
}

Result<NotionPaging> NotionPaging::fromQuery(const Request &request)
{
    const std::optional<QString> size = request.parameter(u"page_size");
    const std::optional<QString> cursor = request.parameter(u"start_cursor");
    QJsonValue number = QJsonValue::Undefined;
    if (size) {
        bool isNumber = false;
        const int value = size->toInt(&isNumber);
        number = isNumber ? QJsonValue(value) : QJsonValue(*size);
    }
    return read(
        number, cursor ? QJsonValue(*cursor) : QJsonValue(QJsonValue::Undefined), u"query"_s);
}

Response NotionPaging::list(const QJsonArray &results, const QString &next, const QString &type)
{
    return notionOk({{u"object"_s, u"list"_s},
                     {u"results"_s, results},
                     {u"next_cursor"_s, next.isEmpty() ? QJsonValue(QJsonValue::Null) : next},
                     {u"has_more"_s, !next.isEmpty()},
                     {u"type"_s, type},
                     {type, QJsonObject()}});
}

} // namespace fairlead::sandbox

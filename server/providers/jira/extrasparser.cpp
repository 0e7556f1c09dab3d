// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/extrasparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/issuekey.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::parser {
namespace {

constexpr qsizetype valueLimit = 120;

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

QString nameIn(const json::Element &element, std::string_view member)
{
    const auto person = json::member(element, member);
    const QString name = person ? json::line(*person, "displayName") : QString();
    return name.isEmpty() ? u"Somebody"_s : name;
}

/** The list that is one field of an issue; empty where the field has no value. */
Result<std::optional<simdjson::dom::array>> fieldList(const json::Element &root,
                                                      std::string_view field)
{
    const auto fields = json::member(root, "fields");
    if (!fields && json::line(root, "key").isEmpty())
        return missing("fields"_L1);
    return fields ? json::list(*fields, field) : std::nullopt;
}

QString changeText(const json::Element &item)
{
    const auto valueOf = [&item](std::string_view member) {
        const QString text = cleanedLine(json::line(item, member), valueLimit);
        return text.isEmpty() ? u"none"_s : text;
    };
    return u"%1: %2 -> %3"_s.arg(
        json::line(item, "field"), valueOf("fromString"), valueOf("toString"));
}

QString historyLine(const json::Element &history)
{
    QStringList changes;
    if (const auto items = json::list(history, "items")) {
        for (const json::Element item : *items)
            changes.append(changeText(item));
    }
    return u"%1  %2  %3"_s.arg(shortTime(json::line(history, "created")),
                               nameIn(history, "author"),
                               changes.join(u"; "_s));
}

QString worklogLine(const json::Element &worklog)
{
    const auto comment = json::member(worklog, "comment");
    const QString text = comment ? cleanedLine(documentText(*comment), json::lineLimit) : QString();
    const QString line = u"%1  %2  %3  (id %4)"_s.arg(shortTime(json::line(worklog, "started")),
                                                      nameIn(worklog, "author"),
                                                      json::line(worklog, "timeSpent"),
                                                      json::line(worklog, "id"));
    return text.isEmpty() ? line : line + u"  "_s + text;
}

Result<LogPage> logPage(const QByteArray &body,
                        QLatin1StringView member,
                        QString (*lineOf)(const json::Element &))
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, std::string_view(member.data(), size_t(member.size())));
    if (!list)
        return missing(member);
    LogPage page;
    for (const json::Element element : *list)
        page.lines.append(lineOf(element));
    page.startAt = json::number(*root, "startAt");
    page.total = json::number(*root, "total", page.startAt + page.lines.size());
    return page;
}

} // namespace

Result<QList<AttachedFile>> attachments(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = fieldList(*root, "attachment");
    if (!list)
        return failure(list.error());
    QList<AttachedFile> result;
    if (!*list)
        return result;
    for (const json::Element element : **list) {
        AttachedFile attachment{json::line(element, "id"),
                                json::line(element, "filename"),
                                json::line(element, "mimeType").toLower(),
                                json::number(element, "size"),
                                nameIn(element, "author"),
                                shortTime(json::line(element, "created"))};
        if (!isNumericId(attachment.id))
            return missing("id"_L1);
        result.append(std::move(attachment));
    }
    std::ranges::stable_sort(result, std::ranges::greater(), &AttachedFile::created);
    return result;
}

Result<QList<LinkedIssue>> links(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = fieldList(*root, "issuelinks");
    if (!list)
        return failure(list.error());
    QList<LinkedIssue> result;
    if (!*list)
        return result;
    for (const json::Element element : **list) {
        const auto outward = json::member(element, "outwardIssue");
        const auto other = outward ? outward : json::member(element, "inwardIssue");
        if (other)
            result.append(
                {json::line(element, "id"), fieldText(element), json::line(*other, "key")});
    }
    return result;
}

Result<QStringList> remoteLinks(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(body.constData(), size_t(body.size())).get(list) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidData, u"it is no list of links"_s);
    QStringList lines;
    for (const json::Element element : list) {
        if (const auto object = json::member(element, "object"))
            lines.append(u"%1  %2"_s.arg(json::line(*object, "title"), json::line(*object, "url")));
    }
    return lines;
}

Result<LogPage> changelog(const QByteArray &body)
{
    return logPage(body, "values"_L1, historyLine);
}

Result<LogPage> worklogs(const QByteArray &body)
{
    return logPage(body, "worklogs"_L1, worklogLine);
}

} // namespace fairlead::providers::jira::parser

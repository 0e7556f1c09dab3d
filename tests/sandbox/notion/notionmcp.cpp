// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionmcp.h"

#include <QRegularExpression>

#include <algorithm>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject bodyOf(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

/** The words of the property that is the title, or of a data source's own. */
QString titleOf(const QJsonObject &found)
{
    QJsonArray words = found["title"_L1].toArray();
    const QJsonObject properties = found["properties"_L1].toObject();
    for (const auto &property : properties) {
        if (property.toObject()["type"_L1] == "title"_L1 && words.isEmpty())
            words = property.toObject()["title"_L1].toArray();
    }
    QString title;
    for (const auto &word : std::as_const(words))
        title += word[u"plain_text"_s].toString();
    return title;
}

/** The id in what people paste: a page's address, or the id with dashes or without. */
QString idIn(const QString &text)
{
    static const QRegularExpression digits(
        uR"(([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12}))"_s);
    const auto match = digits.match(text.section(u'?', 0, 0));
    return match.hasMatch() ? match.capturedTexts().mid(1).join(u'-') : QString();
}

} // namespace

NotionMcp::NotionMcp(NotionService &notion)
    : m_notion(notion)
{}

QString NotionMcp::name() const
{
    return u"notion-mcp"_s;
}

QStringList NotionMcp::paths() const
{
    return {u"/mcp"_s};
}

bool NotionMcp::isSignedIn(const Request &request) const
{
    return ask(request, "GET", u"/v1/users/me"_s).status == 200;
}

QList<McpTool> NotionMcp::tools(const Request &) const
{
    return {{u"notion-search"_s,
             u"Searches the workspace by words."_s,
             u"query* query_type page_size#"_s},
            {u"notion-fetch"_s, u"Gets a page as Markdown, by its id or address."_s, u"id*"_s},
            {u"notion-get-users"_s, u"Lists the people of the workspace."_s}};
}

Response NotionMcp::ask(const Request &from,
                        const QByteArray &method,
                        const QString &path,
                        const QJsonObject &body) const
{
    Request request;
    request.method = method;
    request.path = path;
    request.target = path.toUtf8();
    request.origin = from.origin;
    request.headers = {{"Authorization", from.header("authorization")},
                       {"Notion-Version", "2026-03-11"}};
    if (!body.isEmpty()) {
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        request.headers.append(HeaderField{"Content-Type", "application/json"});
    }
    return m_notion.answer(request);
}

McpService::Outcome NotionMcp::call(const Request &request,
                                    const QString &tool,
                                    const QJsonObject &arguments)
{
    if (tool == "notion-search"_L1)
        return search(request, arguments);
    if (tool == "notion-fetch"_L1)
        return fetch(request, arguments);
    return {bodyOf(ask(request, "GET", u"/v1/users"_s))};
}

McpService::Outcome NotionMcp::search(const Request &request, const QJsonObject &arguments) const
{
    const QJsonObject body{{u"query"_s, arguments["query"_L1]},
                           {u"page_size"_s, std::min(arguments["page_size"_L1].toInt(10), 50)}};
    const Response response = ask(request, "POST", u"/v1/search"_s, body);
    if (response.status != 200)
        return {bodyOf(response), true};
    QJsonArray results;
    const QJsonArray found = bodyOf(response)["results"_L1].toArray();
    for (const auto &one : found) {
        const QJsonObject object = one.toObject();
        results.append(QJsonObject{{u"id"_s, object["id"_L1]},
                                   {u"title"_s, titleOf(object)},
                                   {u"url"_s, object["url"_L1]},
                                   {u"type"_s, object["object"_L1]},
                                   {u"timestamp"_s, object["last_edited_time"_L1]}});
    }
    return {QJsonObject{{u"results"_s, results}, {u"type"_s, u"workspace_search"_s}}};
}

McpService::Outcome NotionMcp::fetch(const Request &request, const QJsonObject &arguments) const
{
    const QString wanted = arguments["id"_L1].toString();
    if (wanted == "self"_L1)
        return {bodyOf(ask(request, "GET", u"/v1/users/me"_s))};
    const QString id = idIn(wanted);
    const Response page = ask(request, "GET", u"/v1/pages/"_s + id);
    const Response markdown = ask(request, "GET", u"/v1/pages/%1/markdown"_s.arg(id));
    if (page.status != 200 || markdown.status != 200)
        return {bodyOf(page.status != 200 ? page : markdown), true};
    return {QJsonObject{{u"metadata"_s, QJsonObject{{u"type"_s, u"page"_s}}},
                        {u"title"_s, titleOf(bodyOf(page))},
                        {u"url"_s, bodyOf(page)["url"_L1]},
                        {u"text"_s, bodyOf(markdown)["markdown"_L1]}}};
}

} // namespace fairlead::sandbox

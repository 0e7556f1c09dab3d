// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notiontester.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

NotionTester::NotionTester(const NotionService::Options &options)
    : m_clock(QDateTime::fromString(u"2026-11-20T12:00:00Z"_s, Qt::ISODate))
    , m_clients({{.service = u"notion"_s,
                  .clientId = u"app"_s,
                  .clientSecret = "secret"_ba,
                  .redirectUri = u"http://127.0.0.1:9/callback"_s,
                  .name = u"An app"_s},
                 {.service = u"notion"_s,
                  .clientId = u"other"_s,
                  .clientSecret = "secret"_ba,
                  .redirectUri = u"http://127.0.0.1:9/callback"_s,
                  .name = u"Another app"_s}})
    , m_grants(NotionOAuth::rules(options.oauth), m_clock)
    , m_service(options, m_clients, m_grants, m_clock)
{}

Response NotionTester::get(const QByteArray &target)
{
    return send("GET", target);
}

Response NotionTester::send(const QByteArray &method,
                            const QByteArray &target,
                            const QJsonObject &body)
{
    Request request;
    request.method = method;
    request.target = target;
    request.headers.append(HeaderField{"Notion-Version", "2026-03-11"});
    if (!m_token.isEmpty())
        request.headers.append(HeaderField{"Authorization", "Bearer " + m_token});
    if (method != "GET")
        request.body = QJsonDocument(body).toJson();
    return send(request);
}

Response NotionTester::send(Request request)
{
    request.origin = u"http://127.0.0.1:1"_s;
    const QUrl url = QUrl::fromEncoded(request.target);
    request.path = url.path();
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        request.query.append(qMakePair(name, value));
    return m_service.answer(request);
}

QJsonObject NotionTester::read(const QByteArray &target)
{
    return object(get(target));
}

QByteArray NotionTester::page(const QString &title)
{
    for (const NotionPage &page : m_service.workspace().pages) {
        if (NotionWorkspace::title(page) == title)
            return page.id.toLatin1();
    }
    QTest::qFail("There is no page of that title.", __FILE__, __LINE__);
    return {};
}

QByteArray NotionTester::dataSource(const QString &title)
{
    for (const NotionDataSource &source : m_service.workspace().dataSources) {
        if (source.title == title)
            return source.id.toLatin1();
    }
    QTest::qFail("There is no data source of that title.", __FILE__, __LINE__);
    return {};
}

QJsonObject NotionTester::object(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QString NotionTester::outcome(const Response &response)
{
    const QString code = object(response)["code"_L1].toString();
    return code.isEmpty() ? QString::number(response.status)
                          : QString::number(response.status) + u' ' + code;
}

QString NotionTester::message(const Response &response)
{
    return object(response)["message"_L1].toString();
}

QString NotionTester::titles(const QJsonObject &list)
{
    QStringList result;
    for (const auto &item : list["results"_L1].toArray()) {
        QJsonArray title = item["title"_L1].toArray();
        for (const auto &property : item["properties"_L1].toObject()) {
            if (property["type"_L1].toString() == "title"_L1 && property["title"_L1].isArray())
                title = property["title"_L1].toArray();
        }
        result.append(title[0]["plain_text"_L1].toString());
    }
    return result.join(u"; "_s);
}

QJsonArray NotionTester::richText(const QString &text)
{
    return {QJsonObject{{u"text"_s, QJsonObject{{u"content"_s, text}}}}};
}

} // namespace fairlead::sandbox

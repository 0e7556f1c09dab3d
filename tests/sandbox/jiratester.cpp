// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jiratester.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

JiraTester::JiraTester(std::chrono::milliseconds searchLag)
    : m_clock(QDateTime::fromString(u"2026-11-20T12:00:00Z"_s, Qt::ISODate))
    , m_site({.name = u"northwind"_s, .searchLag = searchLag}, m_clock, m_media)
    , m_sites{&m_site}
    , m_service(m_site, m_sites, m_contract)
    , m_alias(u"ada"_s)
{
    m_media.setOrigin(u"http://127.0.0.1:2"_s);
}

Response JiraTester::get(const QByteArray &target)
{
    return send("GET", target);
}

Response JiraTester::send(const QByteArray &method,
                          const QByteArray &target,
                          const QJsonObject &body)
{
    Request request;
    request.method = method;
    request.target = target;
    if (!m_alias.isEmpty())
        request.headers.append(
            basic(m_alias + u"@northwind.example"_s, "sandbox-api-token-" + m_alias.toUtf8()));
    if (method != "GET" && method != "DELETE") {
        request.headers.append(HeaderField{"Content-Type", "application/json"});
        request.body = QJsonDocument(body).toJson();
    }
    return send(request);
}

Response JiraTester::send(Request request)
{
    request.origin = u"http://127.0.0.1:1"_s;
    const QUrl url = QUrl::fromEncoded(request.target);
    request.path = url.path();
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        request.query.append(qMakePair(name, value));
    return m_service.answer(request);
}

QJsonObject JiraTester::object(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QJsonArray JiraTester::array(const Response &response)
{
    return QJsonDocument::fromJson(response.body).array();
}

QString JiraTester::error(const Response &response)
{
    const QJsonObject body = object(response);
    const QJsonArray messages = body["errorMessages"_L1].toArray();
    if (!messages.isEmpty())
        return messages[0].toString();
    const QJsonObject errors = body["errors"_L1].toObject();
    return errors.isEmpty() ? QString::fromUtf8(response.body)
                            : errors.begin().key() + u": "_s + errors.begin().value().toString();
}

HeaderField JiraTester::basic(const QString &email, const QByteArray &secret)
{
    return {"Authorization", "Basic " + (email.toUtf8() + ':' + secret).toBase64()};
}

QJsonObject JiraTester::document(const QString &text)
{
    const QJsonObject words{{u"type"_s, u"text"_s}, {u"text"_s, text}};
    const QJsonObject paragraph{{u"type"_s, u"paragraph"_s}, {u"content"_s, QJsonArray{words}}};
    return {{u"type"_s, u"doc"_s}, {u"version"_s, 1}, {u"content"_s, QJsonArray{paragraph}}};
}

} // namespace fairlead::sandbox

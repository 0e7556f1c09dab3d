// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/journal.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumEntries = 2000;

bool isSecret(const QString &name)
{
    static const QStringList names{u"access_token"_s,
                                   u"client_secret"_s,
                                   u"code"_s,
                                   u"code_verifier"_s,
                                   u"flow"_s,
                                   u"password"_s,
                                   u"refresh_token"_s,
                                   u"token"_s};
    return names.contains(name);
}

QByteArray withoutSecret(const QByteArray &authorization)
{
    const QByteArray scheme = authorization.split(' ').constFirst();
    if (scheme.compare("basic", Qt::CaseInsensitive) != 0)
        return scheme + " (hidden)";
    const QByteArray pair = QByteArray::fromBase64(authorization.mid(scheme.size()).trimmed());
    return scheme + ' ' + pair.split(':').constFirst() + " (hidden)";
}

/** "a=b&code=x" with the values of secrets left out, and all others byte by byte as they were. */
QByteArray pairsWithoutSecrets(const QByteArray &text)
{
    QByteArrayList pairs = text.split('&');
    for (QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (equals >= 0 && isSecret(parsedPairs(pair).value(0).first))
            pair = pair.left(equals + 1) + "(hidden)";
    }
    return pairs.join('&');
}

QByteArray targetWithoutSecrets(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? target
                        : target.left(question + 1) + pairsWithoutSecrets(target.mid(question + 1));
}

QByteArray bodyWithoutSecrets(const Request &request)
{
    if (request.contentType() == "application/x-www-form-urlencoded")
        return pairsWithoutSecrets(request.body);
    QJsonObject object = QJsonDocument::fromJson(request.body).object();
    bool isChanged = false;
    for (auto it = object.begin(); it != object.end(); ++it) {
        // Notion has blocks of the type "code", so only a text under such a name is a secret.
        if (!isSecret(it.key()) || !it->isString())
            continue;
        *it = u"(hidden)"_s;
        isChanged = true;
    }
    if (isChanged)
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    const bool mayBeSecret = request.path.endsWith("/token"_L1)
        || request.path.endsWith("/login"_L1) || request.path.endsWith("/consent"_L1);
    return object.isEmpty() && !request.body.isEmpty() && mayBeSecret ? "(hidden)"_ba
                                                                      : request.body;
}

} // namespace

void Journal::add(const QString &service, const Request &request, int status)
{
    Entry entry{.service = service, .request = request, .status = status};
    for (HeaderField &field : entry.request.headers) {
        if (field.name.compare("authorization", Qt::CaseInsensitive) == 0)
            field.value = withoutSecret(field.value);
        if (field.name.compare("cookie", Qt::CaseInsensitive) == 0)
            field.value = "(hidden)";
    }
    entry.request.body = bodyWithoutSecrets(request);
    entry.request.target = targetWithoutSecrets(request.target);
    for (auto &[name, value] : entry.request.query) {
        if (isSecret(name))
            value = u"(hidden)"_s;
    }
    m_entries.append(entry);
    if (m_entries.size() > maximumEntries)
        m_entries.removeFirst();
}

QJsonArray Journal::toJson() const
{
    QJsonArray result;
    for (const Entry &entry : m_entries) {
        QJsonObject headers;
        for (const HeaderField &field : entry.request.headers)
            headers.insert(QString::fromLatin1(field.name).toLower(),
                           QString::fromUtf8(field.value));
        result.append(QJsonObject{{u"service"_s, entry.service},
                                  {u"method"_s, QString::fromLatin1(entry.request.method)},
                                  {u"target"_s, QString::fromLatin1(entry.request.target)},
                                  {u"headers"_s, headers},
                                  {u"bodySize"_s, entry.request.body.size()},
                                  {u"body"_s, QString::fromUtf8(entry.request.body.left(4096))},
                                  {u"status"_s, entry.status}});
    }
    return result;
}

} // namespace fairlead::sandbox

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/journal.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumEntries = 2000;

QByteArray withoutSecret(const QByteArray &authorization)
{
    const QByteArray scheme = authorization.split(' ').constFirst();
    if (scheme.compare("basic", Qt::CaseInsensitive) != 0)
        return scheme + " (hidden)";
    const QByteArray pair = QByteArray::fromBase64(authorization.mid(scheme.size()).trimmed());
    return scheme + ' ' + pair.split(':').constFirst() + " (hidden)";
}

} // namespace

void Journal::add(const QString &service, const Request &request, int status)
{
    Entry entry{.service = service, .request = request, .status = status};
    for (HeaderField &field : entry.request.headers) {
        if (field.name.compare("authorization", Qt::CaseInsensitive) == 0)
            field.value = withoutSecret(field.value);
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

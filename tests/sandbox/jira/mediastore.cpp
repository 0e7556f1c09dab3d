// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/mediastore.h"

#include "server/base/ids.h"

#include <QUrl>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

QString MediaStore::name() const
{
    return u"media"_s;
}

Response MediaStore::answer(const Request &request)
{
    if (request.hasHeader("authorization"))
        return Response::json(400,
                              QJsonObject{{u"error"_s,
                                           u"Only one auth mechanism allowed: the address is "
                                           "signed, and there is an Authorization header."_s}});
    const QString signature = request.parameter(u"token").value_or(QString());
    if (request.method != "GET" || !request.path.startsWith("/file/"_L1)
        || !m_files.contains(signature))
        return Response::json(403, QJsonObject{{u"error"_s, u"The signature is not valid."_s}});
    const File file = m_files.take(signature);
    return Response::text(200, file.mimeType.toLatin1(), file.content);
}

void MediaStore::reset()
{
    m_files.clear();
}

QString MediaStore::signedAddress(const QByteArray &content,
                                  const QString &mimeType,
                                  const QString &fileName)
{
    const QString signature = newId(u"sig_");
    m_files.insert(signature, {.content = content, .mimeType = mimeType});
    return u"%1/file/%2?token=%3"_s.arg(
        m_origin, QString::fromLatin1(QUrl::toPercentEncoding(fileName)), signature);
}

} // namespace fairlead::sandbox

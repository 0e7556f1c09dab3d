// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassian/atlassianuploads.h"

#include <QUrl>
#include <QUuid>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto path = "/file/binary"_L1;
const QString collection = u"jira-sandbox"_s;

Response refused(int status, const QString &message)
{
    return Response::json(status, QJsonObject{{u"error"_s, message}});
}

} // namespace

QJsonObject AtlassianUploads::offer(const QString &origin, const QString &filePath)
{
    const QByteArray token = "media-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    m_tokens.insert(token);
    const QString name = filePath.section(u'/', -1);
    const QString address = u"%1%2?collection=%3&name=%4"_s.arg(
        origin, path, collection, QString::fromLatin1(QUrl::toPercentEncoding(name)));
    const QString command =
        u"curl --silent --show-error --location --request POST '%1' \\\n"
        "  --header 'Authorization: Bearer %2' \\\n"
        "  --header 'Content-Type: application/octet-stream' \\\n"
        "  --data-binary '@%3'"_s.arg(
            address, QString::fromLatin1(token), QString(filePath).replace(u'\'', u"'\\''"_s));
    return {
        {u"uploadCommand"_s, command},
        {u"collection"_s, collection},
        {u"fileName"_s, name},
        {u"instructions"_s,
         u"Run the command, take data.id of what it prints, and call this tool again with it as "
         "fileId."_s}};
}

std::optional<Response> AtlassianUploads::answer(const Request &request)
{
    if (request.path != path)
        return std::nullopt;
    if (request.method != "POST")
        return refused(405, u"Method Not Allowed"_s);
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith("Bearer ") || !m_tokens.remove(authorization.mid(7)))
        return refused(401, u"The token is not valid, or was used before."_s);
    if (request.parameter(u"collection") != collection)
        return refused(403, u"The token is not for that collection."_s);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString name = request.parameter(u"name").value_or(QString());
    m_files.insert(id, {name, request.body});
    const QJsonObject data{{u"id"_s, id},
                           {u"name"_s, name},
                           {u"size"_s, request.body.size()},
                           {u"mimeType"_s, QString::fromLatin1(request.contentType())}};
    return Response::json(201, QJsonObject{{u"data"_s, data}});
}

const AtlassianUploads::File *AtlassianUploads::file(const QString &id) const
{
    const auto found = m_files.constFind(id);
    return found == m_files.constEnd() ? nullptr : &*found;
}

void AtlassianUploads::clear()
{
    m_tokens.clear();
    m_files.clear();
}

} // namespace fairlead::sandbox

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionuploads.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionrichtext.h"

#include <QUrl>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto store = "https://files.notion.example/"_L1; // nobody answers there
constexpr int lifeSeconds = 3600;

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

} // namespace

NotionUpload *NotionUploads::find(const QString &id, const NotionConnection &caller)
{
    for (NotionUpload &upload : m_workspace.uploads) {
        if (upload.id == id && upload.ownerId == caller.id)
            return &upload;
    }
    return nullptr;
}

QDateTime NotionUploads::expiryOf(const NotionUpload &upload)
{
    return upload.created.addSecs(lifeSeconds);
}

bool NotionUploads::isExpired(const NotionUpload &upload) const
{
    return !upload.isAttached && m_workspace.now() > expiryOf(upload);
}

Result<QString> NotionUploads::attached(const QJsonValue &id,
                                        const QString &path,
                                        const NotionConnection &caller)
{
    const QString canonical = notionId(id.toString());
    if (canonical.isEmpty())
        return complaint(path, id.isUndefined() ? u"defined"_s : u"a valid uuid"_s, id);
    NotionUpload *upload = find(canonical, caller);
    if (!upload || isExpired(*upload))
        return failure(ErrorCode::InvalidInput,
                       u"Could not find file_upload with ID: %1."_s.arg(canonical));
    if (upload->status != "uploaded"_L1)
        return failure(ErrorCode::InvalidInput,
                       u"File upload %1 has the status `%2`, but must be `uploaded`."_s.arg(
                           canonical, upload->status));
    upload->isAttached = true;
    const QString name = upload->filename.isEmpty() ? u"file"_s : upload->filename;
    return store + upload->id + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

Result<QJsonObject> NotionUploads::readMedia(const QJsonObject &sent,
                                             const QString &path,
                                             const NotionConnection &caller)
{
    const QString unknown = notionUnknownMember(
        sent, {u"type"_s, u"external"_s, u"file_upload"_s, u"caption"_s, u"name"_s}, path);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    QString caption;
    if (sent.contains("caption"_L1)) {
        const auto words = readRichText(sent["caption"_L1], path + u".caption"_s);
        if (!words)
            return tl::unexpected(words.error());
        caption = plainText(*words);
    }
    if (sent["external"_L1].isObject() && sent["file_upload"_L1].isObject())
        return complaint(path + u".file_upload"_s, u"not present"_s, sent["file_upload"_L1]);
    if (const QJsonValue url = sent["external"_L1]["url"_L1]; url.isString())
        return mediaOf(url.toString(), caption);
    const auto url = attached(sent["file_upload"_L1]["id"_L1], path + u".file_upload.id"_s, caller);
    if (!url)
        return tl::unexpected(url.error());
    return mediaOf(*url, caption);
}

QJsonObject NotionUploads::mediaOf(const QString &url, const QString &caption)
{
    const QString name = QUrl(url).fileName(QUrl::FullyDecoded);
    QJsonObject media{{u"caption"_s, richTextOf(caption)}, {u"name"_s, name}};
    if (url.startsWith(store)) {
        media.insert(u"type"_s, u"file"_s);
        media.insert(
            u"file"_s,
            QJsonObject{{u"url"_s, url}, {u"expiry_time"_s, u"2030-01-01T00:00:00.000Z"_s}});
    } else {
        media.insert(u"type"_s, u"external"_s);
        media.insert(u"external"_s, QJsonObject{{u"url"_s, url}});
    }
    return media;
}

bool NotionUploads::isStored(const QJsonObject &file)
{
    return file["type"_L1].toString() == "file"_L1
        && file["file"_L1]["url"_L1].toString().startsWith(store);
}

QString NotionUploads::urlOf(const QJsonObject &media)
{
    return media[media["type"_L1].toString()]["url"_L1].toString();
}

} // namespace fairlead::sandbox

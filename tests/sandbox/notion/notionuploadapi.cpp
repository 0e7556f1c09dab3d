// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionuploadapi.h"

#include "tests/sandbox/jira/multipart.h"
#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionuploads.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mebibyte = 1024 * 1024;
constexpr qsizetype largestPart = 20 * mebibyte;
constexpr qsizetype smallestPart = 5 * mebibyte; // of all but the last one
constexpr double mostParts = 10'000;

qint64 sizeOf(const NotionUpload &upload)
{
    qint64 size = 0;
    for (const QByteArray &part : upload.parts)
        size += part.size();
    return size;
}

QJsonObject rendered(const NotionUpload &upload, const NotionConnection &caller)
{
    const bool isSent = upload.status == "uploaded"_L1;
    QJsonObject result{
        {u"object"_s, u"file_upload"_s},
        {u"id"_s, upload.id},
        {u"created_time"_s, notionTime(upload.created)},
        {u"created_by"_s, QJsonObject{{u"id"_s, caller.authorId()}, {u"type"_s, u"bot"_s}}},
        {u"last_edited_time"_s, notionTime(upload.created)},
        {u"in_trash"_s, false},
        {u"expiry_time"_s,
         upload.isAttached ? QJsonValue(QJsonValue::Null)
                           : QJsonValue(notionTime(NotionUploads::expiryOf(upload)))},
        {u"status"_s, upload.status},
        {u"filename"_s, upload.filename.isEmpty() ? QJsonValue() : QJsonValue(upload.filename)},
        {u"content_type"_s, upload.contentType},
        {u"content_length"_s, isSent ? QJsonValue(sizeOf(upload)) : QJsonValue()}};
    if (upload.partCount > 0)
        result.insert(
            u"number_of_parts"_s,
            QJsonObject{{u"total"_s, upload.partCount}, {u"sent"_s, qint64(upload.parts.size())}});
    if (!isSent)
        result.insert(u"upload_url"_s,
                      u"https://api.notion.com/v1/file_uploads/%1/send"_s.arg(upload.id));
    return result;
}

/** The value of a form field that is no file. */
QByteArray fieldOf(const QList<UploadedFile> &parts, const QString &name)
{
    for (const UploadedFile &part : parts) {
        if (part.fieldName == name && part.fileName.isEmpty())
            return part.content;
    }
    return {};
}

} // namespace

QList<NotionRoute> NotionUploadApi::routes()
{
    using enum NotionCapability;
    const QString one = u"/v1/file_uploads/{file_upload_id}"_s;
    return {
        {"POST", u"/v1/file_uploads"_s, InsertContent, [this](auto &call) { return create(call); }},
        {"GET", one, ReadContent, [this](auto &call) { return get(call); }},
        {"POST",
         one + u"/send"_s,
         InsertContent,
         [this](auto &call) { return send(call); },
         {},
         NotionRoute::Body::Form},
        {"POST", one + u"/complete"_s, InsertContent, [this](auto &call) {
             return complete(call);
         }}};
}

Response NotionUploadApi::create(const NotionCall &call)
{
    const QJsonObject &body = call.body;
    const QString unknown = notionUnknownMember(
        body,
        {u"mode"_s, u"filename"_s, u"content_type"_s, u"number_of_parts"_s, u"external_url"_s},
        u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    const QString mode = body["mode"_L1].toString(u"single_part"_s);
    if (mode == "external_url"_L1)
        return notionNotServed(u"imports from other addresses"_s);
    NotionUpload upload;
    upload.id = NotionWorkspace::newId();
    upload.ownerId = call.caller.id;
    upload.status = u"pending"_s;
    upload.created = m_workspace.now();
    upload.filename = body["filename"_L1].toString();
    upload.contentType = body["content_type"_L1].toString(u"application/octet-stream"_s);
    if (upload.filename.toUtf8().size() > 900)
        return notionInvalid(u"body.filename.length should be ≤ `900`."_s);
    if (mode == "multi_part"_L1) {
        const double parts = body["number_of_parts"_L1].toDouble();
        if (parts < 1 || parts > mostParts)
            return notionInvalid(notionComplaint(u"body.number_of_parts"_s,
                                                 u"a number from `1` to `10000`"_s,
                                                 body["number_of_parts"_L1]));
        if (!upload.filename.contains(u'.') && !body.contains("content_type"_L1))
            return notionInvalid(
                notionComplaint(u"body.filename"_s, u"defined"_s, body["filename"_L1]));
        upload.partCount = int(parts);
    } else if (mode != "single_part"_L1 || body.contains("number_of_parts"_L1)) {
        return notionInvalid(notionComplaint(
            u"body.mode"_s, u"`\"single_part\"`, `\"multi_part\"` or `\"external_url\"`"_s, mode));
    }
    m_workspace.uploads.append(upload);
    return notionOk(rendered(upload, call.caller));
}

Response NotionUploadApi::get(const NotionCall &call)
{
    const QString id = call.path[u"file_upload_id"_s];
    const NotionUpload *upload = NotionUploads(m_workspace).find(id, call.caller);
    return upload ? notionOk(rendered(*upload, call.caller))
                  : notionNotFound(u"file_upload"_s, id, call.caller);
}

QString NotionUploadApi::sizeComplaint(const NotionUpload &upload, int part, qsizetype size) const
{
    if (size > largestPart)
        return u"The file is too large: %1 bytes sent at once, but at most 20 MiB may be."_s.arg(
            size);
    if (sizeOf(upload) + size > m_workspace.largestUpload)
        return u"The file is larger than the workspace's limit of %1 bytes."_s.arg(
            m_workspace.largestUpload);
    if (upload.partCount > 0 && part < upload.partCount && size < smallestPart)
        return u"Part %1 has %2 bytes; all parts but the last must have at least 5 MiB."_s.arg(part)
            .arg(size);
    return {};
}

Response NotionUploadApi::send(const NotionCall &call)
{
    const QString id = call.path[u"file_upload_id"_s];
    NotionUploads uploads(m_workspace);
    NotionUpload *upload = uploads.find(id, call.caller);
    if (!upload || uploads.isExpired(*upload))
        return notionNotFound(u"file_upload"_s, id, call.caller);
    if (upload->status != "pending"_L1)
        return notionInvalid(u"File upload %1 has been sent already."_s.arg(id));
    const auto parts = uploadedFiles(call.request);
    if (!parts)
        return notionInvalid(u"body should be multipart/form-data with a boundary."_s);
    const auto file = std::find_if(parts->begin(), parts->end(), [](const UploadedFile &candidate) {
        return candidate.fieldName == "file"_L1;
    });
    if (file == parts->end())
        return notionInvalid(u"body.file should be defined, instead was `undefined`."_s);
    const int part = upload->partCount > 0 ? fieldOf(*parts, u"part_number"_s).toInt() : 1;
    if (upload->partCount > 0 && (part < 1 || part > upload->partCount))
        return notionInvalid(u"body.part_number should be from `1` to `%1`, instead was `%2`."_s
                                 .arg(upload->partCount)
                                 .arg(part));
    if (upload->partCount == 0 && !file->mimeType.isEmpty() && !upload->contentType.isEmpty()
        && file->mimeType != upload->contentType)
        return notionInvalid(u"The content type of the file is `%1`, but `%2` was announced."_s.arg(
            file->mimeType, upload->contentType));
    if (const QString wrong = sizeComplaint(*upload, part, file->content.size()); !wrong.isEmpty())
        return notionInvalid(wrong);
    upload->parts.insert(part, file->content);
    if (upload->partCount == 0) {
        upload->status = u"uploaded"_s;
        if (upload->filename.isEmpty())
            upload->filename = file->fileName;
    }
    return notionOk(rendered(*upload, call.caller));
}

Response NotionUploadApi::complete(const NotionCall &call)
{
    const QString id = call.path[u"file_upload_id"_s];
    NotionUploads uploads(m_workspace);
    NotionUpload *upload = uploads.find(id, call.caller);
    if (!upload || uploads.isExpired(*upload))
        return notionNotFound(u"file_upload"_s, id, call.caller);
    if (upload->partCount == 0)
        return notionInvalid(u"Only uploads of the mode multi_part are completed."_s);
    if (upload->parts.size() != upload->partCount)
        return notionInvalid(u"Only %1 of %2 parts have been sent."_s.arg(upload->parts.size())
                                 .arg(upload->partCount));
    upload->status = u"uploaded"_s;
    return notionOk(rendered(*upload, call.caller));
}

} // namespace fairlead::sandbox

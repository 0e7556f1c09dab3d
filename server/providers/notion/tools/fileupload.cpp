// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/fileupload.h"

#include "server/net/multipartform.h"
#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"

#include <QBuffer>
#include <QFileInfo>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 largestWhole = 20 * mebibyte; // Notion's limit
constexpr qint64 partSize = 10 * mebibyte; // Notion takes 5 to 20
constexpr std::chrono::minutes sendDeadline{5}; // of a part over a slow line

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

Result<QByteArray> decoded(const QString &text)
{
    QByteArray base64 = text.toLatin1().simplified().replace(' ', "");
    if (base64.startsWith("data:")) // as browsers write it
        base64 = base64.sliced(base64.indexOf(',') + 1);
    const auto bytes =
        QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return refused(u"Argument \"content_base64\" is not Base64."_s);
    return *bytes;
}

QString typeOf(const QString &name, QIODevice &device)
{
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(name, &device).name();
    device.seek(0);
    return type;
}

Result<UploadSource> fileAt(const ApprovedFolders &files, const QString &path, const QString &name)
{
    auto file = files.openForReading(path);
    if (!file)
        return failure(file.error());
    UploadSource source;
    source.name = ApprovedFolders::fileName(name.isEmpty() ? QFileInfo(path).fileName() : name);
    source.device = std::move(*file);
    source.type = typeOf(source.name, *source.device);
    return source;
}

struct Upload
{
    QString id;
    QString status;
};

Result<Upload> parsedUpload(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Upload upload{canonicalId(json::line(*root, "id")), json::line(*root, "status")};
    if (upload.id.isEmpty() || upload.status.isEmpty())
        return failure(ErrorCode::InvalidData, u"\"id\" is missing in the answer"_s);
    return upload;
}

RestCall sending(const UploadSource &source)
{
    RestCall call;
    call.method = "POST";
    call.write = u"uploading %1"_s.arg(source.name);
    call.check = u"What was uploaded is used nowhere yet and expires within an hour: call again."_s;
    return call;
}

int partsOf(const UploadSource &source)
{
    if (source.size() <= largestWhole)
        return 0;
    return static_cast<int>((source.size() + partSize - 1) / partSize);
}

QCoro::Task<Result<Upload>> started(NotionSessions::Session session, UploadSource source)
{
    RestCall wanted = sending(source);
    wanted.path = u"/v1/file_uploads"_s;
    wanted.isIdempotent = true; // started twice, one of them expires unused
    QJsonObject body{{"mode"_L1, "single_part"_L1},
                     {"filename"_L1, source.name},
                     {"content_type"_L1, source.type}};
    if (const int parts = partsOf(source); parts > 0) {
        body.insert("mode"_L1, "multi_part"_L1);
        body.insert("number_of_parts"_L1, parts);
    }
    wanted.json = body;
    co_return co_await session.client->ask(wanted, parsedUpload);
}

QCoro::Task<Result<Upload>> sent(NotionSessions::Session session,
                                 UploadSource source,
                                 QString id,
                                 int part)
{
    const qint64 wantedSize = part > 0 ? partSize : largestWhole;
    const QByteArray content = source.device->read(wantedSize);
    const qint64 before = part > 0 ? (part - 1) * partSize : 0;
    if (content.size() != std::min(wantedSize, source.size() - before)) {
        co_return failure(ErrorCode::Storage,
                          u"%1 could not be read to its end."_s.arg(source.name));
    }
    net::MultipartForm form;
    if (part > 0)
        form.add(u"part_number"_s, QByteArray::number(part));
    form.add({.field = u"file"_s,
              .name = source.name,
              .type = source.type.toLatin1(),
              .content = content});
    RestCall wanted = sending(source);
    wanted.path = u"/v1/file_uploads/%1/send"_s.arg(id);
    wanted.contentType = form.contentType();
    wanted.body = form.takeBody();
    wanted.deadline = sendDeadline;
    wanted.isIdempotent = part > 0; // what is not in parts is taken once
    co_return co_await session.client->ask(std::move(wanted), parsedUpload);
}

QCoro::Task<Result<Upload>> completed(NotionSessions::Session session,
                                      UploadSource source,
                                      QString id)
{
    RestCall wanted = sending(source);
    wanted.path = u"/v1/file_uploads/%1/complete"_s.arg(id);
    wanted.json = QJsonObject();
    co_return co_await session.client->ask(wanted, parsedUpload);
}

} // namespace

QString UploadSource::blockType() const
{
    if (type == "application/pdf"_L1)
        return u"pdf"_s;
    for (const auto kind : {"image"_L1, "video"_L1, "audio"_L1}) {
        if (type.startsWith(kind))
            return kind;
    }
    return u"file"_s;
}

Result<UploadSource> uploadSource(const ApprovedFolders &files, const QJsonObject &arguments)
{
    const QString path = arguments.value("path"_L1).toString();
    const QString name = arguments.value("name"_L1).toString();
    const bool isText = arguments.contains("content"_L1);
    const bool isBase64 = arguments.contains("content_base64"_L1);
    if (int(!path.isEmpty()) + int(isText) + int(isBase64) != 1)
        return refused(u"Give one of \"path\" (a file in an approved folder), \"content\" (text) "
                       "and \"content_base64\"."_s);
    if (!path.isEmpty())
        return fileAt(files, path, name);
    if (name.isEmpty())
        return refused(u"Argument \"name\" is missing: what the file is to be called, e.g. "
                       "report.txt."_s);
    const auto content = isBase64
        ? decoded(arguments.value("content_base64"_L1).toString())
        : Result<QByteArray>(arguments.value("content"_L1).toString().toUtf8());
    if (!content)
        return failure(content.error());
    const auto buffer = std::make_shared<QBuffer>();
    buffer->setData(*content);
    buffer->open(QIODevice::ReadOnly);
    UploadSource source;
    source.name = ApprovedFolders::fileName(name);
    source.type = typeOf(source.name, *buffer);
    source.device = buffer;
    return source;
}

QCoro::Task<Result<QString>> uploadFile(NotionSessions::Session session,
                                        UploadSource source,
                                        std::function<void(tools::Progress)> reportProgress)
{
    auto upload = co_await started(session, source);
    if (!upload)
        co_return failure(upload.error());
    const QString id = upload->id;
    const int parts = partsOf(source);
    for (int part = parts > 0 ? 1 : 0; part <= parts; ++part) {
        upload = co_await sent(session, source, id, part);
        if (!upload)
            co_return failure(upload.error());
        if (parts > 0 && reportProgress)
            reportProgress({.progress = double(part), .total = double(parts), .message = {}});
    }
    if (parts > 0)
        upload = co_await completed(session, source, id);
    if (!upload)
        co_return failure(upload.error());
    if (upload->status != "uploaded"_L1) {
        co_return failure(
            ErrorCode::InvalidData,
            u"Notion took %1 but calls it \"%2\" instead of uploaded. Try again."_s.arg(
                source.name, upload->status));
    }
    co_return id;
}

} // namespace fairlead::providers::notion

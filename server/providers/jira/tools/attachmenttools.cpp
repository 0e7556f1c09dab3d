// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/attachmenttools.h"

#include "server/net/multipartform.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/issueextras.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/schematext.h"

#include <QFileInfo>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr std::chrono::minutes uploadDeadline{10};
const QString toolset = u"jira_attachments"_s;

struct Upload
{
    QString name;
    QByteArray content;
};

struct UploadLimit
{
    qint64 bytes = 0; ///< 0: not said
    bool isEnabled = true;
};

AttachedFile attachmentFrom(const json::Element &element)
{
    // A number where one attachment is asked for, a text in lists.
    const QString text = json::line(element, "id");
    return {.id = text.isEmpty() ? QString::number(json::number(element, "id")) : text,
            .fileName = json::line(element, "filename"),
            .mimeType = json::line(element, "mimeType"),
            .size = json::number(element, "size")};
}

Result<AttachedFile> parsedAttachment(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).map(attachmentFrom);
}

Result<AttachedFile> parsedUpload(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(body.constData(), static_cast<size_t>(body.size())).get(list)
            != simdjson::SUCCESS
        || list.size() == 0)
        return failure(ErrorCode::InvalidData, u"it is no list of attachments"_s);
    return attachmentFrom(list.at(0).value());
}

Result<UploadLimit> parsedLimit(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).map([](const json::Element &root) {
        return UploadLimit{.bytes = json::number(root, "uploadLimit"),
                           .isEnabled = json::isTrue(root, "enabled")};
    });
}

Result<QByteArray> decoded(const QString &text)
{
    QByteArray base64 = text.toLatin1().simplified().replace(' ', "");
    if (base64.startsWith("data:")) // as browsers write it
        base64 = base64.sliced(base64.indexOf(',') + 1);
    base64.replace('-', '+').replace('_', '/');
    const auto bytes =
        QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (bytes)
        return *bytes;
    return failure(ErrorCode::InvalidInput, u"Argument \"content_base64\" is not Base64."_s);
}

Result<Upload> fileAt(const ApprovedFolders &files, const QString &path, const QString &name)
{
    const auto file = files.openForReading(path);
    if (!file)
        return failure(file.error());
    Upload upload{.name =
                      ApprovedFolders::fileName(name.isEmpty() ? QFileInfo(path).fileName() : name),
                  .content = (*file)->readAll()};
    if (upload.content.size() == (*file)->size())
        return upload;
    return failure(ErrorCode::Storage,
                   u"%1 could not be read (%2)."_s.arg(path, (*file)->errorString()));
}

Result<Upload> uploadOf(const JiraTools &tools, const ToolCall &call)
{
    const QString name = arguments::text(call, "name"_L1);
    const QString path = arguments::text(call, "path"_L1);
    const bool isText = call.arguments.contains("content"_L1);
    const bool isBase64 = call.arguments.contains("content_base64"_L1);
    if (int(!path.isEmpty()) + int(isText) + int(isBase64) != 1) {
        return failure(ErrorCode::InvalidInput,
                       u"Give one of \"path\" (a file in an approved folder), \"content\" (text) "
                       "and \"content_base64\"."_s);
    }
    if (!path.isEmpty())
        return fileAt(tools.files, path, name);
    if (name.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"name\" is missing: what the file is to be called, e.g. "
                       "report.txt."_s);
    }
    const auto content = isBase64
        ? decoded(call.arguments["content_base64"_L1].toString())
        : Result<QByteArray>(call.arguments["content"_L1].toString().toUtf8());
    return content.map([&](const QByteArray &bytes) {
        return Upload{.name = ApprovedFolders::fileName(name), .content = bytes};
    });
}

Result<> checkLimit(const QString &name, qint64 size, const UploadLimit &limit, const QString &site)
{
    if (!limit.isEnabled)
        return failure(
            ErrorCode::Forbidden,
            u"Attachments are switched off on %1. Ask the site's administrator."_s.arg(site));
    if (limit.bytes <= 0 || size <= limit.bytes)
        return {};
    return failure(ErrorCode::InvalidInput,
                   u"%1 has %2, but %3 takes files of at most %4."_s.arg(
                       name, fileSizeText(size), site, fileSizeText(limit.bytes)));
}

QCoro::Task<Result<ToolResult>> uploadAttachment(JiraTools tools, ToolCall call)
{
    auto upload = uploadOf(tools, call);
    if (!upload)
        co_return failure(upload.error());
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto sent = co_await attachFile(*target, upload->name, upload->content);
    const auto made = tools.sessions.noted(target->session.connection, std::move(sent));
    if (!made)
        co_return failure(made.error());
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(u"Attached %1 (%2, id %3) to %4  %5"_s.arg(
        made->fileName,
        fileSizeText(made->size),
        made->id,
        target->key,
        text::issueLink(target->session.connection.site, target->key)));
}

QCoro::Task<Result<AttachedFile>> removed(JiraSessions::Session session, QString id)
{
    RestCall request;
    request.path = u"/rest/api/3/attachment/"_s + id;
    request.subject = u"Attachment "_s + id;
    // Its name tells the reader what is gone.
    const auto attachment = co_await session.client->ask(request, parsedAttachment);
    if (!attachment)
        co_return failure(attachment.error());
    request.method = "DELETE"_ba;
    request.write = u"deleting attachment "_s + id;
    request.check = u"Before trying again, look at the issue's attachments with jira_get_issue and "
                    "fields: [\"attachment\"]."_s;
    const auto deleted = co_await session.client->fetch(std::move(request));
    if (!deleted)
        co_return failure(deleted.error());
    co_return *attachment;
}

QCoro::Task<Result<ToolResult>> deleteAttachment(JiraTools tools, ToolCall call)
{
    const QString id = arguments::text(call, "id"_L1);
    const auto session = co_await siteTarget(tools, call);
    if (!session)
        co_return failure(session.error());
    auto sent = co_await removed(*session, id);
    const auto attachment = tools.sessions.noted(session->connection, std::move(sent));
    if (!attachment)
        co_return failure(attachment.error());
    co_return ToolResult::fromText(u"Deleted attachment %1 (%2, %3) on %4"_s.arg(
        id, attachment->fileName, fileSizeText(attachment->size), session->connection.name));
}

ToolDefinition uploadDefinition()
{
    return {.name = u"jira_upload_attachment"_s,
            .title = u"Attach a file"_s,
            .description = u"Attaches a file to a Jira issue: one from a folder that the user has "
                           "approved, by its path, or content given here."_s,
            .inputSchema = tools::inputSchema(R"({
                "key":{"type":"string","maxLength":2048},
                "path":{"type":"string","maxLength":4096,"description":"Preferred: bytes need not pass through you"},
                "name":{"type":"string","maxLength":200,"description":"File name; needed with content"},
                "content":{"type":"string","maxLength":1000000,"description":"Text"},
                "content_base64":{"type":"string","maxLength":3000000},
                "connection":{"type":"string"}})",
                                              {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = siteEndpoints({u"GET /rest/api/3/attachment/meta"_s,
                                        u"POST /rest/api/3/issue/{issueIdOrKey}/attachments"_s})};
}

ToolDefinition deleteDefinition()
{
    return {.name = u"jira_delete_attachment"_s,
            .title = u"Delete an attachment"_s,
            .description = u"Deletes a Jira attachment by its id, for good."_s,
            .inputSchema = tools::inputSchema(R"({
                "id":{"type":"string","pattern":"^[0-9]{1,20}$"},
                "connection":{"type":"string"}})",
                                              {u"id"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = {u"GET /rest/api/3/attachment/{id}"_s,
                          u"DELETE /rest/api/3/attachment/{id}"_s}};
}

} // namespace

QCoro::Task<Result<AttachedFile>> attachFile(IssueTarget target, QString name, QByteArray content)
{
    RestCall question;
    question.path = u"/rest/api/3/attachment/meta"_s;
    const auto limit = co_await target.session.client->ask(std::move(question), parsedLimit);
    if (!limit)
        co_return failure(limit.error());
    const auto fits = checkLimit(name, content.size(), *limit, target.session.connection.name);
    if (!fits)
        co_return failure(fits.error());
    net::MultipartForm form;
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(name, content).name();
    form.add({.field = u"file"_s, .name = name, .type = type.toLatin1(), .content = content});
    RestCall request;
    request.method = "POST"_ba;
    request.path = u"/rest/api/3/issue/%1/attachments"_s.arg(target.key);
    request.contentType = form.contentType();
    request.body = form.takeBody();
    request.headers.append({"X-Atlassian-Token"_ba, "no-check"_ba});
    request.subject = u"Issue "_s + target.key;
    request.write = u"attaching %1 to %2"_s.arg(name, target.key);
    request.check = u"Before trying again, look at its attachments with jira_get_issue and fields: "
                    "[\"attachment\"]."_s;
    request.deadline = uploadDeadline;
    co_return co_await target.session.client->ask(std::move(request), parsedUpload);
}

void addAttachmentTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(uploadDefinition(),
                 [tools](ToolCall call) { return uploadAttachment(tools, std::move(call)); });
    registry.add(deleteDefinition(),
                 [tools](ToolCall call) { return deleteAttachment(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/downloadtools.h"

#include "server/base/text.h"
#include "server/providers/jira/attachmentcontent.h"
#include "server/providers/jira/issueextras.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::Content;
using tools::ToolCall;
using tools::ToolResult;

constexpr qint64 largestImage = 4 * 1024 * 1024; // more than models take in
constexpr qint64 largestText = 2 * 1024 * 1024;
constexpr std::chrono::minutes savingDeadline{10};
constexpr qsizetype longestShownPath = 4096;

tools::ToolDefinition downloadDefinition()
{
    return {.name = u"jira_download_attachment"_s,
            .title = u"Attachments"_s,
            .description = u"Lists an issue's attachments, or reads or saves one."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "attachment":{"type":"string","maxLength":500,"description":"Name or id"},
                "save_to":{"type":"string","maxLength":4096,"description":"Approved folder: save it there instead"},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s}),
            .outputSchema = {},
            .effect = tools::ToolEffect::Read,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}"_s,
                                        u"GET /rest/api/3/attachment/content/{id}"_s})};
}

bool isImage(const AttachedFile &attachment)
{
    static const QSet<QString> kinds{
        u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s, u"image/webp"_s};
    return kinds.contains(attachment.mimeType);
}

/** Whether it may be text; its bytes have the last word. */
bool mayBeText(const AttachedFile &attachment)
{
    static const QRegularExpression kinds(
        u"\\A(text/.*|application/(.*\\+)?(json|xml|yaml|x-yaml|javascript|sql|x-sh|toml)|"
        "image/svg\\+xml)\\z"_s);
    static const QRegularExpression names(
        u"\\.(txt|log|md|csv|tsv|json|ya?ml|xml|html?|ini|conf|cfg|toml|diff|patch|sql|sh|py|js|ts|"
        "java|c|h|cpp|cs|go|rs|rb|php|svg|properties|env)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return kinds.match(attachment.mimeType.section(u';', 0, 0).trimmed()).hasMatch()
        || names.match(attachment.fileName).hasMatch();
}

QString listText(const QString &key, const QList<AttachedFile> &attachments)
{
    if (attachments.isEmpty())
        return u"%1 has no attachments."_s.arg(key);
    QStringList lines{
        u"%1 attachments on %2 (id  name  type  size  by):"_s.arg(attachments.size()).arg(key)};
    if (attachments.size() == 1)
        lines.first() = u"1 attachment on %1 (id  name  type  size  by):"_s.arg(key);
    for (const AttachedFile &attachment : attachments)
        lines.append(attachmentLine(attachment));
    return text::bounded(lines.join(u'\n'), text::defaultBytes, {});
}

/** The number in ".../attachment/content/10010" or ".../attachment/10010/name.png". */
QString idIn(const QString &wanted)
{
    static const QRegularExpression url(
        u"/attachment/(?:content/|thumbnail/)?([0-9]{1,20})(/|\\z)"_s);
    return wanted.contains(u'/') ? url.match(wanted).captured(1) : wanted;
}

Result<AttachedFile> meantBy(const QString &wanted,
                             const QString &key,
                             const QList<AttachedFile> &attachments)
{
    QList<AttachedFile> named;
    const QString id = idIn(wanted);
    for (const AttachedFile &attachment : attachments) {
        if (attachment.id == id)
            return attachment;
        if (attachment.fileName.compare(wanted, Qt::CaseInsensitive) == 0)
            named.append(attachment);
    }
    if (named.size() == 1)
        return named.first();
    if (named.isEmpty() && attachments.isEmpty())
        return failure(ErrorCode::NotFound, listText(key, attachments));
    const QString rest = listText(key, named.isEmpty() ? attachments : named);
    return failure(
        ErrorCode::InvalidInput,
        named.isEmpty()
            ? u"%1 has no attachment \"%2\". %3"_s.arg(key, cleanedLine(wanted, 100), rest)
            : u"Several are called \"%1\": give the id. %2"_s.arg(cleanedLine(wanted, 100), rest));
}

/** The bytes as text; nothing when they are none. */
std::optional<QString> textIn(const QByteArray &content)
{
    if (content.contains('\0'))
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(content);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

ToolResult elsewhere(const IssueTarget &target, const AttachedFile &attachment)
{
    return ToolResult::fromText(
        u"%1 is not shown here: it is neither text nor an image, or too large. Save it with "
        u"save_to, or "
        "people open it at %2"_s.arg(attachmentLine(attachment),
                                     text::issueLink(target.session.connection.site, target.key)));
}

QCoro::Task<Result<ToolResult>> readAttachment(JiraTools tools,
                                               IssueTarget target,
                                               AttachedFile attachment)
{
    const bool asImage = isImage(attachment) && attachment.size <= largestImage;
    const bool asText = !asImage && mayBeText(attachment) && attachment.size <= largestText;
    if (!asImage && !asText)
        co_return elsewhere(target, attachment);
    const auto content = co_await attachmentContent(
        tools.sessions, target.session, attachment.id, asImage ? largestImage : largestText);
    if (!content)
        co_return failure(content.error());
    ToolResult result = ToolResult::fromText(attachmentLine(attachment));
    if (asImage) {
        Content image;
        image.kind = Content::Kind::Image;
        image.data = *content;
        image.mimeType = attachment.mimeType;
        result.content.append(image);
        co_return result;
    }
    const auto text = textIn(*content);
    if (!text)
        co_return elsewhere(target, attachment);
    result.content.append(Content::fromText(
        text::bounded(cleanedText(*text, largestText),
                      text::defaultBytes,
                      u"People open all of it at "_s
                          + text::issueLink(target.session.connection.site, target.key))));
    co_return result;
}

QCoro::Task<Result<ToolResult>> saveAttachment(JiraTools tools,
                                               IssueTarget target,
                                               AttachedFile attachment,
                                               QString folder)
{
    if (attachment.size > tools.files.largestFile()) {
        co_return failure(
            ErrorCode::InvalidInput,
            u"%1 has %2; at most %3 are saved."_s.arg(attachment.fileName,
                                                      fileSizeText(attachment.size),
                                                      fileSizeText(tools.files.largestFile())));
    }
    const auto content = co_await attachmentContent(
        tools.sessions, target.session, attachment.id, tools.files.largestFile(), savingDeadline);
    if (!content)
        co_return failure(content.error());
    const auto path = tools.files.save(folder, attachment.fileName, *content);
    if (!path)
        co_return failure(path.error());
    co_return ToolResult::fromText(
        u"Saved %1 (%2) of %3 as %4"_s.arg(attachment.fileName,
                                           fileSizeText(content->size()),
                                           target.key,
                                           cleanedLine(*path, longestShownPath)));
}

QCoro::Task<Result<ToolResult>> download(JiraTools tools,
                                         IssueTarget target,
                                         QString wanted,
                                         QString folder)
{
    const auto attachments = co_await attachmentsOf(target.session, target.key);
    if (!attachments)
        co_return failure(attachments.error());
    if (wanted.isEmpty())
        co_return ToolResult::fromText(listText(target.key, *attachments));
    const auto attachment = meantBy(wanted, target.key, *attachments);
    if (!attachment)
        co_return failure(attachment.error());
    if (!folder.isEmpty())
        co_return co_await saveAttachment(tools, target, *attachment, folder);
    co_return co_await readAttachment(tools, target, *attachment);
}

QCoro::Task<Result<ToolResult>> downloadAttachment(JiraTools tools, ToolCall call)
{
    const QString folder = arguments::text(call, "save_to"_L1);
    if (!folder.isEmpty()) {
        if (const auto usable = tools.files.checkFolder(folder); !usable)
            co_return failure(usable.error());
    }
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    const QString wanted = arguments::text(call, "attachment"_L1);
    auto result = co_await download(tools, *target, wanted, folder);
    co_return tools.sessions.noted(target->session.connection, std::move(result));
}

} // namespace

void addDownloadTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(downloadDefinition(),
                 [tools](ToolCall call) { return downloadAttachment(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira

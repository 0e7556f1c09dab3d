// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/attachmentapi.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/multipart.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype uploadLimit = 10 * 1024 * 1024;

/** The part of the content that a Range header asks for, or all of it. */
Response ranged(const Request &request, const JiraAttachment &attachment)
{
    const QByteArray &content = attachment.content;
    const QByteArray type = attachment.mimeType.toLatin1();
    const QByteArray range = request.header("range");
    if (!range.startsWith("bytes=") || range.contains(','))
        return Response::text(200, type, content);
    const QByteArrayList ends = range.mid(6).split('-');
    const qsizetype first = ends.value(0).toLongLong();
    qsizetype last = ends.value(1).isEmpty() ? content.size() - 1 : ends.value(1).toLongLong();
    last = qMin(last, content.size() - 1);
    if (first > last)
        return Response::empty(416).with("Content-Range",
                                         "bytes */" + QByteArray::number(content.size()));
    return Response::text(206, type, content.mid(first, last - first + 1))
        .with("Content-Range",
              "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/'
                  + QByteArray::number(content.size()));
}

Response attachmentNotFound(const JiraCall &call)
{
    return jiraError(404, u"The attachment with id '%1' does not exist"_s.arg(call.path[u"id"_s]));
}

} // namespace

AttachmentApi::AttachmentApi(Site &site, SearchIndex &index, MediaStore &media)
    : JiraApi(site, index)
    , m_media(media)
{}

JiraHandlers AttachmentApi::handlers()
{
    return {{u"addAttachment"_s, [this](auto &call) { return add(call); }},
            {u"getAttachment"_s, [this](auto &call) { return get(call); }},
            {u"getAttachmentContent"_s, [this](auto &call) { return content(call); }},
            {u"getAttachmentMeta"_s, &AttachmentApi::limits},
            {u"removeAttachment"_s, [this](auto &call) { return remove(call); }}};
}

AttachmentApi::Found AttachmentApi::attachmentOf(const JiraCall &call)
{
    const QString id = call.path[u"id"_s];
    for (JiraIssue &issue : m_site.issues) {
        for (const JiraAttachment &attachment : std::as_const(issue.attachments)) {
            if (attachment.id == id
                && m_site.allows(call.caller, issue, Permission::BrowseProjects))
                return {.issue = &issue, .attachment = &attachment};
        }
    }
    return {};
}

Response AttachmentApi::add(const JiraCall &call)
{
    if (call.request.header("x-atlassian-token").toLower() != "no-check")
        return Response::text(403, "text/html;charset=UTF-8", "XSRF check failed");
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    if (!m_site.allows(call.caller, *issue, Permission::CreateAttachments))
        return jiraError(403,
                         u"You do not have permission to create attachments for this issue."_s);
    const auto files = uploadedFiles(call.request);
    if (!files || files->isEmpty())
        return jiraError(400, u"The request is not a valid multipart form."_s);
    QJsonArray added;
    QList<JiraAttachment> attachments;
    for (const UploadedFile &file : *files) {
        if (file.fieldName != "file"_L1 || file.fileName.isEmpty())
            return jiraError(400, u"Each part must be named \"file\" and have a file name."_s);
        if (file.content.size() > uploadLimit)
            return jiraError(
                413,
                u"The file %1 exceeds its maximum permitted size of %2 bytes."_s.arg(file.fileName)
                    .arg(uploadLimit));
        attachments.append(
            {.id = m_site.nextId(),
             .fileName = file.fileName,
             .mimeType = file.mimeType.isEmpty() ? u"application/octet-stream"_s : file.mimeType,
             .authorId = call.caller->accountId,
             .created = m_site.now(),
             .content = file.content});
        added.append(rendererFor(call).attachment(attachments.constLast()));
    }
    m_index.aboutToChange(*issue);
    issue->attachments += attachments;
    issue->updated = m_site.now();
    return Response::json(200, added);
}

Response AttachmentApi::get(const JiraCall &call)
{
    const Found found = attachmentOf(call);
    return found.attachment ? Response::json(200, rendererFor(call).attachment(*found.attachment))
                            : attachmentNotFound(call);
}

Response AttachmentApi::content(const JiraCall &call)
{
    const Found found = attachmentOf(call);
    if (!found.attachment)
        return attachmentNotFound(call);
    if (call.request.parameter(u"redirect") == u"false"_s)
        return ranged(call.request, *found.attachment);
    const JiraAttachment &attachment = *found.attachment;
    return Response::empty(303).with(
        "Location",
        m_media.signedAddress(attachment.content, attachment.mimeType, attachment.fileName)
            .toLatin1());
}

Response AttachmentApi::remove(const JiraCall &call)
{
    const Found found = attachmentOf(call);
    if (!found.attachment)
        return attachmentNotFound(call);
    const bool isOwn = call.caller->accountId == found.attachment->authorId;
    if (!isOwn && !m_site.allows(call.caller, *found.issue, Permission::AdministerProjects))
        return jiraError(403, u"You do not have permission to delete this attachment."_s);
    const QString id = found.attachment->id;
    m_index.aboutToChange(*found.issue);
    found.issue->attachments.removeIf([&id](const JiraAttachment &a) { return a.id == id; });
    return Response::empty(204);
}

Response AttachmentApi::limits(const JiraCall &call)
{
    Q_UNUSED(call)
    return Response::json(200, QJsonObject{{u"enabled"_s, true}, {u"uploadLimit"_s, uploadLimit}});
}

} // namespace fairlead::sandbox

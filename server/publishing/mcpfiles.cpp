// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that go with an issue: the part of McpDesk that attaches them. The server's tool takes no
// bytes. It names a place for them first, and is told afterwards what lies there.
#include "server/publishing/issueattachments.h"
#include "server/publishing/mcpdesk.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

using Kind = AtlassianTools::Kind;

const QString uploadTool = u"uploadAttachmentToJiraIssue"_s;

} // namespace

/** The id of the file, which is attached to nothing yet. */
QCoro::Task<Result<QString>> McpDesk::upload(QString key, QString fileName, QByteArray content)
{
    // Its name alone: where it lies on this computer is nobody's business.
    const QJsonObject wanted{{u"issueIdOrKey"_s, key}, {u"filePath"_s, fileName}};
    const auto said = co_await m_tools.run(uploadTool, Kind::Write, wanted);
    if (!said)
        co_return failure(said.error());
    gateway::FileUploads::File file{.command = (*said)["uploadCommand"_L1].toString(),
                                    .server = connection().apiBase,
                                    .serverName = connection().name,
                                    .name = fileName,
                                    .content = content,
                                    .cancellation = m_tools.cancellation()};
    co_return co_await m_files.uploads.send(std::move(file));
}

QCoro::Task<Result<>> McpDesk::attach(QString key, QString fileName, QByteArray content)
{
    const auto id = co_await upload(key, fileName, content);
    if (!id)
        co_return co_await attachOtherwise(key, fileName, content, id.error());
    const QJsonObject wanted{{u"issueIdOrKey"_s, key}, {u"fileId"_s, *id}};
    const auto said = co_await m_tools.run(uploadTool, Kind::Write, wanted);
    if (said)
        co_return Result<>();
    // It may hang on the issue by now: a second one would be one too many.
    if (mayHaveHappened(said.error()))
        co_return failure(said.error());
    co_return co_await attachOtherwise(key, fileName, content, said.error());
}

QCoro::Task<Result<QList<Attachment>>> McpDesk::attachments(QString key)
{
    const QJsonObject wanted{{u"issueIdOrKey"_s, key}, {u"fields"_s, QJsonArray{u"attachment"_s}}};
    const auto said = co_await m_tools.run(u"getJiraIssue"_s, Kind::Read, wanted);
    if (!said)
        co_return failure(said.error());
    const auto listed = attachmentsIn(said->object());
    if (listed || !m_files.other)
        co_return listed;
    // A server may leave out what it finds too much.
    const auto desk = co_await m_files.otherDesk(*m_files.other);
    if (!desk)
        co_return failure(desk.error());
    co_return co_await (*desk)->attachments(key);
}

QCoro::Task<Result<>> McpDesk::attachOtherwise(QString key,
                                               QString fileName,
                                               QByteArray content,
                                               Error reason)
{
    if (reason.code == ErrorCode::Cancelled)
        co_return failure(reason);
    if (!m_files.other) {
        reason.message += u" Connect Jira itself too, and files go that way: fairleadctl connect "
                          "jira"_s;
        co_return failure(reason);
    }
    const auto desk = co_await m_files.otherDesk(*m_files.other);
    if (!desk)
        co_return failure(desk.error());
    co_return co_await (*desk)->attach(key, fileName, content);
}

} // namespace fairlead::publishing

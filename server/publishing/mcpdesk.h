// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/fileuploads.h"
#include "server/providers/jira/jiratypes.h"
#include "server/publishing/atlassiantools.h"
#include "server/publishing/issuedesk.h"

namespace fairlead::publishing {

/**
 * A desk on Atlassian's remote MCP server. Its issues carry no mark: the server takes no issue
 * properties, and what it takes instead people see, some projects lack, and only a write of the
 * whole field would take it away again, over what others wrote into it in the meantime. An issue
 * whose answer was lost is found by its summary. Files go where the server wants them; where
 * it wants none, over a connection to the same site that is Jira's own.
 */
class McpDesk final : public IssueDesk
{
public:
    /** How files reach an issue. */
    struct FileWays
    {
        gateway::FileUploads &uploads;
        DeskOpener otherDesk{}; ///< on Jira's own interface, for `other`
        std::optional<DeskRequest> other{}; ///< over which connection; nothing: there is none
    };

    McpDesk(AtlassianTools tools, QUrl site, FileWays files);

    /** Opens desks on remote servers where a connection of that kind is named, or there is no other
     * to Jira; what `otherwise` opens else. Everything passed outlives the event loop. */
    [[nodiscard]] static DeskOpener opener(gateway::Upstreams &upstreams,
                                           gateway::FileUploads &uploads,
                                           connections::Connections &connections,
                                           DeskOpener otherwise);

    [[nodiscard]] const connections::Connection &connection() const override;
    [[nodiscard]] QUrl issueUrl(const QString &key) const override;
    [[nodiscard]] QCoro::Task<Result<QList<Choice>>> projects() override;
    [[nodiscard]] QCoro::Task<Result<QList<Choice>>> types(QString project) override;
    [[nodiscard]] QCoro::Task<Result<QList<NeededField>>> neededFields(QString project,
                                                                       QString type) override;
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> prepare(IssueDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<QString>> create(QJsonObject prepared, QString mark) override;
    [[nodiscard]] QCoro::Task<Result<FoundIssues>> find(LostIssue lost) override;
    [[nodiscard]] QCoro::Task<Result<QString>> description(QString key) override;
    [[nodiscard]] QCoro::Task<Result<>> update(QString key, IssueDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<>> comment(QString key, QString markdown) override;
    [[nodiscard]] QCoro::Task<Result<>> attach(QString key,
                                               QString fileName,
                                               QByteArray content) override;
    [[nodiscard]] QCoro::Task<Result<QList<Attachment>>> attachments(QString key) override;
    [[nodiscard]] QCoro::Task<Result<QHash<QString, QString>>> statuses(QStringList keys) override;

private:
    [[nodiscard]] QCoro::Task<Result<QList<providers::jira::IssueType>>> issueTypes(
        QString project);
    [[nodiscard]] QCoro::Task<Result<QList<providers::jira::CreateField>>> createFields(
        QString project, QString typeId);
    [[nodiscard]] QCoro::Task<Result<QString>> status(QString key);
    [[nodiscard]] QCoro::Task<Result<QString>> upload(QString key,
                                                      QString fileName,
                                                      QByteArray content);
    [[nodiscard]] QCoro::Task<Result<>> attachOtherwise(QString key,
                                                        QString fileName,
                                                        QByteArray content,
                                                        Error reason);

    AtlassianTools m_tools;
    QUrl m_site;
    FileWays m_files;
};

} // namespace fairlead::publishing

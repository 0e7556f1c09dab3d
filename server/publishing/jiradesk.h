// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"
#include "server/publishing/issuedesk.h"

namespace fairlead::publishing {

/** A desk on Jira's REST API. The mark is an issue property. */
class JiraDesk final : public IssueDesk
{
public:
    JiraDesk(providers::jira::JiraTools tools,
             providers::jira::JiraSessions::Session session,
             tools::Caller caller);

    /** Opens desks on the connections that `tools` knows. */
    [[nodiscard]] static DeskOpener opener(providers::jira::JiraTools tools);

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
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> storedDescription(QString key);
    void noteChange(const QString &key);

    providers::jira::JiraTools m_tools;
    providers::jira::JiraSessions::Session m_session;
    tools::Caller m_caller;
};

} // namespace fairlead::publishing

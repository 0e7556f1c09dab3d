// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/issuedesk.h"

#include <QMap>

namespace fairlead::ui {

/** What happened at FakeDesks, and what they say. */
struct FakeJira
{
    connections::Connection connection;
    QList<publishing::Choice> projects{{QStringLiteral("APP"), QStringLiteral("App")},
                                       {QStringLiteral("WEB"), QStringLiteral("Website")}};
    QList<publishing::Choice> types{{QStringLiteral("1"), QStringLiteral("Story")},
                                    {QStringLiteral("2"), QStringLiteral("Task")}};
    QList<publishing::NeededField> needed{};
    QMap<QString, publishing::IssueDraft> issues{}; ///< by key
    QStringList comments{}; ///< "KEY text"
    QString problem{}; ///< every question ends so
    QString attachProblem{}; ///< no file is taken, and this is said
    QStringList refused{}; ///< summaries of issues that cannot be made
};

/** A desk without a network, over the one connection that there is. */
class FakeDesk final : public publishing::IssueDesk
{
public:
    explicit FakeDesk(FakeJira &jira)
        : m_jira(jira)
    {}

    [[nodiscard]] static publishing::DeskOpener opener(FakeJira &jira);

    [[nodiscard]] const connections::Connection &connection() const override
    {
        return m_jira.connection;
    }
    [[nodiscard]] QUrl issueUrl(const QString &key) const override;
    [[nodiscard]] QCoro::Task<Result<QList<publishing::Choice>>> projects() override;
    [[nodiscard]] QCoro::Task<Result<QList<publishing::Choice>>> types(QString project) override;
    [[nodiscard]] QCoro::Task<Result<QList<publishing::NeededField>>> neededFields(
        QString project, QString type) override;
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> prepare(publishing::IssueDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<QString>> create(QJsonObject prepared, QString mark) override;
    [[nodiscard]] QCoro::Task<Result<publishing::FoundIssues>> find(
        publishing::LostIssue lost) override;
    [[nodiscard]] QCoro::Task<Result<QString>> description(QString key) override;
    [[nodiscard]] QCoro::Task<Result<>> update(QString key, publishing::IssueDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<>> comment(QString key, QString markdown) override;
    [[nodiscard]] QCoro::Task<Result<>> attach(QString key,
                                               QString fileName,
                                               QByteArray content) override;
    [[nodiscard]] QCoro::Task<Result<QList<publishing::Attachment>>> attachments(
        QString key) override;
    [[nodiscard]] QCoro::Task<Result<QHash<QString, QString>>> statuses(QStringList keys) override;

private:
    FakeJira &m_jira;
    publishing::IssueDraft m_prepared;
};

} // namespace fairlead::ui

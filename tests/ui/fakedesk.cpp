// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakedesk.h"

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using namespace publishing;

QCoro::Task<Result<std::shared_ptr<IssueDesk>>> open(FakeJira &jira)
{
    if (!jira.problem.isEmpty())
        co_return failure(ErrorCode::NotFound, jira.problem);
    co_return std::make_shared<FakeDesk>(jira);
}

} // namespace

DeskOpener FakeDesk::opener(FakeJira &jira)
{
    return [&jira](const DeskRequest &) { return open(jira); };
}

QUrl FakeDesk::issueUrl(const QString &key) const
{
    return QUrl(u"https://company.atlassian.net/browse/"_s + key);
}

QCoro::Task<Result<QList<Choice>>> FakeDesk::projects()
{
    // Named: QCoro moves what it returns.
    const auto projects = m_jira.projects;
    co_return projects;
}

QCoro::Task<Result<QList<Choice>>> FakeDesk::types(QString)
{
    const auto types = m_jira.types;
    co_return types;
}

QCoro::Task<Result<QList<NeededField>>> FakeDesk::neededFields(QString, QString)
{
    const auto needed = m_jira.needed;
    co_return needed;
}

QCoro::Task<Result<QJsonObject>> FakeDesk::prepare(IssueDraft draft)
{
    if (m_jira.refused.contains(draft.summary))
        co_return failure(ErrorCode::InvalidInput, draft.summary + u" is refused."_s);
    m_prepared = draft;
    co_return QJsonObject();
}

QCoro::Task<Result<QString>> FakeDesk::create(QJsonObject, QString)
{
    const QString key = m_prepared.project + u"-%1"_s.arg(m_jira.issues.size() + 1);
    m_jira.issues.insert(key, m_prepared);
    co_return key;
}

QCoro::Task<Result<FoundIssues>> FakeDesk::find(LostIssue)
{
    co_return FoundIssues();
}

QCoro::Task<Result<QString>> FakeDesk::description(QString key)
{
    co_return m_jira.issues.value(key).description;
}

QCoro::Task<Result<>> FakeDesk::update(QString key, IssueDraft draft)
{
    m_jira.issues.insert(key, draft);
    co_return {};
}

QCoro::Task<Result<>> FakeDesk::comment(QString key, QString markdown)
{
    m_jira.comments.append(key + u' ' + markdown);
    co_return {};
}

QCoro::Task<Result<>> FakeDesk::attach(QString, QString, QByteArray)
{
    if (!m_jira.attachProblem.isEmpty())
        co_return failure(ErrorCode::Forbidden, m_jira.attachProblem);
    co_return {};
}

QCoro::Task<Result<QList<Attachment>>> FakeDesk::attachments(QString)
{
    co_return QList<Attachment>();
}

QCoro::Task<Result<QHash<QString, QString>>> FakeDesk::statuses(QStringList keys)
{
    QHash<QString, QString> statuses;
    for (const QString &key : keys) {
        if (m_jira.issues.contains(key))
            statuses.insert(key, u"To Do"_s);
    }
    co_return statuses;
}

} // namespace fairlead::ui

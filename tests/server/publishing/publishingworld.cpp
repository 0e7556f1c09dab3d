// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/publishing/publishingworld.h"

#include "server/providers/jira/adf/adfreader.h"
#include "server/publishing/jiradesk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::tests {

using publishing::PublishOutcome;
using publishing::PublishRequest;

PublishingWorld::PublishingWorld(std::chrono::milliseconds indexDelay)
    : publications(site.jira.database())
    , publisher(publications,
                site.jira.files,
                publishing::JiraDesk::opener(site.jira.provider().parts()),
                site.jira.clock(),
                {.indexDelay = indexDelay,
                 .lookInterval = std::chrono::milliseconds(1),
                 .finishInterval = std::chrono::milliseconds(1)})
{
    QDir(m_folder.path()).mkdir(u"notes"_s);
    if (const auto added = site.jira.files.add(m_folder.filePath(u"notes"_s)); !added)
        qFatal("%s", qPrintable(added.error().message));
}

QString PublishingWorld::path(const QString &name) const
{
    return QDir(m_folder.path()).canonicalPath() + u"/notes/"_s + name;
}

QString PublishingWorld::write(const QString &name, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test's file cannot be written.");
    return path(name);
}

PublishRequest PublishingWorld::request(const QString &name) const
{
    PublishRequest request;
    request.caller.userId = site.jira.userId();
    request.path = path(name);
    request.project = u"WEB"_s;
    return request;
}

Result<PublishOutcome> PublishingWorld::publish(const PublishRequest &request)
{
    return QCoro::waitFor(publisher.publish(request));
}

PublishOutcome PublishingWorld::published(const PublishRequest &request)
{
    const auto outcome = publish(request);
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().message));
    return *outcome;
}

QString PublishingWorld::refusal(const PublishRequest &request)
{
    const auto outcome = publish(request);
    return outcome ? QString() : outcome.error().message;
}

QList<publishing::PublishedFile> PublishingWorld::list()
{
    tools::Caller caller;
    caller.userId = site.jira.userId();
    const auto files = QCoro::waitFor(publisher.list(caller, {}, true, {}));
    return files.value();
}

const sandbox::JiraIssue *PublishingWorld::issue(const QString &key)
{
    return site.sandbox.site().issue(key);
}

QString PublishingWorld::description(const QString &key)
{
    return providers::jira::markdownFromAdf(issue(key)->description);
}

qsizetype PublishingWorld::countOfIssues()
{
    return qsizetype(site.sandbox.site().issues.size());
}

void PublishingWorld::loseAnswer(const QByteArray &method, const QString &path)
{
    sandbox::FaultRule rule;
    rule.kind = sandbox::FaultRule::Kind::Cut;
    rule.method = method;
    rule.path = path;
    rule.count = 1;
    site.sandbox.faults().add(rule);
}

} // namespace fairlead::tests

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/issueextras.h"

#include "server/providers/jira/extrasparser.h"
#include "server/providers/jira/fieldvalue.h"
#include "server/providers/jira/jiradirectory.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qint64 logPageSize = 100;
constexpr qsizetype logLines = 20;

RestCall issueCall(const QString &key, const QString &path, const QString &field = {})
{
    RestCall call;
    call.path = u"/rest/api/3/issue/"_s + key + path;
    if (!field.isEmpty())
        call.query.addQueryItem(u"fields"_s, field);
    call.subject = u"Issue "_s + key;
    return call;
}

using Lines = Result<QStringList>;

QCoro::Task<Lines> linkLines(JiraDirectory &, JiraSessions::Session session, QString key)
{
    auto reading = linksOf(session, key);
    auto readingRemote = session.client->ask(issueCall(key, u"/remotelink"_s), parser::remoteLinks);
    const auto links = co_await reading;
    const auto remote = co_await readingRemote;
    if (!links)
        co_return failure(links.error());
    QStringList lines;
    for (const LinkedIssue &link : *links)
        lines.append(u"%1  (id %2)"_s.arg(link.text, link.id));
    if (remote)
        lines += *remote;
    else
        lines.append(u"Links to elsewhere: "_s + remote.error().message);
    co_return lines;
}

QCoro::Task<Lines> attachmentLines(JiraDirectory &, JiraSessions::Session session, QString key)
{
    const auto attachments = co_await attachmentsOf(session, key);
    if (!attachments)
        co_return failure(attachments.error());
    QStringList lines;
    for (const AttachedFile &attachment : *attachments)
        lines.append(attachmentLine(attachment));
    co_return lines;
}

QCoro::Task<Lines> transitionLines(JiraDirectory &directory,
                                   JiraSessions::Session session,
                                   QString key)
{
    const auto transitions = co_await directory.transitions(session, key);
    if (!transitions)
        co_return failure(transitions.error());
    QStringList lines;
    for (const Transition &transition : *transitions)
        lines.append(transitionLine(transition));
    co_return lines;
}

/** The newest lines of a log that Jira gives from its oldest on. */
QCoro::Task<Lines> newestLines(JiraSessions::Session session,
                               RestCall call,
                               Result<LogPage> (*parse)(const QByteArray &))
{
    RestCall first = call;
    first.query.addQueryItem(u"maxResults"_s, QString::number(logPageSize));
    auto page = co_await session.client->ask(first, parse);
    if (page && page->startAt + page->lines.size() < page->total) {
        call.query.addQueryItem(u"startAt"_s, QString::number(page->total - logLines));
        call.query.addQueryItem(u"maxResults"_s, QString::number(logPageSize));
        page = co_await session.client->ask(call, parse);
    }
    if (!page)
        co_return failure(page.error());
    QStringList lines = page->lines.last(std::min(page->lines.size(), logLines));
    std::ranges::reverse(lines);
    if (page->total > lines.size())
        lines.append(u"[%1 older ones not shown]"_s.arg(page->total - lines.size()));
    co_return lines;
}

QCoro::Task<Lines> changeLines(JiraDirectory &, JiraSessions::Session session, QString key)
{
    co_return co_await newestLines(session, issueCall(key, u"/changelog"_s), parser::changelog);
}

QCoro::Task<Lines> worklogLines(JiraDirectory &, JiraSessions::Session session, QString key)
{
    co_return co_await newestLines(session, issueCall(key, u"/worklog"_s), parser::worklogs);
}

struct Part
{
    QLatin1StringView name;
    QLatin1StringView title;
    QCoro::Task<Lines> (*read)(JiraDirectory &directory,
                               JiraSessions::Session session,
                               QString key) = nullptr;
};

constexpr std::array parts{Part{"links"_L1, "Links"_L1, linkLines},
                           Part{"attachments"_L1, "Attachments"_L1, attachmentLines},
                           Part{"transitions"_L1, "Transitions"_L1, transitionLines},
                           Part{"changelog"_L1, "Changes, newest first"_L1, changeLines},
                           Part{"worklog"_L1, "Work logged, newest first"_L1, worklogLines}};

} // namespace

QCoro::Task<Result<QList<AttachedFile>>> attachmentsOf(JiraSessions::Session session, QString key)
{
    co_return co_await session.client->ask(issueCall(key, {}, u"attachment"_s),
                                           parser::attachments);
}

QCoro::Task<Result<QList<LinkedIssue>>> linksOf(JiraSessions::Session session, QString key)
{
    co_return co_await session.client->ask(issueCall(key, {}, u"issuelinks"_s), parser::links);
}

QString attachmentLine(const AttachedFile &attachment)
{
    return u"%1  %2  %3  %4  %5, %6"_s.arg(attachment.id,
                                           attachment.fileName,
                                           attachment.mimeType,
                                           fileSizeText(attachment.size),
                                           attachment.author,
                                           attachment.created);
}

QString transitionLine(const Transition &transition)
{
    QStringList required;
    for (const CreateField &field : transition.fields) {
        if (field.isRequired)
            required.append(field.name);
    }
    QString line = u"%1  %2 -> %3"_s.arg(transition.id, transition.name, transition.status);
    if (!required.isEmpty())
        line += u"  needs "_s + required.join(u", "_s);
    return line;
}

QString fileSizeText(qint64 bytes)
{
    constexpr qint64 kilo = 1024;
    if (bytes < kilo)
        return u"%1 bytes"_s.arg(bytes);
    if (bytes < kilo * kilo)
        return u"%1 KB"_s.arg(double(bytes) / double(kilo), 0, 'f', 1);
    return u"%1 MB"_s.arg(double(bytes) / double(kilo * kilo), 0, 'f', 1);
}

QCoro::Task<QString> extraText(JiraDirectory &directory,
                               JiraSessions::Session session,
                               QString key,
                               QString part)
{
    for (const Part &known : parts) {
        if (part != known.name)
            continue;
        const Lines lines = co_await known.read(directory, session, key);
        if (!lines)
            co_return u"\n\n%1: %2"_s.arg(known.title, lines.error().message);
        if (lines->isEmpty())
            co_return u"\n\n%1: none"_s.arg(known.title);
        co_return u"\n\n%1:\n%2"_s.arg(known.title, lines->join(u'\n'));
    }
    co_return QString();
}

} // namespace fairlead::providers::jira

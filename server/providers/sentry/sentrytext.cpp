// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentrytext.h"

#include "server/providers/resttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::sentry::text {
namespace {

constexpr auto gap = "  "_L1;
constexpr qsizetype framesShown = 20;
constexpr qsizetype linesShown = 5;

QString counted(const QString &count, const QString &noun)
{
    return count == "1"_L1 ? u"1 "_s + noun : u"%1 %2s"_s.arg(count, noun);
}

QString statusOf(const Issue &issue)
{
    return issue.substatus.isEmpty() ? issue.status
                                     : u"%1 (%2)"_s.arg(issue.status, issue.substatus);
}

QString frequencyOf(const Issue &issue)
{
    return counted(issue.events, u"event"_s) + u", "_s
        + counted(QString::number(issue.users), u"user"_s);
}

void appendTrace(QStringList &lines, const Exception &exception)
{
    lines.append(u"%1: %2"_s.arg(exception.type, exception.value));
    const qsizetype count = exception.frames.size();
    qsizetype sources = 0;
    for (qsizetype i = count - 1; i >= std::max<qsizetype>(0, count - framesShown); --i) {
        const Frame &frame = exception.frames[i];
        const QString function = frame.function.isEmpty() ? u"(anonymous)"_s : frame.function;
        lines.append(
            u"%1 at %2 (%3)"_s.arg(frame.isInApp ? u"*"_s : u" "_s, function, frame.place));
        if (frame.isInApp && !frame.line.isEmpty() && sources++ < linesShown)
            lines.append(u"       "_s + frame.line);
    }
    if (count > framesShown)
        lines.append(u"  … and %1 outer frames"_s.arg(count - framesShown));
}

void appendEvent(QStringList &lines, const Event &event)
{
    if (event.id.isEmpty())
        return;
    lines.append({QString(), u"Event %1  %2"_s.arg(event.id, rest::dated(event.created))});
    if (!event.request.isEmpty())
        lines.append(event.request);
    if (!event.message.isEmpty())
        lines.append(event.message);
    QStringList tags;
    for (const auto &[key, value] : event.tags)
        tags.append(u"%1=%2"_s.arg(key, value));
    if (!tags.isEmpty())
        lines.append(u"Tags: "_s + tags.join(gap));
    // The last one is what was thrown in the end; its causes follow.
    for (qsizetype i = event.exceptions.size() - 1; i >= 0; --i) {
        if (i < event.exceptions.size() - 1)
            lines.append(u"Caused by:"_s);
        appendTrace(lines, event.exceptions[i]);
    }
}

} // namespace

QString projectLine(const Project &project)
{
    QStringList parts{project.slug};
    if (!project.name.isEmpty() && project.name != project.slug)
        parts.append(project.name);
    if (!project.platform.isEmpty())
        parts.append(project.platform);
    return parts.join(gap);
}

QString issueLine(const Issue &issue)
{
    QStringList parts{issue.shortId.isEmpty() ? issue.id : issue.shortId,
                      issue.title,
                      issue.level,
                      issue.status,
                      frequencyOf(issue),
                      u"last "_s + rest::dated(issue.lastSeen)};
    if (!issue.assignee.isEmpty())
        parts.append(u"assigned to "_s + issue.assignee);
    return parts.join(gap);
}

QString issueList(const QList<Issue> &issues, const QString &cursor)
{
    if (issues.isEmpty())
        return u"No issue fits. Without another query only unresolved ones are looked for."_s;
    QStringList lines{counted(QString::number(issues.size()), u"issue"_s)};
    for (const Issue &issue : issues)
        lines.append(issueLine(issue));
    if (!cursor.isEmpty())
        lines.append(u"More: cursor \"%1\""_s.arg(cursor));
    return lines.join(u'\n');
}

QString wholeIssue(const Issue &issue, const Event &event)
{
    QStringList lines{
        u"%1  %2"_s.arg(issue.shortId, issue.title),
        QStringList{issue.level, statusOf(issue), u"project "_s + issue.project}.join(gap)};
    if (!issue.culprit.isEmpty())
        lines.append(u"In "_s + issue.culprit);
    lines.append(u"%1, first %2, last %3"_s.arg(
        frequencyOf(issue), rest::dated(issue.firstSeen), rest::dated(issue.lastSeen)));
    if (!issue.assignee.isEmpty())
        lines.append(u"Assigned to "_s + issue.assignee);
    if (!issue.address.isEmpty())
        lines.append(issue.address);
    appendEvent(lines, event);
    return lines.join(u'\n');
}

} // namespace fairlead::providers::sentry::text

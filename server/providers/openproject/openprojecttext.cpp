// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojecttext.h"

#include "server/providers/resttext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject::text {
namespace {

constexpr auto gap = "  "_L1;
constexpr qsizetype descriptionShown = 20'000;
constexpr qsizetype commentShown = 2'000;
constexpr qsizetype activitiesShown = 15;

void append(QStringList &parts, const QString &words, const QString &value)
{
    if (!value.isEmpty())
        parts.append(words + value);
}

QString headed(qsizetype count, qint64 total, const QString &noun, int number, int size)
{
    QString text = u"%1 of %2 %3"_s.arg(count).arg(total).arg(noun);
    if (qint64(number) * size < total)
        text += u"; more: page %1"_s.arg(number + 1);
    return text;
}

/** The name of who did something, from what else is known where the activity does not say it. */
QString nameOf(const Named &user, const WorkPackage &work)
{
    if (!user.name.isEmpty())
        return user.name;
    for (const Named &known : {work.author, work.assignee, work.responsible}) {
        if (known.href == user.href && !known.name.isEmpty())
            return known.name;
    }
    return u"user "_s + user.id();
}

void appendActivities(QStringList &lines,
                      const QList<Activity> &activities,
                      const WorkPackage &work)
{
    QList<Activity> telling = activities;
    telling.removeIf([](const Activity &activity) {
        return activity.comment.isEmpty() && activity.details.isEmpty();
    });
    if (telling.isEmpty())
        return;
    std::stable_sort(
        telling.begin(), telling.end(), [](const Activity &one, const Activity &other) {
            return one.created > other.created;
        });
    const qsizetype shown = std::min(telling.size(), activitiesShown);
    lines.append(
        {QString(), u"Activity, newest first (%1 of %2):"_s.arg(shown).arg(telling.size())});
    for (const Activity &activity : telling.first(shown)) {
        lines.append(u"%1  %2: %3"_s.arg(rest::dated(activity.created),
                                         nameOf(activity.user, work),
                                         activity.details.join(u"; "_s)));
        if (!activity.comment.isEmpty())
            lines.append(rest::shortened(activity.comment, commentShown));
    }
}

} // namespace

QString workPackageLine(const WorkPackage &work)
{
    QStringList parts{u'#' + QString::number(work.id), work.subject};
    append(parts, {}, work.type.name);
    append(parts, {}, work.status.name);
    append(parts, u"priority "_s, work.priority.name);
    append(parts, u"assigned to "_s, work.assignee.name);
    append(parts, u"due "_s, work.dueDate.isEmpty() ? work.date : work.dueDate);
    append(parts, u"in "_s, work.project.name);
    return parts.join(gap);
}

QString workPackageList(const WorkPackagePage &page, int number, int size)
{
    if (page.workPackages.isEmpty())
        return u"No work package fits."_s;
    QStringList lines{
        headed(page.workPackages.size(), page.total, u"work packages"_s, number, size)};
    for (const WorkPackage &work : page.workPackages)
        lines.append(workPackageLine(work));
    return lines.join(u'\n');
}

QString wholeWorkPackage(const WorkPackage &work,
                         const QList<Activity> &activities,
                         const QString &address)
{
    QStringList lines{workPackageLine(work), address};
    QStringList facts;
    append(facts, u"by "_s, work.author.name);
    append(facts, u"accountable "_s, work.responsible.name);
    append(facts, u"version "_s, work.version.name);
    if (!work.parent.href.isEmpty())
        facts.append(u"below #%1 %2"_s.arg(work.parent.id(), work.parent.name).trimmed());
    append(facts, u"start "_s, work.startDate);
    append(facts, u"estimated "_s, span(work.estimated));
    append(facts, u"spent "_s, span(work.spent));
    if (work.percentDone > 0)
        facts.append(u"%1 % done"_s.arg(work.percentDone));
    append(facts, u"created "_s, rest::dated(work.created));
    append(facts, u"updated "_s, rest::dated(work.updated));
    lines.append(facts.join(gap));
    if (!work.description.isEmpty())
        lines.append({QString(), rest::shortened(work.description, descriptionShown)});
    appendActivities(lines, activities, work);
    return lines.join(u'\n');
}

QString projectList(const ProjectPage &page, int number, int size)
{
    if (page.projects.isEmpty())
        return u"No project fits."_s;
    QStringList lines{headed(page.projects.size(), page.total, u"projects"_s, number, size)};
    for (const Project &project : page.projects) {
        QStringList parts{project.self.name, project.identifier, u"id "_s + project.id};
        if (!project.isActive)
            parts.append(u"archived"_s);
        lines.append(parts.join(gap));
    }
    return lines.join(u'\n');
}

QString differences(const WorkPackage &before, const WorkPackage &after)
{
    QStringList found;
    const auto compare = [&found](const QString &what, const QString &one, const QString &other) {
        if (one != other)
            found.append(u"%1 %2 → %3"_s.arg(
                what, one.isEmpty() ? u"none"_s : one, other.isEmpty() ? u"none"_s : other));
    };
    compare(u"subject"_s, before.subject, after.subject);
    compare(u"status"_s, before.status.name, after.status.name);
    compare(u"type"_s, before.type.name, after.type.name);
    compare(u"priority"_s, before.priority.name, after.priority.name);
    compare(u"assignee"_s, before.assignee.name, after.assignee.name);
    compare(u"project"_s, before.project.name, after.project.name);
    compare(u"version"_s, before.version.name, after.version.name);
    compare(u"parent"_s, before.parent.name, after.parent.name);
    compare(u"start"_s, before.startDate, after.startDate);
    compare(u"due"_s, before.dueDate, after.dueDate);
    compare(u"estimate"_s, span(before.estimated), span(after.estimated));
    compare(u"done"_s, u"%1 %"_s.arg(before.percentDone), u"%1 %"_s.arg(after.percentDone));
    if (before.description != after.description)
        found.append(u"the description"_s);
    return found.join(u"; "_s);
}

QString span(const QString &isoSpan)
{
    static const QRegularExpression grammar(
        u"\\AP(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?\\z"_s);
    const auto match = grammar.match(isoSpan);
    if (!match.hasMatch())
        return isoSpan;
    QStringList parts;
    const QList<QPair<int, QString>> units{{1, u"d"_s}, {2, u"h"_s}, {3, u"m"_s}, {4, u"s"_s}};
    for (const auto &[place, unit] : units) {
        if (match.captured(place).toInt() > 0)
            parts.append(match.captured(place) + unit);
    }
    return parts.isEmpty() ? QString() : parts.join(u' ');
}

} // namespace fairlead::providers::openproject::text

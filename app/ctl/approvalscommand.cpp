// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QJsonArray>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char watchUsage[] = "approvals [watch]";
constexpr char listUsage[] = "approvals list";
constexpr char allowUsage[] = "approvals allow ID [--session | --always]";
constexpr char denyUsage[] = "approvals deny ID";

constexpr auto approvalsPath = "/api/approvals"_L1;

/** Each line of a text behind a mark. */
QString marked(const QString &mark, const QString &text)
{
    const QStringList lines = text.isEmpty() ? QStringList(u"(empty)"_s) : text.split(u'\n');
    QString all;
    for (const QString &line : lines)
        all += u"\n      %1 %2"_s.arg(mark, line);
    return all;
}

/** "summary: New", or what goes and what comes, one below the other. */
QString changeText(const QJsonValue &change)
{
    const QString field = change[u"field"_s].toString();
    const QJsonValue before = change[u"before"_s];
    const QJsonValue after = change[u"after"_s];
    const QString head = u"\n    %1:"_s.arg(field);
    if (!before.isString())
        return head + u' ' + after.toString().replace(u'\n', u"\n      "_s);
    QString text = head + marked(u"-"_s, before.toString());
    if (after.isString())
        text += marked(u"+"_s, after.toString());
    return text;
}

/** Who wants to call what, and what it would change: what is there now, what would be. */
QString card(const QJsonValue &approval)
{
    const QString client = approval[u"client"_s].toString();
    QString text = u"%1  %2 (key “%3”, %4…) wants to call %5 (%6):"_s.arg(
        approval[u"id"_s].toString(),
        client.isEmpty() ? u"A program"_s : client,
        approval[u"key_name"_s].toString(),
        approval[u"key_prefix"_s].toString(),
        approval[u"tool"_s].toString(),
        approval[u"effect"_s].toString());
    const QJsonArray changes = approval[u"changes"_s].toArray();
    for (const auto &change : changes)
        text += changeText(change);
    if (const QString problem = approval[u"changes_problem"_s].toString(); !problem.isEmpty())
        text += u"\n    What is there now could not be read: "_s + problem;
    return text;
}

QCoro::Task<int> listApprovals(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, approvalsPath);
    if (!answer)
        co_return context.failed(answer.error());
    QStringList cards;
    const QJsonArray approvals = answer->value(u"approvals"_s).toArray();
    for (const auto &approval : approvals)
        cards.append(card(approval));
    const QString text = cards.isEmpty() ? u"Nothing waits for a yes."_s : cards.join(u'\n');
    context.output.result(text, *answer);
    co_return Done;
}

/** Shows each question as it comes, until it is stopped; while it runs, somebody can be asked. */
QCoro::Task<int> watchApprovals(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), watchUsage);
    // From its answer on there is somebody who can be asked.
    const auto isHeard = co_await context.api.call("GET"_ba, approvalsPath + u"?wait=0"_s);
    if (!isHeard)
        co_return context.failed(isHeard.error());
    context.output.note(u"Waiting for questions. Answer them in another terminal: fairleadctl "
                        "approvals allow ID, or deny ID."_s);
    QSet<QString> known;
    for (;;) {
        // What is known already would be answered with at once.
        const QString wait = known.isEmpty()
            ? u"?wait=30"_s
            : u"?wait=30&known="_s + QStringList(known.begin(), known.end()).join(u',');
        const auto answer = co_await context.api.call("GET"_ba, approvalsPath + wait);
        if (!answer)
            co_return context.failed(answer.error());
        QSet<QString> now;
        const QJsonArray approvals = answer->value(u"approvals"_s).toArray();
        for (const auto &approval : approvals) {
            const QString id = approval[u"id"_s].toString();
            now.insert(id);
            if (!known.contains(id))
                context.output.result(card(approval), approval.toObject());
        }
        known = now;
    }
}

QCoro::Task<int> settle(Context context, QString id, QString answer)
{
    const QString path = approvalsPath + u'/' + id;
    const QJsonObject body{{u"answer"_s, answer}};
    const auto settled = co_await context.api.call("POST"_ba, path, body);
    if (!settled)
        co_return context.failed(settled.error());
    const QJsonObject json{{u"id"_s, id}, {u"answer"_s, answer}};
    context.output.result(answer == "deny"_L1 ? u"Denied."_s : u"Allowed."_s, json);
    co_return Done;
}

QCoro::Task<int> allow(Context context, QStringList arguments)
{
    const QStringList options{u"session"_s, u"always"_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), allowUsage);
    QString answer = u"once"_s;
    for (const QString &option : options) {
        if (parsed->isSet(option))
            answer = option;
    }
    co_return co_await settle(context, parsed->positional(0), answer);
}

QCoro::Task<int> deny(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), denyUsage);
    co_return co_await settle(context, parsed->positional(0), u"deny"_s);
}

constexpr std::array<SubCommand, 4> approvalsCommands{{{"watch", watchUsage, watchApprovals},
                                                       {"list", listUsage, listApprovals},
                                                       {"allow", allowUsage, allow},
                                                       {"deny", denyUsage, deny}}};

} // namespace

QCoro::Task<int> runApprovals(Context context, QStringList arguments)
{
    if (arguments.isEmpty())
        arguments.append(u"watch"_s);
    return runSubCommand(context, std::move(arguments), approvalsCommands);
}

} // namespace fairlead::ctl

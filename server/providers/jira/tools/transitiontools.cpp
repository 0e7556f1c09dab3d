// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/transitiontools.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/fieldvalue.h"
#include "server/providers/jira/issueupdate.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolResult;

tools::ToolDefinition transitionDefinition()
{
    return {.name = u"jira_transition_issue"_s,
            .title = u"Move issue"_s,
            .description = u"Moves an issue to another status."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "to":{"type":"string","minLength":1,"maxLength":200,"description":"Status or transition"},
                "resolution":{"type":"string","maxLength":200},
                "comment":{"type":"string","maxLength":32767},
                "fields":{"type":"object"},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s, u"to"_s}),
            .outputSchema = {},
            .effect = tools::ToolEffect::Write,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}/transitions"_s,
                                        u"POST /rest/api/3/issue/{issueIdOrKey}/transitions"_s,
                                        u"POST /rest/api/3/issue/{issueIdOrKey}/comment"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}"_s,
                                        u"GET /rest/api/3/myself"_s,
                                        u"GET /rest/api/3/user/search"_s,
                                        u"GET /rest/api/3/user/assignable/search"_s})};
}

bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool needsNothing(const Transition &transition)
{
    return std::ranges::none_of(transition.fields, &CreateField::isRequired);
}

/** By id, else by name, else by the status it leads to: there the one that asks for least. */
std::optional<Transition> meantBy(const QString &wanted, const QList<Transition> &known)
{
    for (const Transition &transition : known) {
        if (transition.id == wanted)
            return transition;
    }
    for (const Transition &transition : known) {
        if (isSame(transition.name, wanted))
            return transition;
    }
    std::optional<Transition> found;
    for (const Transition &transition : known) {
        if (isSame(transition.status, wanted)
            && (!found || (!needsNothing(*found) && needsNothing(transition))))
            found = transition;
    }
    return found;
}

QString listed(const QList<Transition> &known)
{
    QStringList names;
    for (const Transition &transition : known)
        names.append(u"%1 (%2) -> %3"_s.arg(transition.name, transition.id, transition.status));
    return names.join(u"; "_s);
}

/** What is said where no step fits: the issue may be there already. */
QCoro::Task<Result<ToolResult>> noTransition(IssueTarget target,
                                             QString wanted,
                                             QList<Transition> known)
{
    const QStringList fields{u"status"_s};
    const auto issue = co_await target.session.client->issue(target.key, fields);
    if (issue && isSame(issue->status, wanted)) {
        co_return ToolResult::fromText(
            u"%1 is %2 already; nothing was changed."_s.arg(target.key, issue->status));
    }
    const QString now = issue ? u" (it is %1)"_s.arg(issue->status) : QString();
    if (known.isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"%1 cannot be moved%2: you may not, or its workflow ends there."_s.arg(
                              target.key, now));
    }
    co_return failure(ErrorCode::InvalidInput,
                      u"Argument \"to\" is \"%1\", but %2 can only take these steps%3: %4."_s.arg(
                          cleanedLine(wanted, 100), target.key, now, listed(known)));
}

/** The body of the POST, and whether the comment is in it. */
struct Move
{
    QJsonObject content;
    bool hasComment = false;
};

QCoro::Task<Result<Move>> moveOf(JiraTools tools,
                                 IssueTarget target,
                                 Transition transition,
                                 ToolCall call)
{
    QJsonObject values = call.arguments.value("fields"_L1).toObject();
    if (const QString resolution = arguments::text(call, "resolution"_L1); !resolution.isEmpty())
        values["resolution"_L1] = resolution;
    const AssignPlace place{{}, target.key};
    const auto people =
        co_await tools.directory.withPeople(target.session, transition.fields, values, place);
    if (!people)
        co_return failure(people.error());
    FieldChange change{u"The step \"%1\" of %2"_s.arg(transition.name, target.key),
                       u"on its screen"_s,
                       transition.fields};
    const auto fields = changedFields(change, *people);
    if (!fields)
        co_return failure(fields.error());
    const QString comment = arguments::text(call, "comment"_L1);
    Move move;
    move.hasComment = !comment.isEmpty() && fieldNamed(transition.fields, u"comment"_s) != nullptr;
    QJsonObject given = *fields;
    if (move.hasComment)
        given["comment"_L1] = comment;
    const QStringList missing = missingSentences(change, given);
    if (!missing.isEmpty())
        co_return failure(ErrorCode::InvalidInput, missing.join(u'\n'));
    QJsonObject step;
    step.insert("id"_L1, transition.id);
    move.content.insert("transition"_L1, step);
    if (!fields->isEmpty())
        move.content.insert("fields"_L1, *fields);
    if (move.hasComment) {
        QJsonObject body;
        body.insert("body"_L1, adfFromMarkdown(comment));
        QJsonObject add;
        add.insert("add"_L1, body);
        QJsonArray comments;
        comments.append(add);
        QJsonObject update;
        update.insert("comment"_L1, comments);
        move.content.insert("update"_L1, update);
    }
    co_return move;
}

/** What became of a comment that the step itself did not take; empty: it is there. */
QCoro::Task<QString> commentAfter(IssueTarget target, QString comment)
{
    QJsonObject content;
    content.insert("body"_L1, adfFromMarkdown(comment));
    const auto id = co_await target.session.client->addComment(target.key, content);
    if (id)
        co_return QString();
    co_return u"\nThe comment was not added: %1 Add it with jira_add_comment."_s.arg(
        id.error().message);
}

QCoro::Task<Result<ToolResult>> move(JiraTools tools, IssueTarget target, ToolCall call)
{
    const QString wanted = arguments::text(call, "to"_L1);
    auto known = co_await tools.directory.transitions(target.session, target.key);
    if (known && !meantBy(wanted, *known)) {
        tools.directory.forgetIssue(target.session.connection, target.key);
        known = co_await tools.directory.transitions(target.session, target.key);
    }
    if (!known)
        co_return failure(known.error());
    const auto transition = meantBy(wanted, *known);
    if (!transition)
        co_return co_await noTransition(target, wanted, *known);
    const auto content = co_await moveOf(tools, target, *transition, call);
    if (!content)
        co_return failure(content.error());
    RestCall step;
    step.method = "POST"_ba;
    step.path = u"/rest/api/3/issue/%1/transitions"_s.arg(target.key);
    step.json = content->content;
    step.subject = u"Issue "_s + target.key;
    step.write = u"moving %1 to %2"_s.arg(target.key, transition->status);
    step.check = u"Look at its status with jira_get_issue."_s;
    const auto done = co_await target.session.client->fetch(step);
    tools.directory.forgetIssue(target.session.connection, target.key);
    if (!done)
        co_return failure(done.error());
    QString said =
        u"%1 is now %2  %3"_s.arg(target.key,
                                  transition->status,
                                  text::issueLink(target.session.connection.site, target.key));
    const QString comment = arguments::text(call, "comment"_L1);
    if (!comment.isEmpty() && !content->hasComment)
        said += co_await commentAfter(target, comment);
    co_return ToolResult::fromText(said);
}

QCoro::Task<Result<ToolResult>> transitionIssue(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto result = co_await move(tools, *target, call);
    result = tools.sessions.noted(target->session.connection, std::move(result));
    if (result)
        tools.watch.noteChange(target->session.connection, target->key);
    co_return result;
}

} // namespace

void addTransitionTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(transitionDefinition(),
                 [tools](ToolCall call) { return transitionIssue(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/todoist/todoistservice.h"

#include "tests/sandbox/front/faultrule.h"
#include "tests/sandbox/todoist/todoistfilter.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPerPage = 200;

Response refusal(int status, const QString &tag, const QString &message, QJsonObject extra = {})
{
    return Response::json(status,
                          QJsonObject{{u"error"_s, message},
                                      {u"error_code"_s, status == 404 ? 478 : 20},
                                      {u"error_extra"_s, extra},
                                      {u"error_tag"_s, tag},
                                      {u"http_code"_s, status}});
}

Response notFound(const QString &what)
{
    return refusal(404, u"NOT_FOUND"_s, what + u" not found"_s);
}

Response invalid(const QString &argument)
{
    return refusal(
        400, u"INVALID_ARGUMENT_VALUE"_s, u"Invalid argument value"_s, {{u"argument"_s, argument}});
}

/** A page of a list, whose cursor is the place where the next one begins. */
Response page(const Request &request, const QList<QJsonObject> &all)
{
    const int limit = request.integer(u"limit", 50);
    if (limit < 1 || limit > mostPerPage)
        return invalid(u"limit"_s);
    const QString cursor = request.parameter(u"cursor").value_or(u"at0"_s);
    bool isNumber = false;
    const qsizetype start = cursor.mid(2).toInt(&isNumber);
    if (!cursor.startsWith("at"_L1) || !isNumber || start > all.size())
        return invalid(u"cursor"_s);
    QJsonArray results;
    const qsizetype end = std::min<qsizetype>(all.size(), start + limit);
    for (qsizetype i = start; i < end; ++i)
        results.append(all[i]);
    const QJsonValue next =
        end < all.size() ? QJsonValue(u"at%1"_s.arg(end)) : QJsonValue(QJsonValue::Null);
    return Response::json(200, QJsonObject{{u"results"_s, results}, {u"next_cursor"_s, next}});
}

/** "Buy milk tomorrow p1 #Home @shop" taken apart. */
QJsonObject typedTask(const QString &text, const TodoistState &state)
{
    QJsonObject fields;
    QStringList words;
    QJsonArray labels;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() == 2 && word[0] == u'p' && word[1] >= u'1' && word[1] <= u'4') {
            fields.insert(u"priority"_s, 5 - word.mid(1).toInt());
        } else if (word.startsWith(u'@')) {
            labels.append(word.mid(1));
        } else if (word.startsWith(u'#')) {
            for (const QJsonObject &project : state.projects) {
                if (project["name"_L1].toString() == word.mid(1))
                    fields.insert(u"project_id"_s, project["id"_L1]);
            }
        } else if (const auto due = state.due(word)) {
            fields.insert(u"due"_s, *due);
        } else {
            words.append(word);
        }
    }
    fields.insert(u"labels"_s, labels);
    fields.insert(u"content"_s, words.join(u' '));
    return fields;
}

} // namespace

TodoistService::TodoistService(const Clock &clock)
    : m_clock(clock)
    , m_state(std::make_unique<TodoistState>(clock))
{
    addRoutes();
    addTaskRoutes();
}

QString TodoistService::name() const
{
    return u"todoist"_s;
}

void TodoistService::reset()
{
    m_state = std::make_unique<TodoistState>(m_clock);
}

std::optional<Response> TodoistService::failed(const FaultRule &rule) const
{
    if (rule.status == 429) {
        const int seconds = rule.retryAfter >= 0 ? rule.retryAfter : 900;
        return refusal(429,
                       u"LIMITS_REACHED_COMMANDS"_s,
                       u"Too many requests. Limits reached. Try again later"_s,
                       {{u"retry_after"_s, seconds}})
            .with("Retry-After", QByteArray::number(seconds));
    }
    return refusal(rule.status, u"INTERNAL_ERROR"_s, u"Something went wrong"_s);
}

Response TodoistService::answer(const Request &request)
{
    if (request.header("authorization") != "Bearer " + m_state->token)
        return refusal(401, u"UNAUTHORIZED"_s, u"Unauthorized"_s);
    const auto answered = m_routes.answer(request);
    return answered ? *answered : notFound(u"Endpoint"_s);
}

void TodoistService::addRoutes()
{
    m_routes.add("GET", u"/api/v1/user"_s, [this](const RouteCall &) {
        return Response::json(200, m_state->user);
    });
    m_routes.add("GET", u"/api/v1/projects"_s, [this](const RouteCall &call) {
        return page(call.request, m_state->projects);
    });
    m_routes.add(
        "GET", u"/api/v1/tasks"_s, [this](const RouteCall &call) { return tasks(call, u"all"_s); });
    m_routes.add("GET", u"/api/v1/tasks/filter"_s, [this](const RouteCall &call) {
        const QString query = call.request.parameter(u"query").value_or(QString());
        return query.isEmpty() ? invalid(u"query"_s) : tasks(call, query);
    });
    m_routes.add("POST", u"/api/v1/tasks"_s, [this](const RouteCall &call) { return added(call); });
    m_routes.add("POST", u"/api/v1/tasks/quick"_s, [this](const RouteCall &call) {
        return addedQuickly(call);
    });
}

void TodoistService::addTaskRoutes()
{
    const QString one = u"/api/v1/tasks/{}"_s;
    const auto add = [this](const QByteArray &method, const QString &path, auto handler) {
        m_routes.add(method, path, [this, handler](const RouteCall &call) {
            return m_state->task(call.path[0]) ? handler(call) : notFound(u"Task"_s);
        });
    };
    add("GET", one, [this](const RouteCall &call) {
        return Response::json(200, *m_state->task(call.path[0]));
    });
    add("POST", one, [this](const RouteCall &call) { return changed(call); });
    add("POST", one + u"/move"_s, [this](const RouteCall &call) { return moved(call); });
    add("POST", one + u"/close"_s, [this](const RouteCall &call) {
        m_state->close(call.path[0]);
        return Response::empty(204);
    });
    add("POST", one + u"/reopen"_s, [this](const RouteCall &call) {
        m_state->task(call.path[0])->insert(u"checked"_s, false);
        return Response::empty(204);
    });
    add("DELETE", one, [this](const RouteCall &call) {
        m_state->remove(call.path[0]);
        return Response::empty(204);
    });
}

Response TodoistService::tasks(const RouteCall &call, const QString &query) const
{
    const auto filter = todoistFilter(query, *m_state);
    if (!filter)
        return refusal(400, u"INVALID_SEARCH_QUERY"_s, u"The search query is incorrect"_s);
    const auto project = call.request.parameter(u"project_id");
    if (project && !m_state->project(*project))
        return notFound(u"Project"_s);
    QList<QJsonObject> found;
    for (const QJsonObject &task : std::as_const(m_state->tasks)) {
        if (!task["checked"_L1].toBool() && (*filter)(task)
            && (!project || task["project_id"_L1].toString() == *project))
            found.append(task);
    }
    return page(call.request, found);
}

std::optional<Response> TodoistService::readFields(const QJsonObject &body,
                                                   QJsonObject &fields) const
{
    for (const auto name : {"content"_L1, "description"_L1, "labels"_L1, "priority"_L1}) {
        if (body.contains(name))
            fields.insert(name, body[name]);
    }
    const int priority = fields["priority"_L1].toInt(1);
    if (priority < 1 || priority > 4)
        return invalid(u"priority"_s);
    if (body.contains("content"_L1) && body["content"_L1].toString().isEmpty())
        return invalid(u"content"_s);
    if (const QString words = body["due_string"_L1].toString(); !words.isEmpty()) {
        const auto due = m_state->due(words);
        if (!due && words != "no date"_L1)
            return refusal(400, u"INVALID_DATE"_s, u"Date is invalid"_s);
        fields.insert(u"due"_s, due ? QJsonValue(*due) : QJsonValue(QJsonValue::Null));
    }
    if (body.contains("deadline_date"_L1)) {
        const QString date = body["deadline_date"_L1].toString();
        fields.insert(u"deadline"_s,
                      date.isEmpty() ? QJsonValue(QJsonValue::Null)
                                     : QJsonValue(QJsonObject{{u"date"_s, date}}));
    }
    return std::nullopt;
}

Response TodoistService::added(const RouteCall &call)
{
    QJsonObject fields;
    if (const auto wrong = readFields(call.body, fields))
        return *wrong;
    if (!fields.contains("content"_L1))
        return refusal(400, u"ARGUMENT_MISSING"_s, u"Required argument is missing: content"_s);
    if (const QString project = call.body["project_id"_L1].toString(); !project.isEmpty()) {
        if (!m_state->project(project))
            return notFound(u"Project"_s);
        fields.insert(u"project_id"_s, project);
    }
    if (const QString parent = call.body["parent_id"_L1].toString(); !parent.isEmpty()) {
        const QJsonObject *above = m_state->task(parent);
        if (!above)
            return notFound(u"Parent task"_s);
        fields.insert(u"parent_id"_s, parent);
        fields.insert(u"project_id"_s, (*above)["project_id"_L1]);
    }
    return Response::json(200, m_state->add(fields));
}

Response TodoistService::addedQuickly(const RouteCall &call)
{
    const QString text = call.body["text"_L1].toString();
    if (text.isEmpty())
        return refusal(400, u"ARGUMENT_MISSING"_s, u"Required argument is missing: text"_s);
    QJsonObject fields = typedTask(text, *m_state);
    if (fields["content"_L1].toString().isEmpty())
        return invalid(u"text"_s);
    return Response::json(200, m_state->add(fields));
}

Response TodoistService::changed(const RouteCall &call)
{
    QJsonObject fields;
    if (const auto wrong = readFields(call.body, fields))
        return *wrong;
    QJsonObject &task = *m_state->task(call.path[0]);
    for (auto it = fields.begin(); it != fields.end(); ++it)
        task.insert(it.key(), it.value());
    return Response::json(200, task);
}

Response TodoistService::moved(const RouteCall &call)
{
    const QString project = call.body["project_id"_L1].toString();
    if (!m_state->project(project))
        return notFound(u"Project"_s);
    QJsonObject &task = *m_state->task(call.path[0]);
    task.insert(u"project_id"_s, project);
    task.insert(u"parent_id"_s, QJsonValue::Null);
    return Response::json(200, task);
}

} // namespace fairlead::sandbox

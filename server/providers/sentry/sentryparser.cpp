// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentryparser.h"

#include "server/base/text.h"
#include "server/providers/resttext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::sentry::parser {
namespace {

using json::Element;

constexpr qsizetype framesRead = 250;

template<typename T>
Result<QList<T>> list(const QByteArray &body, Result<T> (*read)(const Element &))
{
    simdjson::dom::parser parser;
    const auto items = rest::items(parser, body);
    if (!items)
        return failure(items.error());
    QList<T> result;
    for (const Element element : *items) {
        auto item = read(element);
        if (!item)
            return failure(item.error());
        result.append(std::move(*item));
    }
    return result;
}

template<typename T>
Result<T> single(const QByteArray &body, Result<T> (*read)(const Element &))
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    return root ? read(*root) : failure(root.error());
}

Result<Organization> organizationFrom(const Element &element)
{
    Organization organization;
    organization.slug = json::line(element, "slug");
    organization.name = json::line(element, "name");
    if (organization.slug.isEmpty())
        return failure(ErrorCode::InvalidData, u"an organization has no slug"_s);
    if (const auto links = json::member(element, "links"))
        organization.region = QUrl(json::line(*links, "regionUrl"));
    return organization;
}

Result<Project> projectFrom(const Element &element)
{
    Project project;
    project.id = rest::id(element, "id");
    project.slug = json::line(element, "slug");
    project.name = json::line(element, "name");
    project.platform = json::line(element, "platform");
    if (project.slug.isEmpty())
        return failure(ErrorCode::InvalidData, u"a project has no slug"_s);
    return project;
}

Result<Issue> issueFrom(const Element &element)
{
    Issue issue;
    issue.id = rest::id(element, "id");
    issue.title = json::line(element, "title");
    if (issue.id.isEmpty())
        return failure(ErrorCode::InvalidData, u"an issue has no id"_s);
    issue.shortId = json::line(element, "shortId");
    issue.culprit = json::line(element, "culprit");
    issue.level = json::line(element, "level");
    issue.status = json::line(element, "status");
    issue.substatus = json::line(element, "substatus");
    if (const auto project = json::member(element, "project"))
        issue.project = json::line(*project, "slug");
    if (const auto assignee = json::member(element, "assignedTo")) {
        const QString name = json::line(*assignee, "name");
        issue.assignee = json::line(*assignee, "type") == "team"_L1 ? u"team "_s + name : name;
    }
    issue.events = rest::id(element, "count");
    issue.users = json::number(element, "userCount");
    issue.firstSeen = json::line(element, "firstSeen");
    issue.lastSeen = json::line(element, "lastSeen");
    issue.address = json::line(element, "permalink");
    return issue;
}

/** The source line that a frame stands on, out of its context: [[12, "text"], …]. */
QString sourceLine(const Element &frame, qint64 lineNumber)
{
    const auto context = json::list(frame, "context");
    if (!context)
        return {};
    for (const Element pair : *context) {
        simdjson::dom::array parts;
        int64_t number = 0;
        std::string_view text;
        if (pair.get(parts) == simdjson::SUCCESS && parts.size() == 2
            && parts.at(0).get(number) == simdjson::SUCCESS && number == lineNumber
            && parts.at(1).get(text) == simdjson::SUCCESS)
            return cleanedLine(json::fromUtf8(text), json::lineLimit).trimmed();
    }
    return {};
}

Frame frameFrom(const Element &element)
{
    Frame frame;
    frame.function = json::line(element, "function");
    frame.isInApp = json::isTrue(element, "inApp");
    frame.place = json::line(element, "filename");
    if (frame.place.isEmpty())
        frame.place = json::line(element, "module");
    const qint64 line = json::number(element, "lineNo", -1);
    const qint64 column = json::number(element, "colNo", -1);
    if (line >= 0)
        frame.place += u':' + QString::number(line);
    if (line >= 0 && column >= 0)
        frame.place += u':' + QString::number(column);
    frame.line = sourceLine(element, line);
    return frame;
}

Exception exceptionFrom(const Element &element)
{
    Exception exception;
    exception.type = json::line(element, "type");
    exception.value = json::line(element, "value");
    const auto trace = json::member(element, "stacktrace");
    if (!trace)
        return exception;
    if (const auto frames = json::list(*trace, "frames")) {
        for (const Element frame : *frames) {
            exception.frames.append(frameFrom(frame));
            // The last frames are the ones in which it happened.
            if (exception.frames.size() > framesRead)
                exception.frames.removeFirst();
        }
    }
    return exception;
}

void readEntry(const Element &entry, Event &event)
{
    const QString type = json::line(entry, "type");
    const auto data = json::member(entry, "data");
    if (!data)
        return;
    if (type == "exception"_L1) {
        if (const auto values = json::list(*data, "values")) {
            for (const Element value : *values)
                event.exceptions.append(exceptionFrom(value));
        }
    } else if (type == "request"_L1) {
        event.request =
            u"%1 %2"_s.arg(json::line(*data, "method"), json::line(*data, "url")).trimmed();
    } else if (type == "message"_L1 && event.message.isEmpty()) {
        event.message = json::line(*data, "formatted");
    }
}

Result<Event> eventFrom(const Element &element)
{
    Event event;
    event.id = json::line(element, "eventID");
    if (event.id.isEmpty())
        return failure(ErrorCode::InvalidData, u"the event has no id"_s);
    event.message = json::line(element, "message");
    event.created = json::line(element, "dateCreated");
    if (const auto entries = json::list(element, "entries")) {
        for (const Element entry : *entries)
            readEntry(entry, event);
    }
    if (const auto tags = json::list(element, "tags")) {
        for (const Element tag : *tags)
            event.tags.append({json::line(tag, "key"), json::line(tag, "value")});
    }
    return event;
}

Result<User> userFrom(const Element &element)
{
    User user;
    user.id = rest::id(element, "id");
    user.name = json::line(element, "name");
    user.email = json::line(element, "email");
    if (user.id.isEmpty())
        return failure(ErrorCode::InvalidData, u"the user has no id"_s);
    return user;
}

} // namespace

Result<User> user(const QByteArray &body)
{
    return single<User>(body, userFrom);
}

Result<QList<QUrl>> regions(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "regions");
    if (!list)
        return failure(ErrorCode::InvalidData, u"\"regions\" is missing"_s);
    QList<QUrl> addresses;
    for (const Element region : *list)
        addresses.append(QUrl(json::line(region, "url")));
    return addresses;
}

Result<QList<Organization>> organizations(const QByteArray &body)
{
    return list<Organization>(body, organizationFrom);
}

Result<Organization> organization(const QByteArray &body)
{
    return single<Organization>(body, organizationFrom);
}

Result<QList<Project>> projects(const QByteArray &body)
{
    return list<Project>(body, projectFrom);
}

Result<QList<Issue>> issues(const QByteArray &body)
{
    return list<Issue>(body, issueFrom);
}

Result<Issue> issue(const QByteArray &body)
{
    return single<Issue>(body, issueFrom);
}

Result<Event> event(const QByteArray &body)
{
    return single<Event>(body, eventFrom);
}

QString nextCursor(const net::Response &response)
{
    static const QRegularExpression next(
        u"rel=\"next\"; *results=\"true\"; *cursor=\"([0-9A-Za-z:_-]{1,200})\""_s);
    return next.match(QString::fromLatin1(response.header("Link"))).captured(1);
}

ServiceProblem problem(const net::Response &response)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, response.body);
    if (!root)
        return {};
    if (const QString detail = json::line(*root, "detail"); !detail.isEmpty())
        return {.message = detail, .code = {}};
    QStringList complaints;
    simdjson::dom::object fields;
    if (root->get(fields) != simdjson::SUCCESS)
        return {};
    for (const auto field : fields) {
        simdjson::dom::array texts;
        std::string_view text;
        if (field.value.get(texts) == simdjson::SUCCESS && texts.size() > 0
            && texts.at(0).get(text) == simdjson::SUCCESS)
            complaints.append(u"%1: %2"_s.arg(json::fromUtf8(field.key), json::fromUtf8(text)));
    }
    return {.message = cleanedLine(complaints.join(u"; "_s), json::lineLimit), .code = {}};
}

} // namespace fairlead::providers::sentry::parser

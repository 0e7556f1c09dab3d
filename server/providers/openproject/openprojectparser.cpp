// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectparser.h"

#include "server/base/text.h"
#include "server/providers/resttext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject::parser {
namespace {

using json::Element;

std::optional<Element> memberAt(const Element &element,
                                std::initializer_list<std::string_view> path)
{
    std::optional<Element> found = element;
    for (const std::string_view key : path) {
        if (found)
            found = json::member(*found, key);
    }
    return found;
}

Named link(const Element &element, std::string_view name)
{
    const auto found = memberAt(element, {"_links", name});
    if (!found)
        return {};
    return {.href = json::line(*found, "href"), .name = json::line(*found, "title")};
}

/** The Markdown in {"format":…,"raw":…,"html":…}. */
QString raw(const Element &element, std::string_view name)
{
    const auto found = json::member(element, name);
    return found ? rest::text(*found, "raw") : QString();
}

Named namedFrom(const Element &element)
{
    Named named = link(element, "self");
    if (const QString name = json::line(element, "name"); !name.isEmpty())
        named.name = name;
    return named;
}

Project projectFrom(const Element &element)
{
    Project project;
    project.self = namedFrom(element);
    project.id = rest::id(element, "id");
    project.identifier = json::line(element, "identifier");
    const auto active = json::member(element, "active");
    project.isActive = !active || json::isTrue(element, "active");
    return project;
}

WorkPackage workPackageFrom(const Element &element)
{
    WorkPackage work;
    work.id = json::number(element, "id");
    work.lockVersion = json::number(element, "lockVersion");
    work.subject = json::line(element, "subject");
    work.description = raw(element, "description");
    work.startDate = json::line(element, "startDate");
    work.dueDate = json::line(element, "dueDate");
    work.date = json::line(element, "date");
    work.estimated = json::line(element, "estimatedTime");
    work.spent = json::line(element, "spentTime");
    work.percentDone = json::number(element, "percentageDone");
    work.created = json::line(element, "createdAt");
    work.updated = json::line(element, "updatedAt");
    work.project = link(element, "project");
    work.type = link(element, "type");
    work.status = link(element, "status");
    work.priority = link(element, "priority");
    work.assignee = link(element, "assignee");
    work.responsible = link(element, "responsible");
    work.author = link(element, "author");
    work.version = link(element, "version");
    work.parent = link(element, "parent");
    return work;
}

Activity activityFrom(const Element &element)
{
    Activity activity;
    activity.comment = raw(element, "comment");
    activity.created = json::line(element, "createdAt");
    activity.user = link(element, "user");
    if (const auto details = json::list(element, "details")) {
        for (const Element detail : *details)
            activity.details.append(json::line(detail, "raw"));
    }
    return activity;
}

/** What a collection embeds, each read by `read`; its total into `total`. */
template<typename T>
Result<QList<T>> collection(const QByteArray &body, T (*read)(const Element &), qint64 &total)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto embedded = json::member(*root, "_embedded");
    const auto elements = embedded ? json::list(*embedded, "elements") : std::nullopt;
    if (!elements)
        return failure(ErrorCode::InvalidData, u"\"_embedded\" has no \"elements\""_s);
    QList<T> items;
    for (const Element element : *elements)
        items.append(read(element));
    total = json::number(*root, "total", items.size());
    return items;
}

/** The object, when it is of that type. */
Result<Element> typed(simdjson::dom::parser &parser, const QByteArray &body, QLatin1StringView type)
{
    const auto root = json::object(parser, body);
    if (root && json::line(*root, "_type") != type)
        return failure(ErrorCode::InvalidData, u"it is no %1"_s.arg(type));
    return root;
}

} // namespace

Result<User> user(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = typed(parser, body, "User"_L1);
    if (!root)
        return failure(root.error());
    return User{.self = namedFrom(*root),
                .login = json::line(*root, "login"),
                .email = json::line(*root, "email")};
}

Result<Project> project(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Project project = projectFrom(*root);
    if (project.id.isEmpty())
        return failure(ErrorCode::InvalidData, u"the project has no id"_s);
    return project;
}

Result<ProjectPage> projects(const QByteArray &body)
{
    ProjectPage page;
    auto items = collection<Project>(body, projectFrom, page.total);
    if (!items)
        return failure(items.error());
    page.projects = std::move(*items);
    return page;
}

Result<WorkPackage> workPackage(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = typed(parser, body, "WorkPackage"_L1);
    return root ? Result<WorkPackage>(workPackageFrom(*root)) : failure(root.error());
}

Result<WorkPackagePage> workPackages(const QByteArray &body)
{
    WorkPackagePage page;
    auto items = collection<WorkPackage>(body, workPackageFrom, page.total);
    if (!items)
        return failure(items.error());
    page.workPackages = std::move(*items);
    return page;
}

Result<QList<Activity>> activities(const QByteArray &body)
{
    qint64 total = 0;
    return collection<Activity>(body, activityFrom, total);
}

Result<QList<Named>> names(const QByteArray &body)
{
    qint64 total = 0;
    return collection<Named>(body, namedFrom, total);
}

Result<QList<Named>> timeActivities(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    QList<Named> found;
    const auto activity = memberAt(*root, {"_embedded", "schema", "activity"});
    const auto embedded = activity ? json::member(*activity, "_embedded") : std::nullopt;
    if (const auto values = embedded ? json::list(*embedded, "allowedValues") : std::nullopt) {
        for (const Element value : *values)
            found.append(namedFrom(value));
        return found;
    }
    const auto links = activity ? json::member(*activity, "_links") : std::nullopt;
    if (const auto values = links ? json::list(*links, "allowedValues") : std::nullopt) {
        for (const Element value : *values)
            found.append({.href = json::line(value, "href"), .name = json::line(value, "title")});
    }
    return found;
}

ServiceProblem problem(const net::Response &response)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, response.body);
    if (!root)
        return {};
    QStringList messages;
    const auto embedded = json::member(*root, "_embedded");
    if (const auto errors = embedded ? json::list(*embedded, "errors") : std::nullopt) {
        for (const Element error : *errors)
            messages.append(json::line(error, "message"));
    }
    if (const auto list = json::list(*root, "message"); list && messages.isEmpty()) {
        for (const Element message : *list) {
            std::string_view text;
            if (message.get(text) == simdjson::SUCCESS)
                messages.append(json::fromUtf8(text));
        }
    }
    if (messages.isEmpty())
        messages.append(json::line(*root, "message"));
    return {.message = cleanedLine(messages.join(u' '), json::lineLimit),
            .code = json::line(*root, "errorIdentifier").section(u':', -1)};
}

} // namespace fairlead::providers::openproject::parser

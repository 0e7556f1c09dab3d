// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/text.h"
#include "server/providers/openproject/openprojectfields.h"
#include "server/providers/openproject/openprojectparser.h"
#include "server/providers/openproject/openprojecttext.h"
#include "server/providers/openproject/openprojecttools.h"
#include "server/providers/resttext.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject {
namespace {

using tools::ToolCall;
using tools::ToolResult;

QString told(const RestSession &session, const QString &what, const WorkPackage &work)
{
    return what + text::workPackageLine(work) + u'\n'
        + addressOf(session, QString::number(work.id));
}

QString lookAt(const QString &id)
{
    return u"Look at it with openproject_get and id: \"%1\"."_s.arg(id);
}

QCoro::Task<Result<ToolResult>> create(RestSession session, ToolCall call)
{
    auto fields = localFields(call);
    if (!fields)
        co_return failure(fields.error());
    const auto project = co_await findProject(session, rest::argument(call, "project"_L1));
    if (!project)
        co_return failure(project.error());
    const QString place = u"/api/v3/projects/"_s + project->id;
    const FieldPlaces places{.types = place + u"/types"_s,
                             .assignees = place + u"/available_assignees"_s};
    const auto links = co_await linkedFields(session, call, places);
    if (!links)
        co_return failure(links.error());
    fields->insert("_links"_L1, *links);
    RestCall wanted{.method = "POST",
                    .path = place + u"/work_packages"_s,
                    .json = *fields,
                    .subject = u"Project "_s + project->self.name,
                    .write = u"creating the work package"_s,
                    .check = u"Before trying again, look for it with openproject_search and text: "
                             "\"%1\"."_s.arg(cleanedLine(rest::argument(call, "subject"_L1), 60))};
    const auto made = co_await session.client->ask(std::move(wanted), parser::workPackage);
    if (!made)
        co_return failure(made.error());
    co_return ToolResult::fromText(told(session, u"Created: "_s, *made));
}

/** What somebody else did between the reading and the refused writing. */
QCoro::Task<Error> conflictError(RestSession session, WorkPackage before)
{
    const QString id = QString::number(before.id);
    const auto now = co_await readWorkPackage(session, id);
    if (!now)
        co_return now.error();
    const QString changes = text::differences(before, *now);
    co_return Error{
        .code = ErrorCode::Conflict,
        .message =
            u"Somebody changed #%1 at that moment, and nothing was saved. Changed meanwhile: %2. "
            "Call again if your change still fits."_s.arg(
                id, changes.isEmpty() ? u"something that is not shown here"_s : changes)};
}

QCoro::Task<Result<WorkPackage>> patched(RestSession session,
                                         WorkPackage before,
                                         QJsonObject fields)
{
    const QString id = QString::number(before.id);
    fields.insert("lockVersion"_L1, before.lockVersion);
    RestCall wanted{.method = "PATCH",
                    .path = u"/api/v3/work_packages/"_s + id,
                    .json = fields,
                    .subject = u"Work package #"_s + id,
                    .write = u"changing the work package"_s,
                    .check = lookAt(id)};
    auto changed = co_await session.client->ask(std::move(wanted), parser::workPackage);
    if (changed || changed.error().code != ErrorCode::Conflict)
        co_return changed;
    co_return failure(co_await conflictError(session, before));
}

QCoro::Task<Result<>> commented(RestSession session, QString id, QString comment)
{
    RestCall wanted{.method = "POST",
                    .path = u"/api/v3/work_packages/%1/activities"_s.arg(id),
                    .subject = u"Work package #"_s + id,
                    .write = u"adding the comment"_s,
                    .check = lookAt(id)};
    wanted.json = QJsonObject{{u"comment"_s, QJsonObject{{u"raw"_s, comment}}}};
    const auto added = co_await session.client->fetch(std::move(wanted));
    if (!added)
        co_return failure(added.error());
    co_return Result<>();
}

/** The fields that an update sets; empty when there are none. */
QCoro::Task<Result<QJsonObject>> changesOf(RestSession session, ToolCall call, WorkPackage work)
{
    auto fields = localFields(call);
    if (!fields)
        co_return failure(fields.error());
    const FieldPlaces places{.types = u"/api/v3/projects/%1/types"_s.arg(work.project.id()),
                             .assignees =
                                 u"/api/v3/work_packages/%1/available_assignees"_s.arg(work.id)};
    const auto links = co_await linkedFields(session, call, places);
    if (!links)
        co_return failure(links.error());
    if (!links->isEmpty())
        fields->insert("_links"_L1, *links);
    co_return fields;
}

Result<> checkSomething(const ToolCall &call)
{
    const QStringList given = call.arguments.keys();
    for (const QString &name : given) {
        if (name != "id"_L1 && name != "connection"_L1)
            return {};
    }
    return failure(ErrorCode::InvalidInput,
                   u"Nothing to change: pass a comment or at least one field, such as status."_s);
}

QCoro::Task<Result<ToolResult>> update(RestSession session, ToolCall call)
{
    const auto id = workPackageId(rest::argument(call, "id"_L1), "id"_L1);
    if (!id)
        co_return failure(id.error());
    if (const auto checked = checkSomething(call); !checked)
        co_return failure(checked.error());
    Result<WorkPackage> work = co_await readWorkPackage(session, *id);
    if (!work)
        co_return failure(work.error());
    const auto changes = co_await changesOf(session, call, *work);
    if (!changes)
        co_return failure(changes.error());
    if (!changes->isEmpty())
        work = co_await patched(session, *work, *changes);
    if (!work)
        co_return failure(work.error());
    const QString comment = rest::argument(call, "comment"_L1);
    if (!comment.isEmpty()) {
        const auto added = co_await commented(session, *id, comment);
        if (!added && !changes->isEmpty())
            co_return failure(added.error().code,
                              u"The fields were changed, but the comment was not added: "_s
                                  + added.error().message);
        if (!added)
            co_return failure(added.error());
    }
    const QString what = changes->isEmpty() ? u"Commented on: "_s
        : comment.isEmpty()                 ? u"Changed: "_s
                                            : u"Changed and commented on: "_s;
    co_return ToolResult::fromText(told(session, what, *work));
}

QByteArray schemaText(const QByteArray &before)
{
    return "{" + before + "," + fieldProperties + "}";
}

} // namespace

void addWritingTools(tools::ToolRegistry &registry, RestTools &tools)
{
    const QByteArray creating = schemaText(R"(
        "project":{"type":"string","minLength":1,"maxLength":255,"description":"Name, identifier or number"},
        "subject":{"type":"string","minLength":1,"maxLength":255})");
    tools.add(
        registry,
        {.name = u"openproject_create"_s,
         .title = u"Create an OpenProject work package"_s,
         .description = u"Creates a work package. Type, status and priority by their names."_s,
         .inputSchema = tools::inputSchema(creating.constData(), {u"project"_s, u"subject"_s}),
         .outputSchema = {},
         .effect = tools::ToolEffect::Write,
         .endpoints = {u"POST /api/v3/projects/{id}/work_packages"_s,
                       u"GET /api/v3/projects"_s,
                       u"GET /api/v3/projects/{id}"_s,
                       u"GET /api/v3/projects/{id}/types"_s,
                       u"GET /api/v3/projects/{id}/available_assignees"_s,
                       u"GET /api/v3/statuses"_s,
                       u"GET /api/v3/priorities"_s,
                       u"GET /api/v3/users/me"_s}},
        create);
    const QByteArray updating = schemaText(R"(
        "id":{"type":"string","maxLength":2048,"description":"Number or URL"},
        "comment":{"type":"string","minLength":1,"maxLength":100000,"description":"Markdown"},
        "subject":{"type":"string","minLength":1,"maxLength":255},
        "percent_done":{"type":"integer","minimum":0,"maximum":100})");
    tools.add(registry,
              {.name = u"openproject_update"_s,
               .title = u"Change an OpenProject work package"_s,
               .description =
                   u"Changes fields of a work package, comments on it, or both. An empty "
                   "assignee, parent or date removes it. When somebody else changed it "
                   "meanwhile, nothing is saved and the answer says what they did."_s,
               .inputSchema = tools::inputSchema(updating.constData(), {u"id"_s}),
               .outputSchema = {},
               .effect = tools::ToolEffect::Write,
               .endpoints = {u"GET /api/v3/work_packages/{id}"_s,
                             u"PATCH /api/v3/work_packages/{id}"_s,
                             u"POST /api/v3/work_packages/{id}/activities"_s,
                             u"GET /api/v3/work_packages/{id}/available_assignees"_s,
                             u"GET /api/v3/projects/{id}/types"_s,
                             u"GET /api/v3/statuses"_s,
                             u"GET /api/v3/priorities"_s,
                             u"GET /api/v3/users/me"_s}},
              update);
}

} // namespace fairlead::providers::openproject

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/publicationsapi.h"

#include "server/api/apijson.h"
#include "server/api/chosenconnection.h"
#include "server/api/managementroutes.h"
#include "server/publishing/publishtexts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using publishing::Publication;
using publishing::PublishedFile;
using publishing::PublishOutcome;
using publishing::PublishRequest;

constexpr qsizetype pathLimit = 4096;
constexpr qsizetype nameLimit = 2048;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject toJson(const Publication &publication)
{
    return {{u"id"_s, textOrNull(publication.id)},
            {u"connection_id"_s, publication.connectionId},
            {u"site"_s, publication.site},
            {u"project"_s, publication.project},
            {u"issue"_s, textOrNull(publication.issueKey)},
            {u"url"_s, textOrNull(publication.issueUrl.toString())},
            {u"workspace"_s, publication.workspace},
            {u"path"_s, publication.path},
            {u"content_hash"_s, QString::fromLatin1(publication.contentHash)},
            {u"published_at"_s, timeJson(publication.publishedAt)}};
}

QJsonObject toJson(const PublishedFile &file)
{
    QJsonObject json = toJson(file.publication);
    json.insert("file_exists"_L1, file.isFileThere);
    json.insert("file_changed"_L1, file.isFileChanged);
    json.insert("status"_L1, textOrNull(file.status));
    json.insert("problem"_L1, textOrNull(file.problem));
    QJsonArray missing;
    for (const publishing::LinkedFile &one : file.missing)
        missing.append(QJsonObject{{u"name"_s, one.name}, {u"problem"_s, textOrNull(one.problem)}});
    json.insert("not_attached"_L1, missing);
    json.insert("note"_L1, textOrNull(publishing::missingFilesText(file.missing)));
    return json;
}

QJsonObject toJson(const PublishOutcome &outcome, bool isDryRun)
{
    QJsonObject json = toJson(outcome.publication);
    json.insert("action"_L1, publishing::actionName(outcome.action));
    json.insert("dry_run"_L1, isDryRun);
    json.insert("summary"_L1, outcome.summary);
    json.insert("attached"_L1, QJsonArray::fromStringList(outcome.attached));
    json.insert("notes"_L1, QJsonArray::fromStringList(outcome.notes));
    json.insert("message"_L1, publishing::outcomeText(outcome, isDryRun));
    if (isDryRun)
        json.insert("description"_L1, outcome.description);
    return json;
}

Result<bool> flag(const QJsonObject &body, const QString &name)
{
    const QJsonValue value = body.value(name);
    if (value.isUndefined() || value.isBool())
        return value.toBool();
    return failure(ErrorCode::InvalidInput, u"“%1” must be true or false."_s.arg(name));
}

Result<> readTexts(const QJsonObject &body, PublishRequest &request)
{
    struct Text
    {
        QString name;
        QString &target;
        qsizetype limit;
    };
    for (const Text &text : {Text{u"connection"_s, request.connection, nameLimit},
                             Text{u"project"_s, request.project, nameLimit},
                             Text{u"type"_s, request.type, nameLimit},
                             Text{u"summary"_s, request.summary, nameLimit},
                             Text{u"parent"_s, request.parent, nameLimit},
                             Text{u"epic"_s, request.epic, nameLimit}}) {
        const auto value = textMember(body, text.name, text.limit, text.target);
        if (!value)
            return failure(value.error());
        text.target = *value;
    }
    return {};
}

Result<PublishRequest> requestOf(const http::Call &call)
{
    const auto body = bodyObject(call.request,
                                 {u"path"_s,
                                  u"connection"_s,
                                  u"project"_s,
                                  u"type"_s,
                                  u"summary"_s,
                                  u"parent"_s,
                                  u"epic"_s,
                                  u"fields"_s,
                                  u"attach"_s,
                                  u"again"_s,
                                  u"dry_run"_s});
    if (!body)
        return failure(body.error());
    PublishRequest request;
    request.caller = callerOf(call);
    request.cancellation = call.cancellation;
    const auto path = textMember(*body, u"path"_s, pathLimit);
    if (!path)
        return failure(path.error());
    request.path = *path;
    if (const auto read = readTexts(*body, request); !read)
        return failure(read.error());
    const auto attach = flag(*body, u"attach"_s);
    const auto isDryRun = flag(*body, u"dry_run"_s);
    if (!attach || !isDryRun)
        return failure(!attach ? attach.error() : isDryRun.error());
    request.attachOriginal = *attach;
    request.isDryRun = *isDryRun;
    request.fields = body->value("fields"_L1).toObject();
    if (body->contains("again"_L1)) {
        const auto again = publishing::againFromName(body->value("again"_L1).toString());
        if (!again)
            return failure(ErrorCode::InvalidInput,
                           u"“again” must be \"update\", \"comment\" or \"new\"."_s);
        request.again = *again;
    }
    return request;
}

} // namespace

PublicationsApi::PublicationsApi(publishing::Publisher &publisher)
    : m_publisher(publisher)
{}

void PublicationsApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(
        router, *this, "/api/publications"_ba, u"publish files and see which are"_s);
    routes.add("GET"_ba, ""_ba, &PublicationsApi::list);
    routes.add("POST"_ba, ""_ba, &PublicationsApi::publish);
    routes.add("POST"_ba, "/export"_ba, &PublicationsApi::exportLinks);
    routes.add("DELETE"_ba, "/{id}"_ba, &PublicationsApi::forget);
}

QCoro::Task<http::Response> PublicationsApi::list(http::Call call)
{
    const QString folder = QString::fromUtf8(call.request.queryValue("folder"));
    const bool asksService = call.request.queryValue("status") != "false";
    const auto files =
        co_await m_publisher.list(callerOf(call), folder, asksService, call.cancellation);
    if (!files)
        co_return problemFor(files.error());
    QJsonArray json;
    for (const PublishedFile &file : *files)
        json.append(toJson(file));
    const QJsonObject object{{u"publications"_s, json}};
    co_return http::Response::json(object);
}

QCoro::Task<http::Response> PublicationsApi::publish(http::Call call)
{
    const auto request = requestOf(call);
    if (!request)
        co_return problemFor(request.error());
    const auto outcome = co_await m_publisher.publish(*request);
    if (!outcome)
        co_return problemFor(outcome.error());
    const bool isNew = outcome->action == publishing::PublishAction::Create && !request->isDryRun;
    co_return http::Response::json(toJson(*outcome, request->isDryRun), isNew ? 201 : 200);
}

QCoro::Task<http::Response> PublicationsApi::exportLinks(http::Call call)
{
    const auto body = bodyObject(call.request, {u"folder"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto folder = textMember(*body, u"folder"_s, pathLimit, QString());
    if (!folder)
        co_return problemFor(folder.error());
    const auto written = m_publisher.exportLinks(callerOf(call), *folder);
    if (!written)
        co_return problemFor(written.error());
    const QJsonObject object{{u"files"_s, QJsonArray::fromStringList(*written)}};
    co_return http::Response::json(object);
}

QCoro::Task<http::Response> PublicationsApi::forget(http::Call call)
{
    const auto forgotten =
        m_publisher.forget(callerOf(call), QString::fromUtf8(call.request.pathParameter("id")));
    co_return forgotten ? http::Response::empty(204) : problemFor(forgotten.error());
}

} // namespace fairlead::api

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/foldersapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype pathLimit = 4096;

http::Response answer(const QStringList &folders, int status)
{
    const QJsonObject json{{u"folders"_s, QJsonArray::fromStringList(folders)}};
    return http::Response::json(json, status);
}

} // namespace

FoldersApi::FoldersApi(providers::ApprovedFolders &folders)
    : m_folders(folders)
{}

void FoldersApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(
        router, *this, "/api/folders"_ba, u"see and change the approved folders"_s);
    routes.add("GET"_ba, ""_ba, &FoldersApi::list);
    routes.add("POST"_ba, ""_ba, &FoldersApi::add);
    routes.add("DELETE"_ba, ""_ba, &FoldersApi::remove);
}

QCoro::Task<http::Response> FoldersApi::list(http::Call)
{
    co_return answer(m_folders.folders(), 200);
}

QCoro::Task<http::Response> FoldersApi::add(http::Call call)
{
    const auto body = bodyObject(call.request, {u"path"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto path = textMember(*body, u"path"_s, pathLimit);
    if (!path)
        co_return problemFor(path.error());
    const auto added = m_folders.add(*path);
    if (!added)
        co_return problemFor(added.error());
    const QJsonObject json{{u"path"_s, *added},
                           {u"folders"_s, QJsonArray::fromStringList(m_folders.folders())}};
    co_return http::Response::json(json, 201);
}

QCoro::Task<http::Response> FoldersApi::remove(http::Call call)
{
    const auto removed = m_folders.remove(QString::fromUtf8(call.request.queryValue("path")));
    co_return removed ? answer(m_folders.folders(), 200) : problemFor(removed.error());
}

} // namespace fairlead::api

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/foldersapi.h"

#include "server/api/apijson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype pathLimit = 4096;

http::Response ownerOnly()
{
    return problemFor({.code = ErrorCode::Forbidden,
                       .message = u"Only the control token of this data folder may see and change "
                                  "the approved folders."_s});
}

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
    const auto add = [&](const QByteArray &method, auto handler) {
        router.add({.method = method,
                    .path = "/api/folders"_ba,
                    .access = http::Access::Management,
                    .handler = http::answering([this, handler](http::Call call) {
                        return (this->*handler)(std::move(call));
                    })});
    };
    add("GET"_ba, &FoldersApi::list);
    add("POST"_ba, &FoldersApi::add);
    add("DELETE"_ba, &FoldersApi::remove);
}

QCoro::Task<http::Response> FoldersApi::list(http::Call call)
{
    co_return call.principal.owner ? answer(m_folders.folders(), 200) : ownerOnly();
}

QCoro::Task<http::Response> FoldersApi::add(http::Call call)
{
    if (!call.principal.owner)
        co_return ownerOnly();
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
    if (!call.principal.owner)
        co_return ownerOnly();
    const auto removed = m_folders.remove(QString::fromUtf8(call.request.queryValue("path")));
    co_return removed ? answer(m_folders.folders(), 200) : problemFor(removed.error());
}

} // namespace fairlead::api

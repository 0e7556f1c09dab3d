// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/backupapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype pathLimit = 4096;
constexpr qsizetype passphraseLimit = 1024;

/** What all three are told. */
struct Wanted
{
    QString path;
    Secret passphrase;
};

Result<Wanted> wantedIn(const http::Request &request, const QStringList &members)
{
    const auto body = bodyObject(request, members);
    if (!body)
        return failure(body.error());
    const auto path = textMember(*body, u"path"_s, pathLimit);
    const auto passphrase = textMember(*body, u"passphrase"_s, passphraseLimit, QString());
    if (!path || !passphrase)
        return failure(path ? passphrase.error() : path.error());
    if (!QDir::isAbsolutePath(*path))
        return failure(ErrorCode::InvalidInput,
                       u"“path” must be the whole path of a file, from the root on."_s);
    return Wanted{.path = QDir::cleanPath(*path), .passphrase = Secret(passphrase->toUtf8())};
}

QString keyName(backup::RestoredKey key)
{
    switch (key) {
    case backup::RestoredKey::None:
        return u"none"_s;
    case backup::RestoredKey::Here:
        return u"here"_s;
    case backup::RestoredKey::Keychain:
        return u"keychain"_s;
    case backup::RestoredKey::File:
        return u"file"_s;
    }
    return {};
}

} // namespace

BackupApi::BackupApi(backup::Backups &backups)
    : m_backups(backups)
{}

void BackupApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/backup"_ba, u"back it up or restore it"_s);
    routes.add("POST"_ba, ""_ba, &BackupApi::write);
    routes.add("POST"_ba, "/look"_ba, &BackupApi::look);
    routes.add("POST"_ba, "/restore"_ba, &BackupApi::restore);
}

QCoro::Task<http::Response> BackupApi::write(http::Call call)
{
    const QStringList members{u"path"_s, u"passphrase"_s};
    const auto wanted = wantedIn(call.request, members);
    if (!wanted)
        co_return problemFor(wanted.error());
    const auto written =
        co_await m_backups.write(wanted->path, wanted->passphrase, call.cancellation);
    if (!written)
        co_return problemFor(written.error());
    const QJsonObject json{{u"path"_s, wanted->path},
                           {u"master_key"_s, !wanted->passphrase.isEmpty()}};
    co_return http::Response::json(json, 201);
}

QCoro::Task<http::Response> BackupApi::look(http::Call call)
{
    const QStringList members{u"path"_s};
    const auto wanted = wantedIn(call.request, members);
    if (!wanted)
        co_return problemFor(wanted.error());
    const auto hasKey = co_await m_backups.hasMasterKey(wanted->path);
    if (!hasKey)
        co_return problemFor(hasKey.error());
    const QJsonObject json{{u"path"_s, wanted->path}, {u"master_key"_s, *hasKey}};
    co_return http::Response::json(json);
}

QCoro::Task<http::Response> BackupApi::restore(http::Call call)
{
    const QStringList members{u"path"_s, u"passphrase"_s};
    const auto wanted = wantedIn(call.request, members);
    if (!wanted)
        co_return problemFor(wanted.error());
    const auto prepared =
        co_await m_backups.prepareRestore(wanted->path, wanted->passphrase, call.cancellation);
    if (!prepared) {
        Error error = prepared.error();
        // 401 would say that the token was wrong.
        if (error.code == ErrorCode::Unauthorized)
            error.code = ErrorCode::InvalidInput;
        co_return problemFor(error);
    }
    const QJsonObject json{{u"path"_s, wanted->path}, {u"master_key"_s, keyName(*prepared)}};
    co_return http::Response::json(json);
}

} // namespace fairlead::api

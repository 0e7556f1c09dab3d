// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/instance.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qint64 fileLimit = 64 * 1024;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, file.errorString());
    return file.read(fileLimit);
}

} // namespace

Result<Instance> Instance::find(const QString &dataFolder)
{
    // What a killed instance leaves behind names a port that may be somebody else's by now, who
    // must not be sent a token. Only a stale lock can be removed.
    QLockFile lock(dataFolder + u"/instance.lock"_s);
    const bool isRunning =
        QFile::exists(dataFolder + u"/instance.lock"_s) && !lock.removeStaleLockFile();
    if (!isRunning)
        return failure(ErrorCode::NotFound,
                       u"No Fairlead is running with the data folder %1. Start Fairlead, or: "
                       "fairleadd --data-dir '%1'"_s.arg(dataFolder));
    const auto endpoint = readFile(dataFolder + u"/endpoint.json"_s);
    const auto token = readFile(dataFolder + u"/control.token"_s);
    if (!endpoint || !token)
        return failure(
            ErrorCode::NotFound,
            u"No Fairlead is running with the data folder %1. Start Fairlead, or: fairleadd --data-dir '%1'"_s
                .arg(dataFolder));
    const QString url = QJsonDocument::fromJson(*endpoint).object().value(u"url"_s).toString();
    return Instance{.url = QUrl(url), .controlToken = Secret(token->trimmed())};
}

} // namespace fairlead::ctl

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/configuredclients.h"

#include <QFile>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

constexpr qint64 longestSecret = 4096;

tl::unexpected<Error> refusal(const QString &setting, const QString &path, const QString &what)
{
    return failure(ErrorCode::InvalidInput,
                   u"The file %1 that the setting %2 names %3"_s.arg(path, setting, what));
}

Result<Secret> secretFrom(const QString &setting, const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return refusal(
            setting, path, u"cannot be read. Check that it exists and belongs to you."_s);
    }
#ifdef Q_OS_UNIX
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther
        | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    if ((file.permissions() & others) != 0) {
        return refusal(
            setting,
            path,
            u"can be read by other users, so it is not used. Run \"chmod 600\" on it."_s);
    }
#endif
    Secret secret(file.read(longestSecret + 1).trimmed());
    if (secret.isEmpty() || secret.size() > longestSecret)
        return refusal(setting, path, u"does not hold a client secret."_s);
    return secret;
}

} // namespace

Result<QList<ConfiguredClient>> configuredClients(const settings::Settings &settings)
{
    struct Named
    {
        QString service;
        QString id;
        QString path;
    };
    const std::array<Named, 2> all{
        {{u"jira"_s, settings.jiraClientId, settings.jiraClientSecretFile},
         {u"notion"_s, settings.notionClientId, settings.notionClientSecretFile}}};
    QList<ConfiguredClient> clients;
    for (const auto &[service, id, path] : all) {
        const QString setting = service + u"ClientSecretFile"_s;
        if (id.isEmpty() && path.isEmpty())
            continue;
        if (id.isEmpty() || path.isEmpty()) {
            return failure(ErrorCode::InvalidInput,
                           u"The settings %1ClientId and %2 belong together: set both, or "
                           "none."_s.arg(service, setting));
        }
        const auto secret = secretFrom(setting, path);
        if (!secret)
            return failure(secret.error());
        clients.append({service, {id, *secret}});
    }
    return clients;
}

} // namespace fairlead::wiring

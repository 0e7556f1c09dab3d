// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/controltoken.h"

#include "server/base/filewrite.h"
#include "server/base/ids.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

constexpr qsizetype randomSize = 32;
constexpr QByteArrayView tokenPrefix = "ctl_";
constexpr qsizetype tokenSize = tokenPrefix.size() + 2 * randomSize;

QString tokenPath(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(u"control.token"_s);
}

} // namespace

ControlToken::ControlToken(QString path, Secret token)
    : m_path(std::move(path))
    , m_token(std::move(token))
{}

Result<ControlToken> ControlToken::create(const QString &dataFolder)
{
    const QString path = tokenPath(dataFolder);
    Secret token(tokenPrefix.toByteArray() + randomBytes(randomSize).toHex());
    if (const auto written = durableWrite(path, token.reveal()); !written)
        return failure(written.error());
    return ControlToken(path, std::move(token));
}

Result<Secret> ControlToken::read(const QString &dataFolder)
{
    QFile file(tokenPath(dataFolder));
    if (!file.exists())
        return failure(ErrorCode::NotFound,
                       u"No running Fairlead was found for this data folder. Start it first."_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage,
                       u"%1 cannot be read (%2). It belongs to whoever started Fairlead."_s.arg(
                           QDir::toNativeSeparators(file.fileName()), file.errorString()));
    Secret token(file.read(tokenSize + 1));
    if (token.size() != tokenSize || !token.reveal().startsWith(tokenPrefix))
        return failure(ErrorCode::Storage,
                       u"%1 is damaged. Restart Fairlead to have it written anew."_s.arg(
                           QDir::toNativeSeparators(file.fileName())));
    return token;
}

bool ControlToken::matches(QByteArrayView presented) const
{
    return !m_token.isEmpty() && m_token.equals(presented);
}

void ControlToken::remove() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    if (matches(Secret(file.read(tokenSize + 1)).reveal()))
        file.remove();
}

} // namespace fairlead::accounts

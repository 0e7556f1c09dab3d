// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/bridgekey.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr auto variable = "FAIRLEAD_KEY";
constexpr qint64 longestKey = 4096;

Result<QByteArray> firstLineOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unauthorized,
                       u"The key file %1 cannot be read (%2). %3"_s.arg(
                           path, file.errorString(), keyRemedy()));
    return file.readLine(longestKey).trimmed();
}

} // namespace

QString keyRemedy()
{
    return u"Make a new key in Fairlead (Clients and keys, New key…) or with “fairleadctl keys "
           "create --name NAME”, put it into FAIRLEAD_KEY in this client's configuration, and "
           "start the client anew."_s;
}

QString keyPlace()
{
    return u"Its place is FAIRLEAD_KEY in this client's configuration, or the file that --key-file "
           "names; in a terminal, “fairleadctl keys create --name NAME” makes one. Start the "
           "client anew after that."_s;
}

Result<Secret> takeBridgeKey(const QString &file)
{
    QByteArray key = qgetenv(variable).trimmed();
    qunsetenv(variable);
    if (!file.isEmpty()) {
        auto line = firstLineOf(file);
        if (!line)
            return failure(line.error());
        key = std::move(*line);
    }
    if (key.isEmpty())
        return failure(ErrorCode::Unauthorized,
                       u"Fairlead needs a key, and there is none in %1. %2"_s.arg(
                           file.isEmpty() ? QString::fromLatin1(variable) : file, keyRemedy()));
    const bool isPlain = std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7F'; });
    if (!isPlain)
        return failure(ErrorCode::Unauthorized,
                       u"What stands in %1 is no key of Fairlead's. %2"_s.arg(
                           file.isEmpty() ? QString::fromLatin1(variable) : file, keyRemedy()));
    return Secret(key);
}

} // namespace fairlead::ctl

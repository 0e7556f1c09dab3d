// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/maskeddiff.h"

#include "server/base/linediff.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace fairlead::clients {

QString masked(const QByteArray &text)
{
    // Long words with a digit; a key of ours keeps the start that it is recognised by elsewhere.
    static const QRegularExpression secret(
        u"(Bearer |Basic )[^\"'\\s,}]+|\\bmcp_[0-9a-f]{8,}|(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{20,}"_s);
    // Whatever stands behind a name such as AWS_SECRET_ACCESS_KEY, --token or "password".
    static const QRegularExpression named(
        u"((?:key|token|secret|passw(?:or)?d|credential|authorization)s?[\"']?\\s*[:=]\\s*[\"']?)"
        "(?!(?:Bearer|Basic) )[^\"'\\s,{}\\[\\]]{6,}"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString result = QString::fromUtf8(text);
    return result.replace(named, u"\\1••••••••"_s).replace(secret, u"\\1••••••••"_s);
}

QString maskedDiff(const QByteArray &before, const QByteArray &after)
{
    QStringList lines = lineDiff(QString::fromUtf8(before), QString::fromUtf8(after)).split(u'\n');
    // Line by line: what hides a word must not reach into the next line.
    for (QString &line : lines)
        line = masked(line.toUtf8());
    return lines.join(u'\n');
}

} // namespace fairlead::clients

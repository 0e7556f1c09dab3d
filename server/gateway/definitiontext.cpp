// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/definitiontext.h"

#include "server/base/linediff.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {

QString definitionText(const QByteArray &definition)
{
    QJsonObject rest = QJsonDocument::fromJson(definition).object();
    QString text;
    // Texts by themselves: in JSON they would be one long line each.
    for (const QString &name : {u"title"_s, u"description"_s}) {
        const QString value = rest.value(name).toString();
        if (value.isEmpty())
            continue;
        text += value + u"\n\n"_s;
        rest.remove(name);
    }
    rest.remove(u"name"_s);
    if (!rest.isEmpty())
        text += QString::fromUtf8(QJsonDocument(rest).toJson());
    return text.trimmed() + u'\n';
}

QString definitionChange(const QByteArray &approved, const QByteArray &offered)
{
    const QString change = lineDiff(definitionText(approved), definitionText(offered));
    if (!change.isEmpty() || approved == offered)
        return change;
    // What JSON's reader holds for the same: 1.0 and 1.
    return lineDiff(QString::fromUtf8(approved), QString::fromUtf8(offered));
}

} // namespace fairlead::gateway

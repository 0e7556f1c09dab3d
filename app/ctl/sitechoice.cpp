// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sitechoice.h"

#include "server/base/text.h"

#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qsizetype nameLimit = 100;

QString nameOf(const QJsonValue &site)
{
    return cleanedLine(site[u"name"_s].toString(), nameLimit);
}

} // namespace

QString siteQuestion(const QJsonArray &sites)
{
    QString text = u"This sign-in opens several sites:\n"_s;
    int number = 0;
    for (const auto &site : sites)
        text += u"  %1  %2%3\n"_s.arg(QString::number(++number),
                                      nameOf(site),
                                      site[u"is_connected"_s].toBool() ? u" (connected already)"_s
                                                                       : QString());
    return text + u"Which ones should Fairlead use? Numbers, such as 1,2, or all: "_s;
}

Result<QStringList> sitesByNumber(const QJsonArray &sites, const QString &answer)
{
    static const QRegularExpression separators(u"[,\\s]+"_s);
    const auto words = answer.split(separators, Qt::SkipEmptyParts);
    QStringList ids;
    if (words == QStringList{u"all"_s}) {
        for (const auto &site : sites)
            ids.append(site[u"id"_s].toString());
        return ids;
    }
    for (const QString &word : words) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (!isNumber || number < 1 || number > sites.size())
            return failure(
                ErrorCode::InvalidInput,
                u"“%1” is none of the numbers 1 to %2."_s.arg(cleanedLine(word, nameLimit))
                    .arg(sites.size()));
        const QString id = sites.at(number - 1)[u"id"_s].toString();
        if (!ids.contains(id))
            ids.append(id);
    }
    if (ids.isEmpty())
        return failure(ErrorCode::InvalidInput, u"No site was chosen."_s);
    return ids;
}

Result<QStringList> sitesByName(const QJsonArray &sites, const QStringList &names)
{
    QStringList ids;
    for (const QString &name : names) {
        QString id;
        for (const auto &site : sites) {
            if (site[u"id"_s].toString() == name
                || site[u"name"_s].toString().compare(name, Qt::CaseInsensitive) == 0)
                id = site[u"id"_s].toString();
        }
        if (id.isEmpty())
            return failure(ErrorCode::InvalidInput,
                           u"This sign-in does not open “%1”. It opens: %2."_s.arg(
                               cleanedLine(name, nameLimit), siteNames(sites)));
        ids.append(id);
    }
    return ids;
}

QString siteNames(const QJsonArray &sites)
{
    QStringList names;
    for (const auto &site : sites)
        names.append(nameOf(site));
    return names.join(u", "_s);
}

} // namespace fairlead::ctl

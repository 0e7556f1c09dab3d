// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/leaseenvironment.h"

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

/** "JIRA_API_TOKEN". */
QString variableName(const QString &service, const QString &member)
{
    QString name = (service + u'_' + member).toUpper();
    for (QChar &letter : name) {
        const bool isPlain =
            (letter >= u'A' && letter <= u'Z') || (letter >= u'0' && letter <= u'9');
        if (!isPlain)
            letter = u'_';
    }
    return name;
}

} // namespace

QProcessEnvironment leaseEnvironment(const QJsonObject &lease, QProcessEnvironment environment)
{
    environment.insert(u"FAIRLEAD_LEASE_ID"_s, lease[u"lease_id"_s].toString());
    const QJsonObject credentials = lease[u"credentials"_s].toObject();
    for (auto service = credentials.begin(); service != credentials.end(); ++service) {
        const QJsonObject members = service.value().toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            environment.insert(variableName(service.key(), member.key()),
                               member.value().toString());
    }
    return environment;
}

} // namespace fairlead::ctl

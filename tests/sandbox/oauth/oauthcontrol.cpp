// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/oauth/oauthcontrol.h"

#include <QJsonArray>

#include <array>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Rules = GrantStore::Rules;

struct Duration
{
    QLatin1StringView name;
    std::chrono::seconds Rules::*member;
};

constexpr std::array durations{
    Duration{"codeLifeSeconds"_L1, &Rules::codeLife},
    Duration{"accessLifeSeconds"_L1, &Rules::accessLife},
    Duration{"refreshIdleSeconds"_L1, &Rules::refreshIdle},
    Duration{"refreshAbsoluteSeconds"_L1, &Rules::refreshAbsolute},
    Duration{"reuseLeewaySeconds"_L1, &Rules::reuseLeeway},
    Duration{"oldAccessLeewaySeconds"_L1, &Rules::oldAccessLeeway},
};

Response refused(const QString &why)
{
    return Response::json(400, QJsonObject{{u"error"_s, why}});
}

QJsonObject rulesObject(const Rules &rules)
{
    QJsonObject result{{u"reuseRevokes"_s, rules.reuseRevokes},
                       {u"refreshError"_s, rules.refreshError}};
    for (const Duration &duration : durations)
        result.insert(duration.name, qint64((rules.*duration.member).count()));
    return result;
}

Result<Rules> changedRules(Rules rules, const QJsonObject &wanted)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const auto duration =
            std::find_if(durations.begin(), durations.end(), [&it](const Duration &candidate) {
                return it.key() == candidate.name;
            });
        if (it.key() == "service"_L1)
            continue;
        if (duration != durations.end() && it->isDouble() && it->toInteger() >= 0)
            rules.*duration->member = std::chrono::seconds(it->toInteger());
        else if (it.key() == "reuseRevokes"_L1 && it->isBool())
            rules.reuseRevokes = it->toBool();
        else if (it.key() == "refreshError"_L1 && it->isString())
            rules.refreshError = it->toString();
        else
            return failure(ErrorCode::InvalidInput,
                           u"There is no rule \"%1\", or not with such a value."_s.arg(it.key()));
    }
    return rules;
}

} // namespace

OAuthControl::OAuthControl(ClientRegistry &clients)
    : m_clients(clients)
{}

QString OAuthControl::name() const
{
    return u"oauth-control"_s;
}

void OAuthControl::reset()
{
    m_clients.reset();
    for (GrantStore *store : std::as_const(m_stores))
        store->reset();
}

Response OAuthControl::answer(const Request &request)
{
    const QString wanted = QString::fromLatin1(request.method) + u' '
        + request.path.mid(QLatin1StringView("/_sandbox/oauth").size());
    if (wanted == "GET "_L1)
        return counts();
    if (wanted == "GET /clients"_L1)
        return clients();
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (request.method != "POST" || !document.isObject())
        return refused(u"The sandbox knows GET oauth, GET oauth/clients, and with a JSON object "
                       "POST oauth/clients, oauth/rules, oauth/expire and oauth/revoke."_s);
    if (wanted == "POST /clients"_L1)
        return putClient(document.object());
    return change(wanted, document.object());
}

Response OAuthControl::counts() const
{
    QJsonObject result;
    for (auto it = m_stores.begin(); it != m_stores.end(); ++it) {
        const GrantStore::Counts &counts = (*it)->counts();
        result.insert(it.key(),
                      QJsonObject{{u"authorizations"_s, counts.authorizations},
                                  {u"codesIssued"_s, counts.codesIssued},
                                  {u"exchanges"_s, counts.exchanges},
                                  {u"refreshes"_s, counts.refreshes},
                                  {u"reusesDetected"_s, counts.reusesDetected},
                                  {u"codeReusesDetected"_s, counts.codeReusesDetected},
                                  {u"revocations"_s, counts.revocations},
                                  {u"activeGrants"_s, (*it)->activeGrants()},
                                  {u"rules"_s, rulesObject((*it)->rules())}});
    }
    return Response::json(200, result);
}

Response OAuthControl::clients() const
{
    QJsonArray result;
    for (const OAuthClient &client : m_clients.clients())
        result.append(client.toJson());
    return Response::json(200, QJsonObject{{u"clients"_s, result}});
}

Response OAuthControl::putClient(const QJsonObject &wanted)
{
    if (!m_stores.contains(wanted["service"_L1].toString()))
        return refused(u"\"service\" must be one of: %1."_s.arg(m_stores.keys().join(u", ")));
    const Result<OAuthClient> put = m_clients.put(wanted);
    return put ? Response::json(200, put->toJson()) : refused(put.error().message);
}

Response OAuthControl::change(const QString &what, const QJsonObject &wanted)
{
    GrantStore *store = m_stores.value(wanted["service"_L1].toString());
    if (!store)
        return refused(u"\"service\" must be one of: %1."_s.arg(m_stores.keys().join(u", ")));
    if (what == "POST /expire"_L1) {
        store->expireAccessTokens();
        return Response::empty(204);
    }
    if (what == "POST /revoke"_L1) {
        store->revokeAll();
        return Response::empty(204);
    }
    if (what != "POST /rules"_L1)
        return refused(u"The sandbox has no control \"%1\"."_s.arg(what));
    const Result<Rules> rules = changedRules(store->rules(), wanted);
    if (!rules)
        return refused(rules.error().message);
    store->setRules(*rules);
    return Response::json(200, rulesObject(*rules));
}

} // namespace fairlead::sandbox

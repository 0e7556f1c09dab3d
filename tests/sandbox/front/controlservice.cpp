// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/controlservice.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

Response refused(int status, const QString &why)
{
    return Response::json(status, QJsonObject{{u"error"_s, why}});
}

} // namespace

ControlService::ControlService(Faults &faults, Journal &journal, SandboxClock &clock)
    : m_faults(faults)
    , m_journal(journal)
    , m_clock(clock)
{}

QString ControlService::name() const
{
    return u"control"_s;
}

void ControlService::addSwitches(const QString &first, Service &service)
{
    m_switches.insert(first, &service);
    addService(service);
}

Response ControlService::answer(const Request &request)
{
    if (Service *switches = m_switches.value(request.path.section(u'/', 2, 2)))
        return switches->answer(request);
    const QString wanted = QString::fromLatin1(request.method) + u' '
        + request.path.mid(QLatin1StringView("/_sandbox/").size());
    if (wanted == "GET faults"_L1)
        return listFaults();
    if (wanted == "POST faults"_L1)
        return addFaults(request);
    if (wanted == "DELETE faults"_L1) {
        m_faults.clear();
        return Response::empty(204);
    }
    if (wanted == "GET requests"_L1)
        return Response::json(200, QJsonObject{{u"requests"_s, m_journal.toJson()}});
    if (wanted == "DELETE requests"_L1) {
        m_journal.clear();
        return Response::empty(204);
    }
    if (wanted == "POST reset"_L1) {
        reset();
        return Response::empty(204);
    }
    if (wanted == "GET clock"_L1 || wanted == "POST clock"_L1)
        return moveClock(request);
    return refused(404, u"The sandbox has no control \"%1\"."_s.arg(wanted));
}

void ControlService::reset()
{
    m_faults.clear();
    m_journal.clear();
    for (Service *service : std::as_const(m_services))
        service->reset();
}

Response ControlService::addFaults(const Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    QJsonArray wanted = document.array();
    if (document.isObject())
        wanted = {document.object()};
    QList<FaultRule> rules;
    for (const auto &value : std::as_const(wanted)) {
        const Result<FaultRule> rule = FaultRule::fromJson(value.toObject());
        if (!rule)
            return refused(400, rule.error().message);
        rules.append(*rule);
    }
    if (rules.isEmpty())
        return refused(400, u"The body must be a fault or an array of faults, as JSON."_s);
    for (const FaultRule &rule : std::as_const(rules))
        m_faults.add(rule);
    return listFaults();
}

Response ControlService::listFaults() const
{
    QJsonArray rules;
    for (const FaultRule &rule : m_faults.rules())
        rules.append(rule.toJson());
    return Response::json(200, QJsonObject{{u"faults"_s, rules}});
}

Response ControlService::moveClock(const Request &request)
{
    if (request.method == "POST") {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (!body["advanceMs"_L1].isDouble())
            return refused(400, u"The body must be {\"advanceMs\": number}."_s);
        m_clock.advance(std::chrono::milliseconds(body["advanceMs"_L1].toInteger()));
    }
    return Response::json(200, QJsonObject{{u"now"_s, m_clock.now().toString(Qt::ISODateWithMs)}});
}

} // namespace fairlead::sandbox

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/doctor.h"

#include "server/base/version.h"
#include "server/doctor/clientchecks.h"
#include "server/doctor/examination.h"
#include "server/doctor/foldercheck.h"
#include "server/doctor/portcheck.h"
#include "server/doctor/signincommand.h"

#include <QCoroSignal>
#include <QFile>
#include <QLocale>
#include <QSysInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::doctor {
namespace {

constexpr qint64 largestSkewSeconds = 120;
constexpr auto localDeadline = 5s;
constexpr auto remoteDeadline = 15s;

/** Tokens and certificates are judged by the time. */
Finding judgeClock(const QDateTime &theirs, const QDateTime &ours)
{
    const qint64 skew = std::abs(theirs.secsTo(ours));
    if (skew <= largestSkewSeconds)
        return {.text = {QT_TRANSLATE_NOOP("doctor",
                                           "It agrees with the services' clocks to %1 seconds."),
                         {QString::number(skew)}}};
    return {.verdict = Verdict::Problem,
            .text = {QT_TRANSLATE_NOOP("doctor", "It is %1 seconds off."), {QString::number(skew)}},
            .remedy = {QT_TRANSLATE_NOOP(
                "doctor", "Let the system set the time by itself; sign-ins fail otherwise.")}};
}

QDateTime timeIn(const QByteArray &dateHeader)
{
    auto time = QLocale::c().toDateTime(QString::fromLatin1(dateHeader).trimmed(),
                                        u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

Sentence titleOf(const connections::Connection &connection)
{
    if (connection.provider == gateway::Upstreams::provider)
        return {QT_TRANSLATE_NOOP("doctor", "Remote server %1"), {connection.name}};
    return {QT_TRANSLATE_NOOP("doctor", "Connection %1"), {connection.name}};
}

/** A remote server that has just answered. */
qint64 minutesOf(const gateway::RequestLimit &limit)
{
    return std::chrono::ceil<std::chrono::minutes>(limit.time).count();
}

Finding judgeUpstream(const QString &name, const gateway::UpstreamGlance &glance)
{
    const QString inUse = QString::number(glance.inUse);
    if (glance.waiting > 0)
        return {.verdict = Verdict::Warning,
                .text = {QT_TRANSLATE_NOOP("doctor",
                                           "Works; tools in use: %1, hidden until you approve "
                                           "them: %2."),
                         {inUse, QString::number(glance.waiting)}},
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "Look at them on the page “Connections” under "
                                             "“Tools…”, or run: fairleadctl upstreams review %1"),
                           {name}}};
    if (glance.limit.isLow())
        return {.verdict = Verdict::Warning,
                .text = {QT_TRANSLATE_NOOP("doctor",
                                           "Works, but %1 of the %2 requests that it takes in %3 "
                                           "minutes are used."),
                         {QString::number(glance.limit.used),
                          QString::number(glance.limit.limit.calls),
                          QString::number(minutesOf(glance.limit.limit))}},
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "What goes beyond waits, or is refused with the time "
                                             "to wait. See under “Activity” which program asks so "
                                             "often.")}};
    if (glance.inUse == 0)
        return {.verdict = Verdict::Warning,
                .text = {QT_TRANSLATE_NOOP("doctor", "Works, but none of its tools is in use.")},
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "See on the page “Connections” under “Tools…” whether "
                                             "they are switched off.")}};
    return {
        .text = {QT_TRANSLATE_NOOP("doctor",
                                   "Works over MCP %1; tools in use: %2; the last answer took "
                                   "%3 ms."),
                 {glance.standing.revision, inUse, QString::number(glance.standing.latencyMs)}}};
}

} // namespace

Doctor::Doctor(Parts parts)
    : m_parts(std::move(parts))
{}

void Doctor::add(const Check &check)
{
    m_added.append(check);
}

QList<Check> Doctor::checks(const QString &userId) const
{
    const int port = m_parts.url().port();
    QList<Check> checks;
    for (const QString &host : {u"127.0.0.1"_s, u"[::1]"_s}) {
        const QUrl address(u"http://%1:%2/health"_s.arg(host).arg(port));
        checks.append({.title = {QT_TRANSLATE_NOOP("doctor", "Server on %1"), {host}},
                       .run = [this, address](CancellationToken cancellation) {
                           return answersAt(address, std::move(cancellation));
                       }});
    }
    checks.append(
        immediate({QT_TRANSLATE_NOOP("doctor", "Port")}, [this] { return lookAtPort(); }));
    checks.append(
        immediate({QT_TRANSLATE_NOOP("doctor", "Secrets")}, [this] { return lookAtSecrets(); }));
    checks.append(immediate({QT_TRANSLATE_NOOP("doctor", "Data folder")},
                            [this] { return lookAtFolder(m_parts.dataFolder); }));
    checks.append(immediate({QT_TRANSLATE_NOOP("doctor", "Log")},
                            [this] { return lookAtLog(m_parts.dataFolder); }));
    checks.append(immediate({QT_TRANSLATE_NOOP("doctor", "Network settings")},
                            [this] { return lookAtNetwork(); }));
    checks.append(m_added);
    const auto connections =
        m_parts.connections.list(userId).value_or(QList<connections::Connection>());
    if (connections.isEmpty())
        checks.append(immediate({QT_TRANSLATE_NOOP("doctor", "Connections")}, [] {
            return Finding{
                .verdict = Verdict::Problem,
                .text = {QT_TRANSLATE_NOOP("doctor", "No service is connected.")},
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "Connect Jira or Notion in the window, or run: "
                                             "fairleadctl connect jira --oauth")}};
        }));
    else
        checks.append(
            {.title = {QT_TRANSLATE_NOOP("doctor", "Clock")},
             .run = [this, site = connections.first().apiBase](CancellationToken cancellation) {
                 return lookAtClock(site, std::move(cancellation));
             }});
    for (const connections::Connection &connection : connections)
        checks.append({.title = titleOf(connection),
                       .run = [this, connection](CancellationToken cancellation) {
                           return test(connection, std::move(cancellation));
                       }});
    checks.append(immediate({QT_TRANSLATE_NOOP("doctor", "Clients")},
                            [this, userId] { return lookAtClients(userId); }));
    // Of the person whose home folder it is, and of nobody else.
    if (userId == m_parts.clients.userId())
        checks.append(clientChecks(m_parts.clients));
    return checks;
}

QCoro::Task<QList<Entry>> Doctor::examine(QString userId, CancellationToken cancellation) const
{
    Examination examination(checks(userId));
    cancellation.onCancelled(&examination, [&examination] { examination.cancel(); });
    examination.start();
    if (!examination.isFinished())
        co_await qCoro(&examination, &Examination::finished);
    co_return examination.entries();
}

QString Doctor::reportHeading() const
{
    return u"Fairlead %1, Qt %2, %3, %4"_s.arg(QString::fromLatin1(version),
                                               QString::fromLatin1(qVersion()),
                                               QSysInfo::prettyProductName(),
                                               QSysInfo::currentCpuArchitecture());
}

QCoro::Task<Finding> Doctor::answersAt(QUrl address, CancellationToken cancellation) const
{
    net::Request request{
        .url = address, .deadline = localDeadline, .cancellation = std::move(cancellation)};
    const auto answer = co_await m_parts.http.send(std::move(request));
    if (answer && answer->status == 200)
        co_return Finding{
            .text = {QT_TRANSLATE_NOOP("doctor", "Answers on %1."), {address.authority()}}};
    co_return Finding{
        .verdict = Verdict::Problem,
        .text = {QT_TRANSLATE_NOOP("doctor", "Does not answer on %1."), {address.authority()}},
        .remedy = {QT_TRANSLATE_NOOP("doctor",
                                     "Look for a firewall or another program on that port, or "
                                     "choose another port in the settings.")}};
}

QCoro::Task<Finding> Doctor::test(connections::Connection connection,
                                  CancellationToken cancellation) const
{
    const auto provider = m_parts.providers.find(connection.provider);
    if (!provider)
        co_return Finding{.verdict = Verdict::Problem,
                          .text = Sentence::of(provider.error().message)};
    const auto tested = co_await (*provider)->test(connection, std::move(cancellation));
    const auto upstream = m_parts.upstreams.glance(connection.id);
    if (tested && upstream)
        co_return judgeUpstream(connection.name, *upstream);
    if (tested)
        co_return Finding{.text = {QT_TRANSLATE_NOOP("doctor", "Works; signed in as %1."),
                                   {tested->connection.account}}};
    const bool refused = tested.error().code == ErrorCode::Unauthorized;
    Finding finding{.verdict = Verdict::Problem, .text = Sentence::of(tested.error().message)};
    const auto now = m_parts.connections.find(connection.userId, connection.id);
    if (refused)
        finding.remedy = {
            QT_TRANSLATE_NOOP("doctor", "Reconnect it on the page “Connections”, or run: %1"),
            {signInCommand(now.value_or(connection))}};
    else
        finding.remedy = {QT_TRANSLATE_NOOP("doctor",
                                            "Check the network and that %1 opens in a browser, "
                                            "then check again."),
                          {connection.site.toString()}};
    co_return finding;
}

QCoro::Task<Finding> Doctor::lookAtClock(QUrl site, CancellationToken cancellation) const
{
    net::Request request{.method = "HEAD"_ba,
                         .url = site,
                         .deadline = remoteDeadline,
                         .repeatable = net::Repeatable::Yes,
                         .cancellation = std::move(cancellation)};
    const auto answer = co_await m_parts.http.send(std::move(request));
    const QDateTime theirs = answer ? timeIn(answer->header("Date")) : QDateTime();
    if (theirs.isValid())
        co_return judgeClock(theirs, m_parts.clock.now());
    if (!answer && answer.error().reason == ErrorReason::CertificateTime)
        co_return Finding{.verdict = Verdict::Problem,
                          .text = Sentence::of(answer.error().message)};
    co_return Finding{
        .verdict = Verdict::Warning,
        .text = {QT_TRANSLATE_NOOP("doctor", "%1 did not say what time it is."), {site.host()}},
        .remedy = {QT_TRANSLATE_NOOP("doctor", "See what the check of that connection says.")}};
}

Finding Doctor::lookAtPort() const
{
    const int now = m_parts.url().port();
    const int next = m_parts.settings.values().port;
    if (next == now || next == 0)
        return {
            .text = {QT_TRANSLATE_NOOP("doctor", "Fairlead has port %1."), {QString::number(now)}}};
    if (isPortFree(static_cast<quint16>(next)))
        return {.verdict = Verdict::Warning,
                .text = {QT_TRANSLATE_NOOP("doctor", "Fairlead has port %1; the settings say %2."),
                         {QString::number(now), QString::number(next)}},
                .remedy = {QT_TRANSLATE_NOOP(
                    "doctor", "Start Fairlead again to move it to the port of the settings.")}};
    return {.verdict = Verdict::Warning,
            .text = {QT_TRANSLATE_NOOP(
                         "doctor",
                         "Fairlead has port %1; port %2 of the settings is in use by another "
                         "program."),
                     {QString::number(now), QString::number(next)}},
            .remedy = {QT_TRANSLATE_NOOP("doctor", "Choose another port in the settings.")}};
}

Finding Doctor::lookAtSecrets() const
{
    if (m_parts.vault.state() == secrets::VaultState::Opening)
        return {.verdict = Verdict::Warning,
                .text = {QT_TRANSLATE_NOOP("doctor", "The keychain has not answered yet.")},
                .remedy = {QT_TRANSLATE_NOOP(
                    "doctor", "Look for a window that asks for its password, then check again.")}};
    if (m_parts.vault.state() != secrets::VaultState::Ready)
        return {.verdict = Verdict::Problem,
                .text = Sentence::of(m_parts.vault.stateMessage()),
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "Unlock the keychain, or see “Secrets” in the README "
                                             "for computers without one.")}};
    switch (m_parts.vault.source()) {
    case secrets::MasterKeySource::Keychain:
        return {.text = {QT_TRANSLATE_NOOP("doctor", "The master key is in the keychain.")}};
    case secrets::MasterKeySource::DataFolder:
        return {.text = {QT_TRANSLATE_NOOP(
                    "doctor", "The master key is in the data folder, without a keychain.")}};
    default:
        return {
            .text = {QT_TRANSLATE_NOOP("doctor", "The master key was handed over at the start.")}};
    }
}

Finding Doctor::lookAtNetwork() const
{
    const settings::Settings &inForce = m_parts.settings.inForce();
    QFile certificates(inForce.caFile);
    if (!inForce.caFile.isEmpty()
        && (!certificates.open(QIODevice::ReadOnly)
            || !certificates.read(1'048'576).contains("-----BEGIN CERTIFICATE-----")))
        return {.verdict = Verdict::Problem,
                .text = {QT_TRANSLATE_NOOP("doctor", "%1 holds no certificates in PEM form."),
                         {inForce.caFile}},
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "Correct the file, or take it out of the settings.")}};
    if (inForce.proxy.isEmpty())
        return {.text = {QT_TRANSLATE_NOOP("doctor", "The system's proxy settings are used.")}};
    if (inForce.proxy == "none"_L1)
        return {.text = {QT_TRANSLATE_NOOP("doctor", "No proxy is used.")}};
    return {.text = {QT_TRANSLATE_NOOP("doctor", "The proxy %1 is used."), {inForce.proxy}}};
}

Finding Doctor::lookAtClients(const QString &userId) const
{
    const auto keys = m_parts.keys.list(userId).value_or(QList<accounts::McpKey>());
    if (std::any_of(keys.begin(), keys.end(), [](const accounts::McpKey &key) {
            return key.lastUsedAt.isValid();
        }))
        return {.text = {QT_TRANSLATE_NOOP("doctor", "At least one client has called.")}};
    return {.verdict = Verdict::Problem,
            .text = {QT_TRANSLATE_NOOP("doctor", "No client has called with a key yet.")},
            .remedy = {QT_TRANSLATE_NOOP(
                "doctor",
                "Make a key and add it to your client, for example: fairleadctl keys create "
                "--name Cursor")}};
}

} // namespace fairlead::doctor

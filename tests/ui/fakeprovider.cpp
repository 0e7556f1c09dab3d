// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeprovider.h"

#include "server/connections/connections.h"

#include <QCoroSignal>

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

tl::unexpected<Error> cancelledError()
{
    return failure(ErrorCode::Cancelled, u"Cancelled."_s);
}

} // namespace

FakeProvider::FakeProvider(const QString &type, connections::Connections &connections)
    : m_type(type)
    , m_connections(connections)
{}

QString FakeProvider::type() const
{
    return m_type;
}

QString FakeProvider::displayName() const
{
    return m_type == u"jira"_s ? u"Jira"_s : u"Notion"_s;
}

void FakeProvider::addTools(tools::ToolRegistry &registry)
{
    Q_UNUSED(registry)
}

QCoro::Task<Result<providers::ConnectionReport>> FakeProvider::connectWithToken(
    providers::TokenSignIn signIn)
{
    signIns.append(signIn);
    co_await pass(signIn.cancellation);
    if (signIn.cancellation.isCancelled())
        co_return cancelledError();
    if (!answer)
        co_return answer;
    providers::ConnectionReport report = *answer;
    report.connection.userId = signIn.userId;
    const auto saved = m_connections.save(report.connection, signIn.token);
    if (!saved)
        co_return failure(saved.error());
    report.connection = *saved;
    co_return report;
}

QCoro::Task<Result<providers::ConnectionReport>> FakeProvider::test(
    connections::Connection connection, CancellationToken cancellation)
{
    tested.append(connection.id);
    co_await pass(cancellation);
    if (cancellation.isCancelled())
        co_return cancelledError();
    co_return answer;
}

std::optional<oauth::AuthorizationServer> FakeProvider::authorizationServer() const
{
    oauth::AuthorizationServer server;
    server.service = m_type;
    server.displayName = displayName();
    server.authorizationEndpoint = QUrl(u"https://%1.example/authorize"_s.arg(m_type));
    server.tokenEndpoint = QUrl(u"https://%1.example/token"_s.arg(m_type));
    if (m_type == u"jira"_s)
        server.scopes = QStringList{u"read:jira-work"_s, u"offline_access"_s};
    return server;
}

QCoro::Task<Result<QList<providers::GrantedSite>>> FakeProvider::sitesOf(
    oauth::TokenSet tokens, CancellationToken cancellation)
{
    Q_UNUSED(tokens)
    co_await pass(cancellation);
    if (cancellation.isCancelled())
        co_return cancelledError();
    QList<providers::GrantedSite> granted;
    for (const QString &host : std::as_const(sites))
        granted.append({.id = u"id-"_s + host, .connection = report(m_type, host).connection});
    co_return granted;
}

QCoro::Task<Result<providers::ConnectionReport>> FakeProvider::proveSite(
    providers::GrantedSite site, oauth::TokenSet tokens, CancellationToken cancellation)
{
    Q_UNUSED(tokens)
    Q_UNUSED(cancellation)
    co_return report(m_type, site.connection.name);
}

providers::ConnectionReport report(const QString &type, const QString &host)
{
    providers::ConnectionReport report;
    report.connection.provider = type;
    report.connection.name = host;
    report.connection.site = QUrl(u"https://"_s + QString(host).remove(u'&'));
    report.connection.apiBase = report.connection.site;
    report.connection.account = u"anna@company.com"_s;
    report.connection.accountName = u"Anna Berg"_s;
    report.connection.limitations = QStringList{u"May not delete issues."_s};
    report.projects = QStringList{u"SHOP  Web shop"_s, u"OPS  Operations"_s};
    report.projectCount = 7;
    return report;
}

void FakeProvider::hold()
{
    m_held = true;
}

void FakeProvider::release()
{
    m_held = false;
    wake();
}

void FakeProvider::wake()
{
    // A second emission would resume the coroutine that waits a second time.
    if (std::exchange(m_waiting, false))
        Q_EMIT released();
}

QCoro::Task<> FakeProvider::pass(CancellationToken cancellation)
{
    if (!m_held || cancellation.isCancelled())
        co_return;
    m_waiting = true;
    cancellation.onCancelled(this, [this] { wake(); });
    co_await qCoro(this, &FakeProvider::released);
}

} // namespace fairlead::ui

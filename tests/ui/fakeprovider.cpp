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

FakeProvider::FakeProvider(connections::Connections &connections)
    : m_connections(connections)
{}

QString FakeProvider::type() const
{
    return u"jira"_s;
}

QString FakeProvider::displayName() const
{
    return u"Jira"_s;
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

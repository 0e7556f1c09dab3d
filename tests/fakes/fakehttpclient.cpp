// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakehttpclient.h"

#include "server/net/wait.h"

#include <QCoroSignal>
#include <QScopeGuard>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace fairlead::fakes {
namespace {

QString nameOf(const QByteArray &method, const QString &url)
{
    return QString::fromLatin1(method) + u' ' + url;
}

struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

FakeHttpClient::FakeHttpClient()
    : m_report(
        [](const QString &message) { QTest::qFail(qPrintable(message), __FILE__, __LINE__); })
{}

FakeHttpClient::FakeHttpClient(Report report)
    : m_report(std::move(report))
{}

void FakeHttpClient::plan(const QByteArray &method,
                          const QString &url,
                          Result<net::Response> answer)
{
    m_plans.push_back({nameOf(method, url), std::move(answer), false});
}

void FakeHttpClient::plan(const QByteArray &method,
                          const QString &url,
                          int status,
                          const QByteArray &body)
{
    plan(method, url, net::Response{.status = status, .headers = {}, .body = body});
}

void FakeHttpClient::planHang(const QByteArray &method, const QString &url)
{
    m_plans.push_back({nameOf(method, url), net::Response{}, true});
}

QCoro::Task<Result<net::Response>> FakeHttpClient::send(net::Request request)
{
    m_requests.append(request);
    const QString name = nameOf(request.method, QString::fromLatin1(request.url.toEncoded()));
    const auto found = std::find_if(
        m_plans.begin(), m_plans.end(), [&name](const Plan &plan) { return plan.request == name; });
    if (found == m_plans.end()) {
        m_report(u"Unplanned request: %1"_s.arg(name));
        co_return failure(ErrorCode::Internal, u"Unplanned request: %1"_s.arg(name));
    }
    const Plan plan = std::move(*found);
    m_plans.erase(found);
    ++m_underWay;
    const auto end = qScopeGuard([this] { --m_underWay; });
    // As with a real network, no answer comes before the caller has gone back to the event loop.
    const auto time = plan.hangs ? request.deadline : std::chrono::milliseconds(0);
    const std::unique_ptr<net::Wait, DeleteLater> wait(new net::Wait(time, request.cancellation));
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
    if (wait->outcome() == net::Wait::Outcome::Cancelled)
        co_return failure(ErrorCode::Cancelled, u"The request was cancelled."_s);
    if (plan.hangs)
        co_return failure(ErrorCode::Timeout, u"No answer came in time."_s);
    co_return plan.answer;
}

QStringList FakeHttpClient::unused() const
{
    QStringList names;
    for (const Plan &plan : m_plans)
        names.append(plan.request);
    return names;
}

} // namespace fairlead::fakes

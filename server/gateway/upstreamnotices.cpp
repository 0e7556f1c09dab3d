// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamnotices.h"

#include "server/base/text.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr qint64 toolsPauseMs = 200;
constexpr qint64 toolsPauseInFloodMs = 5'000;
constexpr qint64 progressPauseMs = 50;
constexpr int mostPosts = 4;
constexpr qsizetype longestMessage = 500;

qint64 nowMs()
{
    return QDeadlineTimer::current().deadline();
}

} // namespace

UpstreamNotices::UpstreamNotices(const QString &server, QObject *parent)
    : QObject(parent)
    , m_asking(server)
    , m_announcedMs(nowMs() - toolsPauseInFloodMs)
{
    m_toolsTimer.setSingleShot(true);
    m_toolsTimer.callOnTimeout(this, [this] {
        m_announcedMs = nowMs();
        Q_EMIT toolsChanged();
    });
}

void UpstreamNotices::follow(std::shared_ptr<UpstreamTransport> transport)
{
    if (m_transport)
        m_transport->disconnect(this);
    std::exchange(m_posting, CancellationSource()).cancel();
    m_transport = std::move(transport);
    if (m_transport)
        connect(
            m_transport.get(), &UpstreamTransport::messageReceived, this, &UpstreamNotices::take);
}

void UpstreamNotices::expect(qint64 id,
                             const ReportProgress &report,
                             const tools::ClientPortPointer &client)
{
    if (report)
        m_progress.insert(id, {.report = report});
    if (client)
        m_asking.expect(id, client);
}

void UpstreamNotices::forget(qint64 id)
{
    m_progress.remove(id);
    m_asking.forget(id);
}

void UpstreamNotices::announceTools()
{
    if (m_toolsTimer.isActive())
        return;
    const qint64 calm = m_announcedMs + toolsPauseInFloodMs - nowMs();
    m_toolsTimer.start(static_cast<int>(std::max(toolsPauseMs, calm)));
}

void UpstreamNotices::take(const mcp::Message &message, qint64 during)
{
    if (const auto *request = std::get_if<mcp::RequestMessage>(&message)) {
        answer(*request, during);
        return;
    }
    const auto *notification = std::get_if<mcp::NotificationMessage>(&message);
    if (notification == nullptr)
        return;
    if (notification->method == "notifications/tools/list_changed"_L1)
        announceTools();
    else if (notification->method == "notifications/progress"_L1)
        takeProgress(notification->params);
}

void UpstreamNotices::takeProgress(const QJsonObject &params)
{
    const auto expected = m_progress.find(params["progressToken"_L1].toInteger(-1));
    const double progress = params["progress"_L1].toDouble();
    if (expected == m_progress.end() || nowMs() - expected->atMs < progressPauseMs
        || (expected->atMs != 0 && progress <= expected->progress)) {
        return;
    }
    expected->progress = progress;
    expected->atMs = nowMs();
    tools::Progress report{.progress = progress,
                           .total = {},
                           .message = cleanedLine(params["message"_L1].toString(), longestMessage)};
    if (params["total"_L1].isDouble())
        report.total = params["total"_L1].toDouble();
    const auto reportProgress = expected->report;
    reportProgress(report);
}

void UpstreamNotices::answer(const mcp::RequestMessage &request, qint64 during)
{
    if (request.method == questionMethod && m_asking.isExpected(during)) {
        // Not within mostPosts: there are only as many as calls may ask.
        QCoro::connect(m_asking.answer(request, during), this, [this](const QByteArray &message) {
            if (message.isEmpty() || !m_transport)
                return;
            Outgoing outgoing{.body = message};
            QCoro::connect(m_transport->send(std::move(outgoing)), this, [](const auto &) {});
        });
        return;
    }
    if (request.method == "ping"_L1) {
        post(mcp::resultMessage(request.id, {}));
        return;
    }
    // Sampling, roots, a question out of the blue: nobody has allowed this server to ask for them.
    post(mcp::errorMessage(
        request.id,
        {mcp::RpcCode::MethodNotFound, u"This client does not grant %1."_s.arg(request.method)}));
}

void UpstreamNotices::tellCancelled(qint64 id)
{
    const QJsonObject params{{u"requestId"_s, id}, {u"reason"_s, u"Nobody waits for it."_s}};
    post(mcp::notificationMessage(u"notifications/cancelled"_s, params));
}

void UpstreamNotices::post(const QByteArray &message)
{
    // Whoever asks without an end is not answered without an end.
    if (!m_transport || m_posts >= mostPosts)
        return;
    ++m_posts;
    Outgoing outgoing{.body = message, .cancellation = m_posting.token()};
    QCoro::connect(
        m_transport->send(std::move(outgoing)), this, [this](const auto &) { --m_posts; });
}

} // namespace fairlead::gateway

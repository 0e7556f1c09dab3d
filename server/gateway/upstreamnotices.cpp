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

UpstreamNotices::UpstreamNotices(QObject *parent)
    : QObject(parent)
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
    m_transport = std::move(transport);
    if (m_transport)
        connect(
            m_transport.get(), &UpstreamTransport::messageReceived, this, &UpstreamNotices::take);
}

void UpstreamNotices::expectProgress(qint64 id, const ReportProgress &report)
{
    if (report)
        m_progress.insert(id, {.report = report});
}

void UpstreamNotices::announceTools()
{
    if (m_toolsTimer.isActive())
        return;
    const qint64 calm = m_announcedMs + toolsPauseInFloodMs - nowMs();
    m_toolsTimer.start(static_cast<int>(std::max(toolsPauseMs, calm)));
}

void UpstreamNotices::take(const mcp::Message &message)
{
    if (const auto *request = std::get_if<mcp::RequestMessage>(&message)) {
        answer(*request);
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

void UpstreamNotices::answer(const mcp::RequestMessage &request)
{
    if (request.method == "ping"_L1) {
        post(mcp::resultMessage(request.id, {}));
        return;
    }
    // Sampling, elicitation, roots: nobody has allowed this server to ask for them.
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
    Outgoing outgoing{.body = message};
    QCoro::connect(
        m_transport->send(std::move(outgoing)), this, [this](const auto &) { --m_posts; });
}

} // namespace fairlead::gateway

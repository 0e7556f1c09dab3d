// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreamtransport.h"
#include "server/tools/tool.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace fairlead::gateway {

/**
 * What an upstream says beside its answers, and what it is told without an answer. Nothing that it
 * asks for is granted; however much it says, little is passed on.
 */
class UpstreamNotices final : public QObject
{
    Q_OBJECT

public:
    using ReportProgress = std::function<void(tools::Progress)>;

    explicit UpstreamNotices(QObject *parent = nullptr);

    /** From now on this is how the upstream is spoken to; null: not at all. */
    void follow(std::shared_ptr<UpstreamTransport> transport);

    /** Until forget(): the progress of the request with this id. An empty function hears none. */
    void expectProgress(qint64 id, const ReportProgress &report);
    void forget(qint64 id) { m_progress.remove(id); }

    /** Nobody waits for the answer to this request any more. */
    void tellCancelled(qint64 id);
    /** toolsChanged() comes soon, and not more often than every few seconds. */
    void announceTools();

Q_SIGNALS:
    void toolsChanged();

private:
    struct Expected
    {
        ReportProgress report;
        double progress = 0; ///< last reported
        qint64 atMs = 0;
    };

    void take(const mcp::Message &message);
    void takeProgress(const QJsonObject &params);
    void answer(const mcp::RequestMessage &request);
    void post(const QByteArray &message);

    std::shared_ptr<UpstreamTransport> m_transport; // shared with the calls under way
    QHash<qint64, Expected> m_progress; ///< by the request's id
    QTimer m_toolsTimer;
    qint64 m_announcedMs;
    int m_posts = 0; ///< under way
};

} // namespace fairlead::gateway

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreamasking.h"
#include "server/gateway/upstreamtransport.h"
#include "server/tools/tool.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace fairlead::gateway {

/**
 * What an upstream says beside its answers, and what it is told without an answer. Its questions to
 * the person go to the client whose call it is working on; nothing else that it asks for is
 * granted. However much it says, little is passed on.
 */
class UpstreamNotices final : public QObject
{
    Q_OBJECT

public:
    using ReportProgress = std::function<void(tools::Progress)>;

    /** `server`: its name, for sentences. */
    explicit UpstreamNotices(const QString &server, QObject *parent = nullptr);

    /** From now on this is how the upstream is spoken to; null: not at all. */
    void follow(std::shared_ptr<UpstreamTransport> transport);

    /** Until forget(): the progress of the request with this id, and the questions that come with
     * it. An empty function hears none; null cannot be asked. */
    void expect(qint64 id, const ReportProgress &report, const tools::ClientPortPointer &client);
    void forget(qint64 id);

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

    void take(const mcp::Message &message, qint64 during);
    void takeProgress(const QJsonObject &params);
    void answer(const mcp::RequestMessage &request, qint64 during);
    void post(const QByteArray &message);

    std::shared_ptr<UpstreamTransport> m_transport; // shared with the calls under way
    QHash<qint64, Expected> m_progress; ///< by the request's id
    UpstreamAsking m_asking;
    QTimer m_toolsTimer;
    qint64 m_announcedMs;
    CancellationSource m_posting; ///< to the transport of now
    int m_posts = 0; ///< under way
};

} // namespace fairlead::gateway

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/eventstreamparser.h"
#include "server/net/httpclient.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace fairlead::net {

class CurlLoop;
class CurlRequest;
class Wait;

/**
 * An open text/event-stream of a server on the outside, read event by event. Follows the same rules
 * as HttpClient (URL, headers, redirects, cookies). Destroying it closes the connection.
 */
class EventStreamReader final : public QObject
{
    Q_OBJECT

public:
    /** Sends the request; its deadline holds until the first event. Events are at most 16 MiB. */
    explicit EventStreamReader(const Request &request, QObject *parent = nullptr);
    ~EventStreamReader() override;

    /** The next event; Timeout when none comes in time, Network when the stream has ended,
       Unauthorized, Forbidden or InvalidData when the server did not answer with a stream. */
    [[nodiscard]] QCoro::Task<Result<StreamEvent>> next(std::chrono::milliseconds timeout);

private:
    void read(QByteArrayView bytes);
    void finish();
    void end(const Error &error);
    void announceSoon();
    void announce();

    std::unique_ptr<CurlLoop> m_loop;
    std::unique_ptr<CurlRequest> m_request;
    QTimer m_silence;
    QPointer<Wait> m_waiting; ///< of the next() that is waiting
    QString m_host;
    EventStreamParser m_parser;
    QList<StreamEvent> m_events;
    std::optional<Error> m_end;
};

} // namespace fairlead::net

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/secret.h"
#include "server/gateway/upstreammessages.h"
#include "server/gateway/upstreampace.h"

#include <QCoroTask>
#include <QObject>

#include <functional>
#include <memory>

namespace fairlead::gateway {

/** Where an upstream is, and what it wants to see before it answers. */
struct UpstreamTarget
{
    QUrl url;
    QString name; ///< for sentences
    /** The value of the Authorization header; empty: none. */
    std::function<QCoro::Task<Result<Secret>>(CancellationToken)> authorize;
    /** It is known to speak this; without, Fairlead finds out. */
    std::optional<mcp::Revision> revision{};
    /** Another value, after the upstream refused this one with 401; empty: there is no other. The
     * function may be empty, too. */
    std::function<QCoro::Task<Result<Secret>>(Secret, CancellationToken)> authorizeAfter{};
    /** What a refusal (401, 403) means here, instead of the usual sentence; may be empty. */
    std::function<Error(const net::Response &, const Error &usual)> explain{};
    // Shared: what is left of a limit stays when a client is made anew.
    std::shared_ptr<UpstreamPace> pace{}; ///< null: nothing holds requests back
};

/** One message on its way to an upstream. */
struct Outgoing
{
    QByteArray body{}; ///< JSON
    std::optional<mcp::RequestId> id{}; ///< none: a notification, which has no answer
    QList<net::Header> headers{};
    std::chrono::milliseconds time{30'000}; ///< for everything
    CancellationToken cancellation{};
    qsizetype maxBytes = longestUpstreamMessage; ///< of the answer
};

/**
 * One of MCP's ways to carry messages to a server over HTTP. A status that refuses the message is
 * an Error, except those from which a client learns the server's revision: 400, 404, 405, 406 and
 * 415 are replies with that status. NotFound: the upstream does not know the session any more, and
 * has done nothing.
 */
class UpstreamTransport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QCoro::Task<Result<UpstreamReply>> send(Outgoing outgoing) = 0;

    /** Hears what the upstream says of its own accord, until its stream ends. With a body that asks
     * for it (2026-07-28), or without. NotFound: this upstream says nothing of its own accord;
     * Conflict: it does not know the session any more. */
    [[nodiscard]] virtual QCoro::Task<Result<>> listen(Outgoing outgoing) = 0;

Q_SIGNALS:
    /** What listen() hears with is open, or will not be. */
    void streamSettled();
    /** Whatever is no answer to a message that waits for one. `during`: the id of the request whose
     * answer it came with; -1 when that is not known. */
    void messageReceived(const fairlead::mcp::Message &message, qint64 during);

protected:
    /** The answer among the messages, of which this is the text; the others are announced. */
    [[nodiscard]] std::optional<UpstreamReply> takeAnswer(const QList<mcp::Message> &messages,
                                                          const QByteArray &text,
                                                          const Outgoing &outgoing);
};

/** What a refusal in MCP's form says, in the upstream's words. */
[[nodiscard]] Error faultOf(const QString &name, const UpstreamReply &reply);

/** What an HTTP answer that is no MCP means to a person. */
[[nodiscard]] Error refusalOf(const QString &name, const net::Response &response);
/** The same, as this upstream wants it explained. */
[[nodiscard]] Error refusalOf(const UpstreamTarget &target, const net::Response &response);

} // namespace fairlead::gateway

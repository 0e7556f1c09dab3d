// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <QObject>

#include <chrono>

namespace fairlead::http {

/**
 * An open text/event-stream (WHATWG HTML, section 9.2). Owned by the engine, which deletes it some
 * time after closed(); hold it in a QPointer. A comment line goes out every 15 s so that a dead
 * client is noticed. A client that lets more than 1 MiB pile up is dropped.
 */
class EventStream : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Sends one event; `event` and `id` may be empty. False when the stream is closed. */
    virtual bool send(QByteArrayView data, QByteArrayView event = {}, QByteArrayView id = {}) = 0;

    /** Sends an event without content, only to name a place that the client can come back to, and
     * how long it should wait before it does. False when the stream is closed. */
    virtual bool prime(QByteArrayView id, std::chrono::milliseconds retry) = 0;

    /** Ends the stream after what is queued. */
    virtual void close() = 0;

    [[nodiscard]] virtual bool isOpen() const = 0;

Q_SIGNALS:
    /** The stream has ended, whoever ended it; once. */
    void closed();
};

/**
 * One request that waits for its answer: answer it once with respond() or openEventStream(). Owned
 * by the engine, which deletes it some time after the answer or clientLeft(); hold it in a
 * QPointer. This is the whole seam to QtHttpServer: nothing outside server/http/engine knows more.
 */
class Exchange : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const Request &request() const = 0;

    /** For the router, which knows what the braces of its route stand for. */
    virtual void setPathParameters(const QList<Header> &parameters) = 0;

    /** The one answer. A second one, or one after clientLeft(), is ignored. */
    virtual void respond(Response response) = 0;

    /** Whether openEventStream() for this owner would find room just now. */
    [[nodiscard]] virtual bool hasRoomForStream(const QString &ownerId) const = 0;

    /** Answers 200 with an event stream that counts for `ownerId` (a key's id): see
     * HttpServer::closeStreamsOf(). Null when the client has left, when it only asked with HEAD, or
     * when a stream limit is reached: the exchange is then answered already (429). */
    [[nodiscard]] virtual EventStream *openEventStream(const QString &ownerId,
                                                       QList<Header> headers = {}) = 0;

Q_SIGNALS:
    /** The client hung up before the answer: stop the work behind it. Once; never after an answer.
     */
    void clientLeft();
    /** The answer is on its way, or the stream of it has begun. Once; never after clientLeft(). */
    void answered();
};

} // namespace fairlead::http

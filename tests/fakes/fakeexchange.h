// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"

#include <QPointer>

#include <optional>

namespace fairlead::fakes {

/** An event as it would go on the wire. */
struct FakeEvent
{
    QByteArray data;
    QByteArray event;
    QByteArray id;

    bool operator==(const FakeEvent &) const = default;
};

/** Keeps what is sent on a stream; like the engine's, it tells of its end from the event loop. */
class FakeEventStream final : public http::EventStream
{
    Q_OBJECT

public:
    using http::EventStream::EventStream;

    bool send(QByteArrayView data, QByteArrayView event = {}, QByteArrayView id = {}) override;
    /** Kept as an event of the kind "priming". */
    bool prime(QByteArrayView id, std::chrono::milliseconds retry) override;
    void close() override;
    [[nodiscard]] bool isOpen() const override { return m_open; }

    /** The client hangs up. */
    void leave();

    [[nodiscard]] const QList<FakeEvent> &events() const { return m_events; }

private:
    QList<FakeEvent> m_events;
    bool m_open = true;
};

/** A request whose answer is kept for the test to look at. */
class FakeExchange final : public http::Exchange
{
    Q_OBJECT

public:
    explicit FakeExchange(http::Request request, QObject *parent = nullptr);

    [[nodiscard]] const http::Request &request() const override { return m_request; }
    void setPathParameters(const QList<http::Header> &parameters) override;
    void respond(http::Response response) override;
    [[nodiscard]] bool hasRoomForStream(const QString &) const override
    {
        return !m_refusesStreams;
    }
    [[nodiscard]] http::EventStream *openEventStream(const QString &ownerId,
                                                     QList<http::Header> headers = {}) override;

    /** The client hangs up before the answer. */
    void leave();
    /** openEventStream() answers 429 from now on. */
    void refuseStreams() { m_refusesStreams = true; }

    [[nodiscard]] bool isAnswered() const { return m_response || m_stream; }
    [[nodiscard]] const std::optional<http::Response> &response() const { return m_response; }
    /** 0 while there is no plain answer. */
    [[nodiscard]] int status() const { return m_response ? m_response->status : 0; }
    [[nodiscard]] QByteArray body() const { return m_response ? m_response->body : QByteArray(); }
    /** A header of the answer, plain or stream, by its exact name. */
    [[nodiscard]] QByteArray answerHeader(QByteArrayView name) const;
    [[nodiscard]] FakeEventStream *stream() const { return m_stream; }
    [[nodiscard]] const QString &streamOwner() const { return m_streamOwner; }

private:
    http::Request m_request;
    std::optional<http::Response> m_response;
    QPointer<FakeEventStream> m_stream;
    QList<http::Header> m_streamHeaders;
    QString m_streamOwner;
    bool m_left = false;
    bool m_refusesStreams = false;
};

} // namespace fairlead::fakes

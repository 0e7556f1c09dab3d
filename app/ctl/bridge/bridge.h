// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/call.h"

#include <QQueue>

#include <map>

namespace fairlead::ctl {

/**
 * Passes on what the client says, in the order in which it says it: a request goes out without
 * waiting for the one before it, while everything waits for an initialize or a notification to
 * have arrived.
 */
class Bridge final : public QObject
{
    Q_OBJECT

public:
    /** With `keyProblem`, why there is no key: every request is answered with it. */
    Bridge(StdioChannel &channel,
           ClientPort &client,
           Call::Around around,
           InstanceLocator &locator,
           std::optional<Error> keyProblem,
           QObject *parent = nullptr);
    ~Bridge() override;

    void start();
    /** Ends in order, within two seconds; finished() tells when. */
    void stop();

Q_SIGNALS:
    void finished();

private:
    void receive(const QByteArray &line);
    void refuseLine(const QByteArray &id, bool isRequest);
    [[nodiscard]] QCoro::Task<void> work();
    [[nodiscard]] QCoro::Task<void> pass(RpcLine line);
    [[nodiscard]] QCoro::Task<void> startCall(RpcLine line);
    [[nodiscard]] QCoro::Task<void> runCall(quint64 number);
    [[nodiscard]] QCoro::Task<void> notify(RpcLine line, QByteArray body);
    [[nodiscard]] QCoro::Task<void> cancel(RpcLine line);
    enum class Which { OfTheSession, All };
    void giveUpCalls(Which which, const QString &why);
    [[nodiscard]] QCoro::Task<void> endInOrder();
    void checkIdle();
    [[nodiscard]] bool isIdle() const;
    void balance();
    [[nodiscard]] qsizetype heldBytes() const;

    StdioChannel &m_channel;
    ClientPort &m_client;
    InstanceLocator &m_locator;
    Call::Around m_around;
    std::optional<Error> m_keyProblem;
    QQueue<RpcLine> m_queue;
    bool m_isWorking = false;
    bool m_isEnding = false;
    bool m_isReading = false;
    std::map<quint64, std::unique_ptr<Call>> m_calls;
    quint64 m_lastCall = 0;
    Gate m_idle{Gate::State::Open};
};

} // namespace fairlead::ctl

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/gate.h"
#include "app/ctl/bridge/programstart.h"
#include "server/net/httpclient.h"

#include <QDeadlineTimer>
#include <QFileSystemWatcher>
#include <QLockFile>
#include <QObject>

namespace fairlead::ctl {

/**
 * Where Fairlead serves: finds the running instance by its data folder, waits for one, and starts
 * one when asked to. Never gives an address outside this computer.
 */
class InstanceLocator final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString dataFolder;
        QList<QStringList> programs = {}; ///< to try in this order when nothing serves: each with
                                          ///< its arguments; may be empty
        QUrl url = {}; ///< when set, nothing is looked for and nothing is started
        std::chrono::milliseconds startTime{30'000}; ///< for a program to serve
        std::chrono::milliseconds returnTime{10'000}; ///< for somebody else to start one
        std::chrono::milliseconds patience{1'500}; ///< after a loss, before we start one
    };

    InstanceLocator(net::HttpClient &http, Options options, QObject *parent = nullptr);

    /** The address, once something serves there. NotFound, with what to do, when nothing does in
     * time. */
    [[nodiscard]] QCoro::Task<Result<QUrl>> running();
    /** The same without starting anything and without an end. */
    [[nodiscard]] QCoro::Task<Result<QUrl>> returned();

    /** Whether the last address is still that of the instance. When a connection has broken, only
     * this says so: the port may be somebody else's by now, who must not be sent the key. An
     * address that was given to us is believed. */
    [[nodiscard]] bool isStillThere() const;

    /** Nobody answers at the last address any more. */
    void setLost();

    /** Whoever waits here gets Cancelled, now and from now on. */
    void stop();

private:
    [[nodiscard]] std::optional<QUrl> current();
    [[nodiscard]] QByteArray endpointFile() const;
    [[nodiscard]] QCoro::Task<bool> isAnswering(QUrl url);
    [[nodiscard]] QCoro::Task<std::optional<QUrl>> look();
    /** Starts what is to be started; why not to wait any longer. */
    [[nodiscard]] Result<> goOn(const QDeadlineTimer &deadline, const QDeadlineTimer &patience);
    [[nodiscard]] Result<> startNext();
    [[nodiscard]] bool hasFailed() const;
    [[nodiscard]] Error notServing() const;
    void watch();
    void forgetStart();

    net::HttpClient &m_http;
    Options m_options;
    QByteArray m_endpoint; ///< the file that named the last address
    QByteArray m_gone; ///< what stands in a file that a dead instance left behind
    QUrl m_last; ///< the last address
    bool m_isLost = false;
    bool m_isStopped = false;
    std::unique_ptr<ProgramStart> m_start;
    qsizetype m_nextProgram = 0;
    QString m_lastWords;
    std::unique_ptr<QLockFile> m_startLock;
    QFileSystemWatcher m_watcher;
    Gate m_changed{Gate::State::Closed};
};

} // namespace fairlead::ctl

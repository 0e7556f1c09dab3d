// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/childprogram.h"
#include "server/base/cancellation.h"
#include "server/base/secret.h"
#include "server/providers/sampledata.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace fairlead::accounts {
struct User;
} // namespace fairlead::accounts
namespace fairlead::connections {
class Connections;
} // namespace fairlead::connections
namespace fairlead::net {
class HttpClient;
} // namespace fairlead::net
namespace fairlead::providers {
class Providers;
} // namespace fairlead::providers

namespace fairlead::wiring {

/**
 * The sample data: fairlead-sandbox as a child of this program, and one connection to each of its
 * Jira and its Notion. Where they lead is written down before they are made, so that the next start
 * finds what a crash has left. It gives way to the first connection of the owner's own, so that
 * nobody has to say which is meant. Outlives the event loop.
 */
class SandboxData final : public providers::SampleData
{
    Q_OBJECT

public:
    struct Parts
    {
        QString program; ///< fairlead-sandbox
        QString recordFile;
        const accounts::User &owner;
        connections::Connections &connections;
        const providers::Providers &providers;
        net::HttpClient &http;
    };

    explicit SandboxData(Parts parts);

    /** The ids of its connections, also of those that are just being made. */
    [[nodiscard]] QStringList connectionIds() const;

    /** Takes away what a program that could not end properly has left. */
    [[nodiscard]] Result<> removeLeftovers();

    [[nodiscard]] State state() const override;
    [[nodiscard]] bool isSample(const connections::Connection &connection) const override;
    void start() override;
    void cancel() override;
    [[nodiscard]] Result<> remove() override;

private:
    void noteEnd(const Error &error);
    void connectTo(const QJsonObject &sandbox);
    [[nodiscard]] QCoro::Task<> connectAll(QJsonObject sandbox, CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<>> connectJira(QUrl site,
                                                    QString account,
                                                    Secret token,
                                                    CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<>> connectNotion(QUrl api,
                                                      Secret token,
                                                      CancellationToken cancellation);
    void giveUp(const Error &error);
    void followConnections();
    [[nodiscard]] Result<> disconnectAll();
    [[nodiscard]] bool isAlone() const;
    void setState(State state);

    Parts m_parts;
    platform::ChildProgram m_child;
    QStringList m_addresses; ///< "http://127.0.0.1:41233" of each of its services
    CancellationSource m_cancellation;
    Error m_reason; ///< of a cancellation
    State m_state = State::Off;
    bool m_isConnecting = false;
};

} // namespace fairlead::wiring

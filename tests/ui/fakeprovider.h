// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"

#include <QList>
#include <QObject>

namespace fairlead::connections {
class Connections;
} // namespace fairlead::connections

namespace fairlead::ui {

/**
 * A provider without a network: answers as the test says, at once or when it is released, and stops
 * waiting when it is cancelled.
 */
class FakeProvider final : public QObject, public providers::Provider
{
    Q_OBJECT

public:
    explicit FakeProvider(connections::Connections &connections);

    [[nodiscard]] QString type() const override;
    [[nodiscard]] QString displayName() const override;
    void addTools(tools::ToolRegistry &registry) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> connectWithToken(
        providers::TokenSignIn signIn) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) override;

    /** From now on every call waits for release() or its cancellation. */
    void hold();
    void release();

    Result<providers::ConnectionReport> answer;
    QList<providers::TokenSignIn> signIns;
    QStringList tested; ///< ids of connections

Q_SIGNALS:
    void released();

private:
    [[nodiscard]] QCoro::Task<> pass(CancellationToken cancellation);
    void wake();

    connections::Connections &m_connections;
    bool m_held = false;
    bool m_waiting = false; ///< one call waits for wake()
};

} // namespace fairlead::ui

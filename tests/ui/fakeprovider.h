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
    /** `type`: "jira" or "notion". */
    FakeProvider(const QString &type, connections::Connections &connections);

    [[nodiscard]] QString type() const override;
    [[nodiscard]] QString displayName() const override;
    void addTools(tools::ToolRegistry &registry) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> connectWithToken(
        providers::TokenSignIn signIn) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) override;

    [[nodiscard]] std::optional<oauth::AuthorizationServer> authorizationServer() const override;
    [[nodiscard]] QCoro::Task<Result<QList<providers::GrantedSite>>> sitesOf(
        oauth::TokenSet tokens, CancellationToken cancellation) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> proveSite(
        providers::GrantedSite site,
        oauth::TokenSet tokens,
        CancellationToken cancellation) override;

    /** From now on every call waits for release() or its cancellation. */
    void hold();
    void release();

    Result<providers::ConnectionReport> answer;
    QList<providers::TokenSignIn> signIns;
    QStringList tested; ///< ids of connections
    QStringList sites; ///< hosts that a browser sign-in opens

Q_SIGNALS:
    void released();

private:
    [[nodiscard]] QCoro::Task<> pass(CancellationToken cancellation);
    void wake();

    QString m_type;
    connections::Connections &m_connections;
    bool m_held = false;
    bool m_waiting = false; ///< one call waits for wake()
};

/** What a successful sign-in finds. */
[[nodiscard]] providers::ConnectionReport report(const QString &type, const QString &host);

} // namespace fairlead::ui

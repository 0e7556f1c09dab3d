// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/networkhttpclient.h"
#include "server/providers/provider.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace fairlead::tests {

/** A provider that is connected with a token, with its tools, over a real store and vault and the
 * network that is handed in. */
class RestFixture
{
public:
    using Make = std::function<std::unique_ptr<providers::Provider>(
        net::HttpClient &, connections::Connections &, connections::Credentials &)>;

    RestFixture(net::HttpClient &network, const Make &make);

    [[nodiscard]] Result<providers::ConnectionReport> signIn(const QByteArray &token,
                                                             const QString &address = {});
    [[nodiscard]] Result<providers::ConnectionReport> test(
        const connections::Connection &connection);
    /** Runs a tool to its end, as the fixture's user. */
    [[nodiscard]] tools::ToolResult call(const QString &tool, const QJsonObject &arguments = {});
    /** What the tool answers, after "ERROR " when it failed. */
    [[nodiscard]] QString textOf(const QString &tool, const QJsonObject &arguments = {});
    [[nodiscard]] connections::Connection current(const QString &id) const;
    [[nodiscard]] QList<connections::Connection> connections() const;

private:
    QTemporaryDir m_folder;
    fakes::FakeClock m_clock;
    fakes::Stores m_stores;
    QString m_userId;
    std::unique_ptr<providers::Provider> m_provider;

public:
    tools::ToolRegistry registry;
};

/** A client of real HTTP that does not wait long before it tries again. */
[[nodiscard]] net::NetworkHttpClient::Options quickRetries();

} // namespace fairlead::tests

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/restfixture.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace fairlead::tests {

RestFixture::RestFixture(net::HttpClient &network, const Make &make)
    : m_stores(m_folder.path(), network, m_clock)
    , m_userId(m_stores.user())
    , m_provider(make(network, *m_stores.connections, *m_stores.credentials))
{
    m_provider->addTools(registry);
}

Result<providers::ConnectionReport> RestFixture::signIn(const QByteArray &token,
                                                        const QString &address)
{
    m_clock.advance(std::chrono::seconds(1)); // connections are listed by age
    return QCoro::waitFor(m_provider->connectWithToken({.userId = m_userId,
                                                        .baseUrl = address,
                                                        .username = {},
                                                        .token = Secret(token),
                                                        .cancellation = {}}));
}

Result<providers::ConnectionReport> RestFixture::test(const connections::Connection &connection)
{
    return QCoro::waitFor(m_provider->test(connection, {}));
}

tools::ToolResult RestFixture::call(const QString &tool, const QJsonObject &arguments)
{
    tools::ToolCall toolCall;
    toolCall.tool = tool;
    toolCall.arguments = arguments;
    toolCall.caller.userId = m_userId;
    const auto result = QCoro::waitFor(registry.invoke(toolCall));
    return result ? *result : tools::ToolResult::fromError(result.error());
}

QString RestFixture::textOf(const QString &tool, const QJsonObject &arguments)
{
    const tools::ToolResult result = call(tool, arguments);
    const QString text = result.content.isEmpty() ? QString() : result.content.first().text;
    return result.isError ? u"ERROR "_s + text : text;
}

connections::Connection RestFixture::current(const QString &id) const
{
    return m_stores.connections->find(m_userId, id).value();
}

QList<connections::Connection> RestFixture::connections() const
{
    return m_stores.connections->list(m_userId).value();
}

net::NetworkHttpClient::Options quickRetries()
{
    net::NetworkHttpClient::Options options;
    options.retry.base = std::chrono::milliseconds(1);
    return options;
}

} // namespace fairlead::tests

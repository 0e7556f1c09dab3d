// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/sandboxdata.h"

#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/connections/connections.h"
#include "server/providers/notion/notionsignin.h"
#include "server/providers/providers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

QString addressOf(const QUrl &url)
{
    return url.scheme() + u"://"_s + url.authority();
}

Secret tokenIn(const QJsonObject &object)
{
    return Secret(object.value("token"_L1).toString().toUtf8());
}

QUrl notionIn(const QJsonObject &sandbox)
{
    return QUrl(sandbox.value("notion"_L1).toObject().value("api"_L1).toString());
}

} // namespace

SandboxData::SandboxData(Parts parts)
    : m_parts(std::move(parts))
    , m_child(m_parts.program)
{
    connect(&m_child, &platform::ChildProgram::ready, this, &SandboxData::connectTo);
    connect(&m_child, &platform::ChildProgram::failed, this, &SandboxData::noteEnd);
    // Queued: all of them may be going just now.
    connect(&m_parts.connections,
            &connections::Connections::changed,
            this,
            &SandboxData::followConnections,
            Qt::QueuedConnection);
}

Result<> SandboxData::removeLeftovers()
{
    QFile file(m_parts.recordFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray addresses = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &address : addresses)
        m_addresses.append(address.toString());
    return disconnectAll();
}

QStringList SandboxData::connectionIds() const
{
    QStringList ids;
    if (m_addresses.isEmpty())
        return ids;
    const auto all = m_parts.connections.listAll();
    if (!all)
        return ids;
    for (const connections::Connection &connection : *all) {
        if (isSample(connection))
            ids.append(connection.id);
    }
    return ids;
}

providers::SampleData::State SandboxData::state() const
{
    return m_state == State::Off && !m_child.exists() ? State::Missing : m_state;
}

bool SandboxData::isSample(const connections::Connection &connection) const
{
    return m_addresses.contains(addressOf(connection.apiBase));
}

void SandboxData::start()
{
    if (state() != State::Off)
        return;
    m_cancellation = CancellationSource();
    setState(State::Starting);
    m_child.start({u"--port"_s, u"0"_s, u"--print-ready"_s, u"--end-with-input"_s});
}

void SandboxData::cancel()
{
    if (m_state != State::Starting)
        return;
    noteEnd({.code = ErrorCode::Cancelled, .message = {}});
}

Result<> SandboxData::remove()
{
    cancel();
    if (m_isConnecting)
        return {};
    if (const auto removed = disconnectAll(); !removed)
        return removed;
    m_child.end();
    setState(State::Off);
    return {};
}

void SandboxData::noteEnd(const Error &error)
{
    if (!m_isConnecting) {
        giveUp(error);
        return;
    }
    // What is just being connected comes back cancelled, and gives up then.
    m_reason = error;
    m_cancellation.cancel();
}

void SandboxData::connectTo(const QJsonObject &sandbox)
{
    m_addresses = {addressOf(QUrl(sandbox.value("url"_L1).toString())),
                   addressOf(notionIn(sandbox))};
    const QByteArray record = QJsonDocument(QJsonArray::fromStringList(m_addresses)).toJson();
    if (const auto written = durableWrite(m_parts.recordFile, record); !written) {
        giveUp(written.error());
        return;
    }
    m_isConnecting = true;
    QCoro::connect(connectAll(sandbox, m_cancellation.token()), this, [] {});
}

QCoro::Task<> SandboxData::connectAll(QJsonObject sandbox, CancellationToken cancellation)
{
    auto connected = co_await connectJira(QUrl(sandbox.value("url"_L1).toString()),
                                          sandbox.value("email"_L1).toString(),
                                          tokenIn(sandbox),
                                          cancellation);
    if (connected)
        connected = co_await connectNotion(
            notionIn(sandbox), tokenIn(sandbox.value("notion"_L1).toObject()), cancellation);
    m_isConnecting = false;
    if (cancellation.isCancelled())
        giveUp(m_reason);
    else if (!connected)
        giveUp(connected.error());
    else
        setState(State::On);
}

QCoro::Task<Result<>> SandboxData::connectJira(QUrl site,
                                               QString account,
                                               Secret token,
                                               CancellationToken cancellation)
{
    const auto provider = m_parts.providers.find(u"jira"_s);
    if (!provider)
        co_return failure(provider.error());
    providers::TokenSignIn signIn{.userId = m_parts.owner.id,
                                  .baseUrl = site.toString(),
                                  .username = std::move(account),
                                  .token = std::move(token),
                                  .cancellation = std::move(cancellation)};
    const auto report = co_await (*provider)->connectWithToken(std::move(signIn));
    if (!report)
        co_return failure(report.error());
    co_return Result<>();
}

QCoro::Task<Result<>> SandboxData::connectNotion(QUrl api,
                                                 Secret token,
                                                 CancellationToken cancellation)
{
    // The provider itself connects to the Notion of the settings only.
    providers::notion::NotionSignIn notion(m_parts.http, std::move(api));
    providers::TokenSignIn signIn{.userId = m_parts.owner.id,
                                  .baseUrl = {},
                                  .username = {},
                                  .token = token,
                                  .cancellation = cancellation};
    const auto report = co_await notion.prove(std::move(signIn));
    if (!report)
        co_return failure(report.error());
    if (cancellation.isCancelled())
        co_return failure(ErrorCode::Cancelled, u"The sample data was cancelled."_s);
    const auto saved = m_parts.connections.save(report->connection, token);
    if (!saved)
        co_return failure(saved.error());
    co_return Result<>();
}

void SandboxData::giveUp(const Error &error)
{
    const auto removed = disconnectAll();
    m_child.end();
    const bool wasWanted = error.code != ErrorCode::Cancelled;
    setState(State::Off);
    if (!removed)
        Q_EMIT failed(removed.error());
    else if (wasWanted)
        Q_EMIT failed(
            {.code = error.code,
             .message = u"The sample data cannot be used. %1 Try again."_s.arg(error.message)});
}

void SandboxData::followConnections()
{
    if (m_state != State::On || isAlone())
        return;
    if (const auto removed = remove(); !removed)
        Q_EMIT failed(removed.error());
}

Result<> SandboxData::disconnectAll()
{
    const auto all = m_parts.connections.listAll();
    if (!all)
        return failure(all.error());
    for (const connections::Connection &connection : *all) {
        if (!isSample(connection))
            continue;
        if (auto removed = m_parts.connections.remove(connection.userId, connection.id); !removed)
            return removed;
    }
    m_addresses.clear();
    // Kept as long as something of it may be left.
    if (QFile::exists(m_parts.recordFile) && !QFile::remove(m_parts.recordFile))
        return failure(ErrorCode::Storage,
                       u"%1 cannot be removed. Remove it by hand."_s.arg(m_parts.recordFile));
    return {};
}

bool SandboxData::isAlone() const
{
    const auto all = m_parts.connections.list(m_parts.owner.id);
    // Who cannot tell takes nothing away.
    if (!all)
        return true;
    return !all->isEmpty()
        && std::ranges::all_of(*all, [this](const auto &one) { return isSample(one); });
}

void SandboxData::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT changed();
}

} // namespace fairlead::wiring

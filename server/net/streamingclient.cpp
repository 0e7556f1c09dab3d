// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/streamingclient.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>

namespace fairlead::net {
namespace {

constexpr int connectionsPerManager = 6;
constexpr size_t mostManagers = 16;

} // namespace

void ReleasedLater::operator()(StreamedResponse *response) const
{
    // Not abort(): whoever waits may be about to go, too.
    response->close();
    response->deleteLater();
}

StreamingClient::StreamingClient(QObject *parent)
    : QObject(parent)
{}

StreamingClient::~StreamingClient() = default;

StreamedResponsePointer StreamingClient::send(const Request &request)
{
    const size_t index = freest();
    Manager &manager = m_managers[index];
    StreamedResponsePointer response(new StreamedResponse(*manager.network, request));
    ++manager.open;
    connect(response.get(), &QObject::destroyed, this, [this, index] { --m_managers[index].open; });
    return response;
}

size_t StreamingClient::freest()
{
    const auto found = std::ranges::min_element(m_managers, {}, &Manager::open);
    const bool isFull = found == m_managers.end() || found->open >= connectionsPerManager;
    if (!isFull || m_managers.size() >= mostManagers)
        return static_cast<size_t>(found - m_managers.begin());
    m_managers.push_back({.network = std::make_unique<QNetworkAccessManager>()});
    m_managers.back().network->setProxy(QNetworkProxy::NoProxy);
    return m_managers.size() - 1;
}

} // namespace fairlead::net

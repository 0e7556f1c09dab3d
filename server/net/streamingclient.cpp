// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/streamingclient.h"

#include "server/net/curlloop.h"

namespace fairlead::net {

void ReleasedLater::operator()(StreamedResponse *response) const
{
    // Not abort(): whoever waits may be about to go, too.
    response->close();
    response->deleteLater();
}

StreamingClient::StreamingClient(QObject *parent)
    : QObject(parent)
    , m_loop(std::make_unique<CurlLoop>())
{}

StreamingClient::~StreamingClient() = default;

StreamedResponsePointer StreamingClient::send(const Request &request)
{
    return StreamedResponsePointer(new StreamedResponse(*m_loop, request));
}

} // namespace fairlead::net

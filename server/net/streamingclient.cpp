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
{}

StreamingClient::~StreamingClient() = default;

StreamedResponsePointer StreamingClient::send(const Request &request)
{
    if (!m_loop) {
        auto made = CurlLoop::create();
        if (!made)
            return StreamedResponsePointer(new StreamedResponse(made.error()));
        m_loop = std::move(*made);
    }
    return StreamedResponsePointer(new StreamedResponse(*m_loop, request));
}

} // namespace fairlead::net

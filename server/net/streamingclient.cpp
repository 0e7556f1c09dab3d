// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/streamingclient.h"

#include "server/net/curlloop.h"
#include "server/net/trustedcertificates.h"

namespace fairlead::net {

void ReleasedLater::operator()(StreamedResponse *response) const
{
    // Not abort(): whoever waits may be about to go, too.
    response->close();
    response->deleteLater();
}

StreamingClient::StreamingClient(QObject *parent)
    : StreamingClient(Options(), parent)
{}

StreamingClient::StreamingClient(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_trustedCertificates(certificatesWith(m_options.extraCaFile))
{}

StreamingClient::~StreamingClient() = default;

StreamedResponsePointer StreamingClient::send(const Request &request)
{
    if (!m_loop) {
        auto made = CurlLoop::create();
        if (!made)
            return StreamedResponsePointer(new StreamedResponse(made.error()));
        m_loop = std::move(*made);
        m_loop->setProxy(m_options.proxy);
    }
    return StreamedResponsePointer(new StreamedResponse(*m_loop, request, m_trustedCertificates));
}

bool StreamingClient::isIdle() const
{
    return !m_loop || m_loop->isIdle();
}

} // namespace fairlead::net

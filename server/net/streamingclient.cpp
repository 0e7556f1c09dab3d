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
    const auto loop = CurlLoop::ensure(m_loop, m_options.proxy);
    if (!loop)
        return StreamedResponsePointer(new StreamedResponse(loop.error()));
    return StreamedResponsePointer(new StreamedResponse(**loop, request, m_trustedCertificates));
}

bool StreamingClient::isIdle() const
{
    return !m_loop || m_loop->isIdle();
}

} // namespace fairlead::net

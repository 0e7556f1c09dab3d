// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/loopbackredirect.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::api {
namespace {

/** A browser, and whatever else looks at open ports. */
http::Limits fewRequests()
{
    http::Limits limits;
    limits.connections = 16;
    limits.streams = 0;
    limits.bodyBytes = 0;
    limits.idleTime = 10s;
    return limits;
}

} // namespace

/** Nothing here asks for any: the state is what a browser proves itself with. */
class LoopbackRedirect::NoCredentials final : public http::Authenticator
{
public:
    [[nodiscard]] Result<http::Principal> authenticate(const http::Request &, http::Access) override
    {
        return http::Principal{};
    }
};

LoopbackRedirect::LoopbackRedirect(const QByteArray &path, const http::CallHandler &answer)
    : m_noCredentials(std::make_unique<NoCredentials>())
    , m_router(*m_noCredentials)
    , m_path(path)
    , m_server([this](http::Exchange *exchange) { take(exchange); }, fewRequests())
{
    m_router.add({.method = "GET"_ba,
                  .path = path,
                  .access = http::Access::Public,
                  .handler = http::answering(answer),
                  .fromOtherSites = http::FromOtherSites::Allowed});
    connect(&m_server, &http::HttpServer::finished, this, &LoopbackRedirect::closed);
}

LoopbackRedirect::~LoopbackRedirect()
{
    // What is under way ends with the server, which must not be closed in the middle of that.
    m_isClosing = false;
}

Result<QUrl> LoopbackRedirect::open(quint16 wanted)
{
    const auto port = m_server.listen(wanted);
    if (!port)
        return failure(port.error());
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(*port);
    url.setPath(QString::fromLatin1(m_path));
    return url;
}

void LoopbackRedirect::take(http::Exchange *exchange)
{
    ++m_underWay;
    const auto end = [this] {
        --m_underWay;
        closeWhenAnswered();
    };
    // Queued: the server must not be closed in the middle of an answer.
    connect(exchange, &http::Exchange::answered, this, end, Qt::QueuedConnection);
    connect(exchange, &http::Exchange::clientLeft, this, end, Qt::QueuedConnection);
    m_router.dispatch(exchange);
}

void LoopbackRedirect::close()
{
    m_isClosing = true;
    closeWhenAnswered();
}

void LoopbackRedirect::closeWhenAnswered()
{
    if (m_isClosing && m_underWay == 0)
        m_server.close();
}

} // namespace fairlead::api

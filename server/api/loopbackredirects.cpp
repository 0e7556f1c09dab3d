// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/loopbackredirects.h"

#include "server/api/authapi.h"
#include "server/api/loopbackredirect.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {

LoopbackRedirects::LoopbackRedirects(providers::BrowserSignIn &signIns, SpokenText spoken)
    : m_signIns(signIns)
    , m_spoken(spoken)
{}

LoopbackRedirects::~LoopbackRedirects() = default;

Result<QUrl> LoopbackRedirects::open(const QString &service, const QList<quint16> &ports)
{
    QList<quint16> wanted = ports;
    wanted.append(0);
    Result<QUrl> opened;
    for (const quint16 port : std::as_const(wanted)) {
        opened = openAt(port, service);
        if (opened)
            break;
    }
    return opened;
}

Result<QUrl> LoopbackRedirects::openAt(quint16 port, const QString &service)
{
    const QByteArray path = m_signIns.redirectUri(service).path().toLatin1();
    auto made = std::make_unique<LoopbackRedirect>(
        path, [this, service](http::Call call) { return answer(service, std::move(call)); });
    LoopbackRedirect *redirect = made.get();
    const auto url = redirect->open(port);
    if (!url)
        return failure(ErrorCode::Network, url.error().message);
    QObject::connect(redirect, &LoopbackRedirect::closed, redirect, [this, redirect] {
        // Not at once: it is one of its connections that says this.
        const auto ended = m_redirects.extract(redirect);
        if (!ended.empty())
            ended.mapped().release()->deleteLater();
    });
    m_redirects.emplace(redirect, std::move(made));
    m_byPort.insert_or_assign(url->port(), redirect);
    return url;
}

void LoopbackRedirects::close(const QUrl &redirectUri)
{
    const auto known = m_byPort.extract(redirectUri.port());
    if (!known.empty())
        known.mapped()->close();
}

QCoro::Task<http::Response> LoopbackRedirects::answer(QString service, http::Call call)
{
    auto arrival = arrivalFrom(call.request);
    // Whoever only looks whether something is there must not use up the state.
    if (call.request.method != "GET")
        co_return signInPage(failure(ErrorCode::InvalidInput, u"Open this page in a browser."_s),
                             m_spoken);
    if (!arrival)
        co_return signInPage(failure(arrival.error()), m_spoken);
    const auto signIn = co_await m_signIns.arrive(service, *std::move(arrival));
    if (signIn)
        close(signIn->redirectUri);
    co_return signInPage(signIn, m_spoken);
}

} // namespace fairlead::api

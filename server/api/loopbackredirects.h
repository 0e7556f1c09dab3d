// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/signinpage.h"
#include "server/http/router.h"
#include "server/providers/redirectlistener.h"

#include <map>
#include <memory>

namespace fairlead::api {

class LoopbackRedirect;

/**
 * The redirect addresses that sign-ins have to themselves. The path is that of the running server's
 * address for the service, because authorization servers compare it (RFC 8252, section 7.3 leaves
 * only the port free); what cannot be guessed is the state. An address ends with the first
 * response that belongs to its sign-in; before that anything may be asked of it in vain. Outlives
 * the event loop, as does the BrowserSignIn.
 */
class LoopbackRedirects final : public providers::RedirectListener
{
public:
    explicit LoopbackRedirects(providers::BrowserSignIn &signIns, SpokenText spoken = nullptr);
    ~LoopbackRedirects() override;
    Q_DISABLE_COPY_MOVE(LoopbackRedirects)

    [[nodiscard]] Result<QUrl> open(const QString &service,
                                    const QList<quint16> &ports = {}) override;
    void close(const QUrl &redirectUri) override;

    /** Those that have not ended, the answers under way included. */
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_redirects.size()); }

private:
    [[nodiscard]] Result<QUrl> openAt(quint16 port, const QString &service);
    [[nodiscard]] QCoro::Task<http::Response> answer(QString service, http::Call call);

    providers::BrowserSignIn &m_signIns;
    const SpokenText m_spoken; ///< may be null
    std::map<LoopbackRedirect *, std::unique_ptr<LoopbackRedirect>> m_redirects;
    std::map<int, LoopbackRedirect *> m_byPort; ///< that take requests
};

} // namespace fairlead::api

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/tokenprovider.h"

namespace fairlead::providers::sentry {

/** Sentry: accounts at sentry.io or on an installation of one's own, connected with the person's
 * own auth token. */
class SentryProvider final : public TokenProvider
{
public:
    /** All of what is passed by reference outlives the event loop. `base`: where somebody is
     * connected who names no address. */
    SentryProvider(net::HttpClient &http,
                   connections::Connections &connections,
                   connections::Credentials &credentials,
                   QUrl base = QUrl(QStringLiteral("https://sentry.io")));

    void addTools(fairlead::tools::ToolRegistry &registry) override;

protected:
    [[nodiscard]] Result<connections::Connection> placeOf(
        const QString &typedAddress) const override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> prove(RestSession session) const override;

private:
    QUrl m_base;
};

} // namespace fairlead::providers::sentry

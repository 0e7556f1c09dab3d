// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/net/httpclient.h"
#include "server/secrets/jws.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace fairlead::oauth {

/**
 * The public keys with which somebody else signs tokens (a JWK set, RFC 7517), fetched ahead and
 * kept for a while, so that no request waits for them. Keys that could not be looked at again for
 * an hour count no more. Client and clock outlive it.
 */
class IssuerKeys final : public QObject
{
    Q_OBJECT

public:
    /** `address`: https, or http on this computer. */
    IssuerKeys(net::HttpClient &http, const Clock &clock, QUrl address, QObject *parent = nullptr);

    /** Fetches them now and every ten minutes. Once. */
    void start();

    /** Null for one that is not known. Then they are fetched anew, though not all the time: a
     * rotated key is known a moment later. */
    [[nodiscard]] const secrets::JwsPublicKey *find(const QString &id);

Q_SIGNALS:
    /** They were asked for, whatever came of it. */
    void fetched();

private:
    QCoro::Task<> fetch();
    [[nodiscard]] bool take(const Result<net::Response> &answer);

    net::HttpClient &m_http;
    const Clock &m_clock;
    QUrl m_address;
    QHash<QString, secrets::JwsPublicKey> m_keys;
    std::optional<qint64> m_takenMs;
    std::optional<qint64> m_askedMs;
    QTimer m_timer;
};

} // namespace fairlead::oauth

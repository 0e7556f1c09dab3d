// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"
#include "server/oauth/authorizationserver.h"

#include <QSet>

#include <functional>

namespace fairlead::tests {

/**
 * A token endpoint without a network that rotates refresh tokens as strictly as there is: each is
 * good once, and a second use of one is refused with invalid_grant. It answers in a later turn of
 * the event loop.
 */
class RotatingServer final : public net::HttpClient
{
public:
    /** What happens to one request. */
    enum class Fault {
        None,
        NotReached, ///< nothing was asked
        AnswerLost, ///< the tokens were rotated; nobody hears of it
        ServerError, ///< 503 before anything was done
        Garbage, ///< 200 with what is no answer, before anything was done
    };

    [[nodiscard]] static oauth::AuthorizationServer description();

    /** A refresh token that is good now. */
    [[nodiscard]] QByteArray issue();
    /** Ends every token: the next refresh is refused. */
    void revokeAll();

    [[nodiscard]] QCoro::Task<Result<net::Response>> send(net::Request request) override;

    std::function<Fault()> nextFault = [] { return Fault::None; };
    /** Called with every request, before and after it is carried out. */
    std::function<void()> beforehand = [] {};
    std::function<void()> afterwards = [] {};
    /** While set, answers wait. */
    bool holds = false;

    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int rotations() const { return m_rotations; }
    [[nodiscard]] int reuses() const { return m_reuses; }
    [[nodiscard]] QList<QByteArray> bodies() const { return m_bodies; }

private:
    [[nodiscard]] net::Response answer(const QByteArray &body);

    QByteArray m_current;
    QSet<QByteArray> m_retired;
    QList<QByteArray> m_bodies;
    int m_requests = 0;
    int m_rotations = 0;
    int m_reuses = 0;
    int m_issued = 0;
};

} // namespace fairlead::tests

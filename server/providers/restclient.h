// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/authorizedhttp.h"
#include "server/providers/resterrors.h"

#include <functional>
#include <memory>

namespace fairlead::providers {

/**
 * Talks to a RestService as one connection, and no more: every failure becomes a sentence, and how
 * each call went is noted in the connection. It must outlive the tasks that it gives out.
 */
class RestClient final
{
public:
    struct Target
    {
        RestService service;
        QUrl apiBase; ///< the API's root without a slash at its end
        QString connection; ///< for sentences: its name; empty while a token is being tried out
        CancellationToken cancellation;
        QString owner = {}; ///< on whose behalf: see net::Request
        std::function<void(const Result<> &)> note = {}; ///< hears how each call went; may be empty
    };

    RestClient(AuthorizedHttp http, Target target);

    [[nodiscard]] const QUrl &apiBase() const { return m_target.apiBase; }
    /** The same connection at another address, which the caller has found to be the service's. */
    [[nodiscard]] std::shared_ptr<RestClient> at(const QUrl &apiBase) const;

    /** The answer, when it is a 2xx. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> send(RestCall call);
    /** Its body. */
    [[nodiscard]] QCoro::Task<Result<QByteArray>> fetch(RestCall call);
    /** Its body, read by a parser. */
    template<typename T>
    [[nodiscard]] QCoro::Task<Result<T>> ask(RestCall call, Result<T> (*parse)(const QByteArray &))
    {
        const RestPurpose purpose = purposeOf(call);
        const auto body = co_await fetch(std::move(call));
        if (!body)
            co_return failure(body.error());
        auto parsed = parse(*body);
        if (!parsed)
            co_return failure(notedUnreadable(parsed.error(), purpose));
        co_return parsed;
    }
    /** The error for an answer of send() that the caller could not read. */
    [[nodiscard]] Error notedUnreadable(const Error &reason, const RestPurpose &purpose) const;
    [[nodiscard]] RestPurpose purposeOf(const RestCall &call) const;

private:
    void note(const Result<> &outcome) const;

    AuthorizedHttp m_http;
    Target m_target;
};

} // namespace fairlead::providers

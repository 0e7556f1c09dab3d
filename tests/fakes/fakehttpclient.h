// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QStringList>

#include <functional>
#include <list>

namespace fairlead::fakes {

/**
 * An HttpClient without a network: answers what was planned, records what was asked, and fails the
 * test on anything else.
 */
class FakeHttpClient final : public net::HttpClient
{
public:
    using Report = std::function<void(const QString &)>;

    /** Unplanned requests fail the running test. */
    FakeHttpClient();
    /** Unplanned requests go to `report`: for this class's own test. */
    explicit FakeHttpClient(Report report);

    /** Answers one request of this method and URL, query included, compared as text. */
    void plan(const QByteArray &method, const QString &url, Result<net::Response> answer);
    void plan(const QByteArray &method, const QString &url, int status, const QByteArray &body);
    /** Answers one such request only by Cancelled, when it is cancelled. */
    void planHang(const QByteArray &method, const QString &url);

    [[nodiscard]] QCoro::Task<Result<net::Response>> send(net::Request request) override;

    [[nodiscard]] const QList<net::Request> &requests() const { return m_requests; }
    /** Requests whose callers still wait: for these alone what they use must be there. */
    [[nodiscard]] int underWay() const { return m_underWay; }
    /** "GET https://…" of what was planned and not asked for. */
    [[nodiscard]] QStringList unused() const;

private:
    struct Plan
    {
        QString request;
        Result<net::Response> answer;
        bool hangs = false;
    };

    Report m_report;
    std::list<Plan> m_plans;
    QList<net::Request> m_requests;
    int m_underWay = 0;
};

} // namespace fairlead::fakes

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/rest/routetable.h"
#include "tests/sandbox/sentry/sentrystate.h"

#include <memory>

namespace fairlead::sandbox {

/**
 * Sentry's API as one of its addresses shows it: sentry.io itself, which knows who asks and where
 * the regions are, or a region, which has the data of its organizations and nothing else.
 */
class SentryService final : public Service
{
public:
    /** sentry.io. */
    SentryService();
    /** A region of it, "us"; `center` outlives it. */
    SentryService(SentryService &center, const QString &region);

    /** What the account sees; the reference is good until the next reset. */
    [[nodiscard]] SentryState &state() { return *m_state; }
    [[nodiscard]] const SentryState &state() const { return *m_state; }
    /** Tells sentry.io where a region is. */
    void setRegionUrl(const QString &region, const QString &url) { m_regions->insert(region, url); }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    [[nodiscard]] std::optional<Response> failed(const FaultRule &rule) const override;
    void reset() override;

private:
    void addCenterRoutes();
    void addRoutes();
    void addIssueRoutes();
    [[nodiscard]] bool serves(const QJsonObject &organization) const;
    [[nodiscard]] QJsonObject shown(const QJsonObject &organization) const;
    [[nodiscard]] Response issues(const RouteCall &call) const;
    [[nodiscard]] Response changed(const RouteCall &call, QJsonObject &issue);
    [[nodiscard]] Response noted(const RouteCall &call, const QJsonObject &issue);

    QString m_region; ///< empty: sentry.io itself
    std::shared_ptr<SentryState> m_state; // shared because all regions show parts of one whole
    std::shared_ptr<QMap<QString, QString>> m_regions; // the same
    RouteTable m_routes;
};

} // namespace fairlead::sandbox

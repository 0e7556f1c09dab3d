// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/openproject/openprojectstate.h"
#include "tests/sandbox/rest/routetable.h"

#include <memory>

namespace fairlead::sandbox {

/** OpenProject's API v3, as far as Fairlead uses it: checks what it is sent as OpenProject does. */
class OpenProjectService final : public Service
{
public:
    /** The clock must outlive the service. */
    explicit OpenProjectService(const Clock &clock);

    /** What it holds; the reference is good until the next reset. */
    [[nodiscard]] OpenProjectState &state() { return *m_state; }
    [[nodiscard]] const OpenProjectState &state() const { return *m_state; }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    [[nodiscard]] std::optional<Response> failed(const FaultRule &rule) const override;
    void reset() override;

private:
    void addLookupRoutes();
    void addWorkPackageRoutes();
    void addTimeRoutes();
    [[nodiscard]] Response collection(const Request &request, const QList<QJsonObject> &all) const;
    [[nodiscard]] Response created(const RouteCall &call);
    [[nodiscard]] Response changed(const RouteCall &call);
    [[nodiscard]] Response booked(const RouteCall &call);
    /** What is wrong with the fields and links of a work package; the links with their titles go
     * into `links`. */
    [[nodiscard]] QStringList complaints(const QJsonObject &body,
                                         int project,
                                         QJsonObject &links) const;

    const Clock &m_clock;
    std::unique_ptr<OpenProjectState> m_state;
    RouteTable m_routes;
};

} // namespace fairlead::sandbox

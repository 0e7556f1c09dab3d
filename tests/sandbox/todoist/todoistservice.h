// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/rest/routetable.h"
#include "tests/sandbox/todoist/todoiststate.h"

#include <memory>

namespace fairlead::sandbox {

/** Todoist's API v1, as far as Fairlead uses it: checks what it is sent as Todoist does. */
class TodoistService final : public Service
{
public:
    /** The clock must outlive the service. */
    explicit TodoistService(const Clock &clock);

    /** What the account holds; the reference is good until the next reset. */
    [[nodiscard]] TodoistState &state() { return *m_state; }
    [[nodiscard]] const TodoistState &state() const { return *m_state; }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    [[nodiscard]] std::optional<Response> failed(const FaultRule &rule) const override;
    void reset() override;

private:
    void addRoutes();
    void addTaskRoutes();
    [[nodiscard]] Response tasks(const RouteCall &call, const QString &query) const;
    [[nodiscard]] Response added(const RouteCall &call);
    [[nodiscard]] Response addedQuickly(const RouteCall &call);
    [[nodiscard]] Response changed(const RouteCall &call);
    [[nodiscard]] Response moved(const RouteCall &call);
    /** The fields of a body as a task has them; a refusal for one that is wrong. */
    [[nodiscard]] std::optional<Response> readFields(const QJsonObject &body,
                                                     QJsonObject &fields) const;

    const Clock &m_clock;
    std::unique_ptr<TodoistState> m_state;
    RouteTable m_routes;
};

} // namespace fairlead::sandbox

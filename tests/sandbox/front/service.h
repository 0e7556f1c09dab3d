// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

#include <optional>

namespace fairlead::sandbox {

struct FaultRule;

/**
 * One pretended service (a Jira site, a media store, later Notion or a sign-in server). The front
 * mounts it on a port of its own, where it sees whole requests and answers each at once; delays
 * and damage are the front's business. It is called from one thread and must outlive the front.
 */
class Service
{
public:
    Service() = default;
    virtual ~Service() = default;
    Q_DISABLE_COPY_MOVE(Service)

    /** A short name for the journal ("jira:northwind"). */
    [[nodiscard]] virtual QString name() const = 0;

    /** Answers one request; anything wrong with it becomes the service's own error body. */
    [[nodiscard]] virtual Response answer(const Request &request) = 0;

    /** What a "status" fault answers in this service's own form; nothing: as Jira would. */
    [[nodiscard]] virtual std::optional<Response> failed(const FaultRule &rule) const;

    /** Back to the state it had at the start. */
    virtual void reset() = 0;
};

} // namespace fairlead::sandbox

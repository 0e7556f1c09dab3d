// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/faults.h"
#include "tests/sandbox/front/journal.h"
#include "tests/sandbox/front/service.h"
#include "tests/sandbox/sandboxclock.h"

#include <QHash>

namespace fairlead::sandbox {

/**
 * The switches at run time, under /_sandbox/ on every port: GET, POST and DELETE faults, GET and
 * DELETE requests, POST reset, GET and POST clock. No credential is asked: all of it is pretence.
 */
class ControlService final : public Service
{
public:
    ControlService(Faults &faults, Journal &journal, SandboxClock &clock);

    /** A service that reset shall bring back to its start. */
    void addService(Service &service) { m_services.append(&service); }
    /** One that answers what begins with /_sandbox/`first`, and is reset with the others. */
    void addSwitches(const QString &first, Service &service);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    /** Resets faults, journal and every added service. */
    void reset() override;

private:
    [[nodiscard]] Response addFaults(const Request &request);
    [[nodiscard]] Response listFaults() const;
    [[nodiscard]] Response moveClock(const Request &request);

    Faults &m_faults;
    Journal &m_journal;
    SandboxClock &m_clock;
    QList<Service *> m_services;
    QHash<QString, Service *> m_switches; ///< by the first segment of the path
};

} // namespace fairlead::sandbox

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/faultrule.h"

#include <QList>

#include <optional>
#include <random>

namespace fairlead::sandbox {

/** What shall happen to one request. */
struct FaultPlan
{
    enum class Delivery { Whole, Hang, Drip, Cut, WrongLength };

    int delayMs = 0;
    std::optional<Response> instead; ///< answered in the service's place
    std::optional<FaultRule> failure; ///< for a service that words its failures itself
    Delivery delivery = Delivery::Whole;
    int dripMs = 0;
};

/** The shared fault switches. Which request is struck depends only on the seed and the order. */
class Faults
{
public:
    explicit Faults(quint32 seed);

    void add(const FaultRule &rule);
    void clear();
    [[nodiscard]] const QList<FaultRule> &rules() const { return m_rules; }

    /** Decides, and counts the rules down. */
    [[nodiscard]] FaultPlan planFor(const Request &request);

private:
    [[nodiscard]] bool strikes(FaultRule &rule, const Request &request);
    void apply(const FaultRule &rule, FaultPlan &plan);

    QList<FaultRule> m_rules;
    quint32 m_seed;
    std::mt19937 m_random;
};

} // namespace fairlead::sandbox

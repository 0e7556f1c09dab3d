// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "ui/services.h"
#include "ui/widgets/statemark.h"

#include <array>

namespace fairlead::ui {

/** What is said of a connection, in words; what there is nothing to say of is empty. */
struct ConnectionFacts
{
    enum Line {
        Address,
        Account,
        Organization,
        SignIn,
        Validity,
        Requests,
        Server,
        Limits,
        LastUse,
        LineCount
    };

    QString name; ///< of the site or server, and whether it is sample data
    QString service; ///< "Jira"
    StateMark mark = StateMark::Good;
    QString state;
    QString problem; ///< what is wrong and what helps
    std::array<QString, LineCount> lines{};

    bool operator==(const ConnectionFacts &) const = default;
};

/** As things stand now; from memory, but for when a browser sign-in ends. */
[[nodiscard]] ConnectionFacts factsOf(const connections::Connection &connection,
                                      const Services &services);

} // namespace fairlead::ui

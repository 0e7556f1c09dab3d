// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/sandbox.h"

namespace fairlead::sandbox {

/** What fairlead-sandbox was told on its command line. */
struct CommandLine
{
    Sandbox::Options options;
    bool printsReady = false;
    bool endsWithInput = false;
    bool wantsHelp = false;

    /** Refuses what it does not know, with a sentence. */
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments);

    /** The help text, with the credentials that the seed data has. */
    [[nodiscard]] static QString help();
};

} // namespace fairlead::sandbox

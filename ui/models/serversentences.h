// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace fairlead::ui {

/** A sentence, or a part of one, that the server says to a person: English, with %1, %2, … */
struct ServerSentence
{
    enum class Arguments {
        MayBeOurs, ///< another sentence of the table may stand in it
        AreQuoted, ///< a foreign service's own words, never translated
    };

    const char *english;
    Arguments arguments;
};

/** All of them, in the context "Server" of the translations; tests/ui/serversentences.py takes
 * them from the server's sources. */
[[nodiscard]] std::span<const ServerSentence> serverSentences();

} // namespace fairlead::ui

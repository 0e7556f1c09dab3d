// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace fairlead::sandbox {

/** What a service's tokens look like; they say nothing and cannot be guessed. */
struct TokenShape
{
    enum class Kind {
        Plain, ///< the prefix, then letters and digits
        LikeJwt, ///< three parts with dots, as long as Atlassian's, without any meaning
    };

    Kind kind = Kind::Plain;
    QByteArray prefix = {};
    qsizetype randomBytes = 32;

    [[nodiscard]] QByteArray mint() const;
};

} // namespace fairlead::sandbox

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QString>

namespace fairlead::tools {

/** Where ResultBudget keeps the texts of long answers when other instances of Fairlead may be asked
 * for the rest. All errors that are not named are Storage and SecretsUnavailable. */
class SharedTexts
{
public:
    SharedTexts() = default;
    virtual ~SharedTexts() = default;
    Q_DISABLE_COPY_MOVE(SharedTexts)

    /** For a while, and for this owner alone; the oldest go when there are too many. */
    [[nodiscard]] virtual Result<> put(const QString &id,
                                       const QString &owner,
                                       const QByteArray &text) = 0;
    /** NotFound: there is none, or it is another's. */
    [[nodiscard]] virtual Result<QByteArray> get(const QString &id, const QString &owner) const = 0;
};

} // namespace fairlead::tools

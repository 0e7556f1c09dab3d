// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QString>

namespace fairlead::sandbox {

/** One piece of a JQL query with the place that an error names. */
struct JqlToken
{
    enum class Kind { Word, Quoted, Symbol, End };

    Kind kind = Kind::End;
    QString text;
    int line = 1;
    int column = 1;

    /** True for an unquoted word, in any case. */
    [[nodiscard]] bool isWord(QLatin1StringView word) const
    {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
    [[nodiscard]] bool isSymbol(QLatin1StringView symbol) const
    {
        return kind == Kind::Symbol && text == symbol;
    }
    [[nodiscard]] QString place() const;
};

/** Cuts JQL into tokens, the last of which is End. */
[[nodiscard]] Result<QList<JqlToken>> jqlTokens(const QString &text);

} // namespace fairlead::sandbox

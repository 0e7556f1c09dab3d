// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>

namespace fairlead::tools {

/**
 * Checks the arguments of a call against a tool's input schema and says in sentences what is wrong:
 * which argument, the value given, and what is allowed.
 *
 * Why not a library (valijson was looked at): a validator reports that "#/limit" failed "maximum";
 * a model puts a call right at once when it reads 'Argument "limit" is 500, but must be a whole
 * number from 1 to 100.', and the slips that models make (a number in quotes, one text for a list)
 * are better understood than refused. Both need the schema's meaning at the place of the error. The
 * price is a declared subset of JSON Schema 2020-12, see acceptSchema().
 *
 * A tool's arguments are closed: a name outside `properties` is refused, and the nearest known one
 * proposed, unless the schema says otherwise by `additionalProperties`. `default` is a note for the
 * reader and is not filled in. A null for an argument that is not required counts as absent.
 */
class ArgumentCheck final
{
public:
    /** Allows everything; create() makes a real one. */
    ArgumentCheck() = default;

    /** InvalidData when the schema is outside the subset; the message names the keyword. */
    [[nodiscard]] static Result<ArgumentCheck> create(QJsonObject inputSchema);

    /** The schema in force: as given, and closed where it did not say. */
    [[nodiscard]] const QJsonObject &schema() const { return m_schema; }

    /**
     * The arguments as the tool receives them, slips put right. InvalidInput lists every problem,
     * one sentence a line, up to a bound.
     */
    [[nodiscard]] Result<QJsonObject> check(const QJsonObject &arguments) const;

private:
    QJsonObject m_schema;
    QHash<QString, QRegularExpression>
        m_patterns; ///< of the schema; compiling costs more than a check
};

} // namespace fairlead::tools

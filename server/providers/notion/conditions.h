// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/propertyvalues.h"

/** Conditions on one property of a row. Pure functions. */
namespace fairlead::providers::notion {

/**
 * {"before":"2026-12-01"}: what stands in Notion's filter under the property's type. `name` is
 * Notion's or a usual one ("=", ">=", "not"); empty: what a bare value means for the type. A null
 * operand means that the property is empty. InvalidInput lists the conditions or options there are.
 */
[[nodiscard]] Result<QJsonObject> conditionOn(const Column &column,
                                              const QString &name,
                                              const QJsonValue &operand,
                                              const PeopleIds &people);

/** Whether the object is no list of conditions but all of what Notion wants: of a rollup, or of a
 * formula whose kind it names. */
[[nodiscard]] bool passesWhole(const Column &column, const QJsonObject &value);

/** Whether the values of such a property are people. */
[[nodiscard]] bool isOfPeople(const QString &type);
/** The name or e-mail, lower case, that must be looked up; empty for an id and for no person. */
[[nodiscard]] QString personNamed(const QJsonValue &value);

} // namespace fairlead::providers::notion

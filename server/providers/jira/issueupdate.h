// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QJsonObject>

/**
 * From what a model says about a change of an issue to what Jira wants, checked against Jira's
 * description of the fields that can be set. Pure functions; all errors are InvalidInput.
 */
namespace fairlead::providers::jira {

/** What is to be set, and how sentences speak of it. */
struct FieldChange
{
    QString subject; ///< "ABC-1"
    QString where; ///< "on its edit screen"
    QList<CreateField> known; ///< what can be set there
};

/** `values` (by field id or name) as Jira's "fields" object. The error names the field, what is
 * allowed and what there is. */
[[nodiscard]] Result<QJsonObject> changedFields(const FieldChange &change,
                                                const QJsonObject &values);

/** The required fields that have no value in `fields`, a sentence each that says how to give it. */
[[nodiscard]] QStringList missingSentences(const FieldChange &change, const QJsonObject &fields);

} // namespace fairlead::providers::jira

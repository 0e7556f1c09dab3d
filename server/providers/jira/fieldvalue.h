// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QJsonObject>

/**
 * From the value that a model gives for a field to the one that Jira wants, checked against Jira's
 * own description of the field. Pure functions; all errors are InvalidInput that say what is
 * allowed.
 */
namespace fairlead::providers::jira {

/** The field of that id or, whatever its case, name; null: there is none. */
[[nodiscard]] const CreateField *fieldNamed(const QList<CreateField> &known, const QString &wanted);

/** By name where Jira takes an object, Markdown where it takes a document, plain ISO dates. Null
 * and Jira's own objects stay as they are. */
[[nodiscard]] Result<QJsonValue> fieldValue(const CreateField &field, const QJsonValue &given);

/** Whether Jira takes a document (ADF) for it. */
[[nodiscard]] bool isDocument(const CreateField &field);
/** Whether it holds one person, or several. */
[[nodiscard]] bool isPerson(const CreateField &field);

/** "a, b, c and 4 more" */
[[nodiscard]] QString listedNames(const QStringList &names);
/** The names of these fields, listed. */
[[nodiscard]] QString listedFields(const QList<CreateField> &fields);
/** " Allowed: Minor, Critical.", with the space before it; empty where nothing is listed. */
[[nodiscard]] QString allowedSentence(const CreateField &field);
/** A value that it would take, as JSON: "Minor", 3, ["text"]. */
[[nodiscard]] QString exampleValue(const CreateField &field);

} // namespace fairlead::providers::jira

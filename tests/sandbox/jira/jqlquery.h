// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/** A JQL query as the parser reads it: names and values are still text. */
namespace fairlead::sandbox {

enum class JqlOperator {
    Equals,
    NotEquals,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    NotContains,
    In,
    NotIn,
    Is,
    IsNot,
};

struct JqlValue
{
    enum class Kind { Text, Function, Empty };

    Kind kind = Kind::Text;
    QString text; ///< the value, or the function's name
    QStringList arguments;
};

struct JqlClause
{
    QString field;
    JqlOperator op = JqlOperator::Equals;
    QList<JqlValue> values; ///< one, or those of a list
};

struct JqlNode
{
    enum class Kind { And, Or, Not, Clause };

    Kind kind = Kind::Clause;
    std::vector<JqlNode> children;
    JqlClause clause;
};

struct JqlOrder
{
    QString field;
    bool isDescending = false;
};

struct JqlQuery
{
    std::optional<JqlNode> where; ///< absent: unbounded
    QList<JqlOrder> orderBy;
};

} // namespace fairlead::sandbox

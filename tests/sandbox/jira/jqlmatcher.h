// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/jira/jqlquery.h"
#include "tests/sandbox/jira/site.h"

namespace fairlead::sandbox {

/**
 * Checks a parsed query against a site, for one person, and tells which issues it finds. Lives for
 * one request only.
 */
class JqlMatcher
{
public:
    JqlMatcher(const Site &site, const JiraUser *caller);

    /** Refuses unknown fields, operators that a field lacks and values that do not exist. */
    [[nodiscard]] Result<> check(const JqlQuery &query) const;

    [[nodiscard]] bool matches(const JqlNode &node, const JiraIssue &issue) const;

    /** Sorts as the query says; by falling id where it says nothing. */
    void sort(QList<const JiraIssue *> &issues, const QList<JqlOrder> &orders) const;

private:
    [[nodiscard]] Result<> checkNode(const JqlNode &node) const;
    [[nodiscard]] Result<> checkClause(const JqlClause &clause) const;
    [[nodiscard]] Result<> checkValue(const JqlClause &clause, const JqlValue &value) const;
    [[nodiscard]] bool matchesClause(const JqlClause &clause, const JiraIssue &issue) const;
    [[nodiscard]] bool equalsAny(const JqlClause &clause, const JiraIssue &issue) const;
    [[nodiscard]] bool comparesWith(const JqlClause &clause, const JiraIssue &issue) const;
    [[nodiscard]] QString resolved(const JqlValue &value) const;

    const Site &m_site;
    const JiraUser *m_caller;
};

} // namespace fairlead::sandbox

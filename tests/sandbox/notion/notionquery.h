// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionworkspace.h"

namespace fairlead::sandbox {

/** A data source's query: its filter and its sorts, checked against the schema before use. */
class NotionQuery
{
public:
    NotionQuery(const NotionWorkspace &workspace, const NotionDataSource &source);

    /** Refuses unknown properties and conditions that the property's type does not have. */
    [[nodiscard]] Result<> prepare(const QJsonObject &body);

    [[nodiscard]] bool matches(const NotionPage &page) const;
    void sort(QList<const NotionPage *> &rows) const;

private:
    [[nodiscard]] Result<> check(const QJsonValue &filter, const QString &path, int depth) const;
    [[nodiscard]] Result<> checkCondition(const QString &type,
                                          const QJsonValue &condition,
                                          const QString &path) const;
    [[nodiscard]] Result<> checkSorts(const QJsonValue &sorts) const;
    [[nodiscard]] bool holds(const QJsonObject &filter, const NotionPage &page) const;
    [[nodiscard]] const NotionProperty *property(const QString &nameOrId) const;
    [[nodiscard]] QJsonValue valueOf(const NotionPage &page, const NotionProperty &property) const;
    /** Something that orders: a number, a position among options, or a text. */
    [[nodiscard]] QVariant keyOf(const NotionPage &page, const QJsonObject &sort) const;

    const NotionWorkspace &m_workspace;
    const NotionDataSource &m_source;
    QJsonObject m_filter;
    QJsonArray m_sorts;
};

} // namespace fairlead::sandbox

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionworkspace.h"

namespace fairlead::sandbox {

/** The columns of a data source as requests define and change them. */
class NotionSchema
{
public:
    NotionSchema(NotionWorkspace &workspace, const NotionConnection &caller)
        : m_workspace(workspace)
        , m_caller(caller)
    {}

    /** All columns of a new data source; exactly one is its title. */
    [[nodiscard]] Result<QList<NotionProperty>> created(const QJsonValue &sent,
                                                        const QString &path) const;

    /** Adds, renames, changes and drops columns, with the values of the rows. Refuses all of it or
     * nothing. */
    [[nodiscard]] Result<> change(NotionDataSource &source, const QJsonValue &sent) const;

private:
    [[nodiscard]] Result<NotionProperty> read(const QString &name,
                                              const QJsonObject &sent,
                                              const QString &path,
                                              const NotionProperty *before) const;
    [[nodiscard]] Result<QJsonObject> readConfig(const QString &type,
                                                 const QJsonObject &sent,
                                                 const QString &path,
                                                 const NotionProperty *before) const;
    [[nodiscard]] Result<QJsonArray> readOptions(const QString &type,
                                                 const QJsonValue &sent,
                                                 const QString &path,
                                                 const NotionProperty *before) const;
    [[nodiscard]] Result<QJsonObject> readRelation(const QJsonObject &sent,
                                                   const QString &path) const;
    void dropValues(const NotionDataSource &source, const QString &propertyId) const;
    void dropMissingOptions(const NotionDataSource &source, const NotionProperty &property) const;

    NotionWorkspace &m_workspace;
    const NotionConnection &m_caller;
};

} // namespace fairlead::sandbox

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionworkspace.h"

namespace fairlead::sandbox {

/** Reads the property values of a request and writes them to a page, or refuses all of them. */
class NotionProperties
{
public:
    NotionProperties(NotionWorkspace &workspace, const NotionConnection &caller)
        : m_workspace(workspace)
        , m_caller(caller)
    {}

    /** The page's parent must be set already: it decides which properties there are. */
    [[nodiscard]] Result<> write(NotionPage &page, const QJsonValue &sent);

private:
    [[nodiscard]] Result<QJsonValue> read(const NotionProperty &property,
                                          const QJsonValue &sent,
                                          const QString &path);
    [[nodiscard]] Result<QJsonValue> readOption(const NotionProperty &property,
                                                const QJsonValue &sent,
                                                const QString &path);
    [[nodiscard]] Result<QJsonValue> readList(const NotionProperty &property,
                                              const QJsonValue &sent,
                                              const QString &path);
    [[nodiscard]] Result<QJsonValue> readItem(const NotionProperty &property,
                                              const QJsonValue &sent,
                                              const QString &path);
    [[nodiscard]] Result<QJsonValue> readFile(const QJsonValue &sent, const QString &path);
    void addOption(const NotionPage &page, const QString &propertyId, const QJsonValue &option);

    NotionWorkspace &m_workspace;
    const NotionConnection &m_caller;
};

/** The option of a select, multi-select or status property with that name or id. */
[[nodiscard]] QJsonObject notionOption(const NotionProperty &property, const QString &nameOrId);

} // namespace fairlead::sandbox

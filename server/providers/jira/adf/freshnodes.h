// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace fairlead::providers::jira {

/**
 * Makes nodes read from edited Markdown fit for the document they are added to: local ids that no
 * other node has, and what the document knows of a file that is shown again somewhere else.
 */
class FreshNodes
{
public:
    explicit FreshNodes(const QJsonObject &document);

    [[nodiscard]] QJsonArray from(const QJsonArray &nodes);
    [[nodiscard]] QJsonObject from(QJsonObject node);

private:
    void learn(const QJsonObject &node);
    [[nodiscard]] QString unusedLocalId();

    QSet<QString> m_localIds;
    QHash<QString, QJsonObject> m_media; ///< attributes by id
    int m_count = 0;
};

} // namespace fairlead::providers::jira

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace fairlead::providers::notion {

/**
 * The address of a Notion resource: notion://WORKSPACE for a workspace with the pages edited last,
 * notion://WORKSPACE/page/ID for a page.
 *
 * It names the workspace by its id and not by its name, because names change, and two workspaces
 * may have the same; and not by the connection, so that it stays right when somebody connects the
 * workspace anew.
 */
struct NotionAddress
{
    QString workspace; ///< 32 hexadecimal digits, lower case
    QString id; ///< of the page, canonical (notionid.h); empty: the workspace itself

    bool operator==(const NotionAddress &) const = default;

    /** Nothing for a text that is no such address. Upper and lower case do not matter. */
    [[nodiscard]] static std::optional<NotionAddress> fromUri(const QString &uri);
    [[nodiscard]] QString toUri() const;

    /** What Connection::site is for a workspace, and back; empty for another site. */
    [[nodiscard]] static QUrl siteOf(const QString &workspace);
    [[nodiscard]] static QString workspaceOf(const QUrl &site);

    static constexpr QLatin1StringView pageTemplate{"notion://{workspace}/page/{id}"};
};

} // namespace fairlead::providers::notion

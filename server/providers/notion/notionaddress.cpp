// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionaddress.h"

#include "server/providers/notion/notionid.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {

std::optional<NotionAddress> NotionAddress::fromUri(const QString &uri)
{
    static const QRegularExpression grammar(
        u"\\Anotion://([0-9a-f]{32})(?:/page/([0-9a-f-]{32,36}))?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = grammar.match(uri);
    if (!match.hasMatch())
        return std::nullopt;
    const QString page = match.captured(2);
    NotionAddress address{match.captured(1).toLower(), canonicalId(page)};
    if (address.id.isEmpty() != page.isEmpty())
        return std::nullopt;
    return address;
}

QString NotionAddress::toUri() const
{
    const QString root = u"notion://"_s + workspace;
    return id.isEmpty() ? root : u"%1/page/%2"_s.arg(root, bareId(id));
}

QUrl NotionAddress::siteOf(const QString &workspace)
{
    // A workspace has no address of its own that its id is enough for; the fragment tells two
    // apart and does not keep the browser from opening Notion.
    QUrl site(u"https://www.notion.so/"_s);
    site.setFragment(bareId(workspace));
    return site;
}

QString NotionAddress::workspaceOf(const QUrl &site)
{
    return bareId(canonicalId(site.fragment()));
}

} // namespace fairlead::providers::notion

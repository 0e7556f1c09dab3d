// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/pagelink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::platform {
namespace {

constexpr qsizetype longestName = 20;
const QString start = u"fairlead://open/"_s;

} // namespace

bool isPageName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

std::optional<QString> pageInLink(const QString &link)
{
    if (!link.startsWith(start))
        return {};
    // Browsers may end it with a slash.
    QString name = link.sliced(start.size());
    if (name.endsWith(u'/'))
        name.chop(1);
    return isPageName(name) ? std::optional(name) : std::nullopt;
}

} // namespace fairlead::platform

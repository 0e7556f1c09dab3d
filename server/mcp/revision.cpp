// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/revision.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

struct NamedRevision
{
    Revision revision = newestRevision;
    QLatin1StringView name;
};

constexpr std::array revisions{
    NamedRevision{Revision::V20241105, "2024-11-05"_L1},
    NamedRevision{Revision::V20250326, "2025-03-26"_L1},
    NamedRevision{Revision::V20250618, "2025-06-18"_L1},
    NamedRevision{Revision::V20251125, "2025-11-25"_L1},
    NamedRevision{Revision::V20260728, "2026-07-28"_L1},
};

} // namespace

std::optional<Revision> revisionFromName(QStringView name)
{
    for (const NamedRevision &known : revisions) {
        if (name == known.name)
            return known.revision;
    }
    return std::nullopt;
}

QString revisionName(Revision revision)
{
    for (const NamedRevision &known : revisions) {
        if (known.revision == revision)
            return known.name;
    }
    return {};
}

QStringList revisionNames()
{
    QStringList names;
    for (const NamedRevision &known : revisions)
        names.append(known.name);
    return names;
}

QStringList sessionRevisionNames()
{
    QStringList names;
    for (const NamedRevision &known : revisions) {
        if (hasSessions(known.revision))
            names.append(known.name);
    }
    return names;
}

Revision negotiatedRevision(QStringView wanted)
{
    return std::min(revisionFromName(wanted).value_or(newestSessionRevision),
                    newestSessionRevision);
}

} // namespace fairlead::mcp

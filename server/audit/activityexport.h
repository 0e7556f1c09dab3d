// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activityentry.h"

#include <optional>

namespace fairlead::audit {

/** How entries are written for other programs. */
enum class ExportFormat {
    Csv, ///< a table with a line of names, for spreadsheets
    Json, ///< one array
    JsonLines, ///< one object a line
};

/** Of "csv", "json" or "jsonl": as the REST API and file names say it. */
[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(QStringView name);

/** The whole is exportStart(), exportedEntry() for each and exportEnd(). */
[[nodiscard]] QByteArray exportStart(ExportFormat format);
[[nodiscard]] QByteArray exportedEntry(ExportFormat format,
                                       const ActivityEntry &entry,
                                       bool isFirst);
[[nodiscard]] QByteArray exportEnd(ExportFormat format);

} // namespace fairlead::audit

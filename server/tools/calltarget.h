// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

namespace fairlead::tools {

/** What a call is about, from its arguments: keys of issues ("ABC-123"), ids of pages (32 hex
 * digits); each once, at most twenty. Long texts such as a description are not looked through. */
[[nodiscard]] QStringList targetsOf(const QJsonObject &arguments);
/** The same of the address of a resource or of a REST call. */
[[nodiscard]] QStringList targetsIn(const QString &address);
/** What a call has made, told by the links in its result. */
[[nodiscard]] QStringList targetsOf(const ToolResult &result);

/** How much of a call's arguments the log keeps. */
enum class KeptArguments {
    None,
    Names, ///< "key, summary"
    Full, ///< all of them, with what looks like a secret masked
};

/** "none", "names", "full". */
[[nodiscard]] QLatin1StringView keptArgumentsName(KeptArguments kept);
[[nodiscard]] std::optional<KeptArguments> keptArgumentsFromName(QStringView name);

/** As the log keeps them, bounded; empty for none. */
[[nodiscard]] QString keptText(const QJsonObject &arguments, KeptArguments kept);

} // namespace fairlead::tools

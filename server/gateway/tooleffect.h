// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

#include <QJsonObject>

namespace fairlead::gateway {

/** How far an upstream's own words about its tools are believed. */
enum class Trust {
    Stranger, ///< its hints make a tool look more dangerous, never less
    Known, ///< a server of the catalogue: where the name says nothing, its hints do
};

/**
 * What a tool of an upstream does, by our own judgement: the verbs in its name first, because what
 * the upstream says about it (MCP's annotations) is a hint. What nobody knows, writes.
 */
[[nodiscard]] tools::ToolEffect judgedEffect(const QString &name,
                                             const QJsonObject &annotations,
                                             Trust trust);

/** "read", "write", "destructive": as stored and as the REST API says it. */
[[nodiscard]] QLatin1StringView effectName(tools::ToolEffect effect);
[[nodiscard]] std::optional<tools::ToolEffect> effectFromName(QStringView name);

} // namespace fairlead::gateway

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/gateway/headerparameters.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace fairlead::gateway {

/** A tool as an upstream offers it, checked; its texts are bounded and have nothing hidden. */
struct OfferedTool
{
    QString name; ///< as the upstream calls it
    QString title;
    QString description;
    QJsonObject inputSchema;
    std::optional<QJsonObject> outputSchema;
    QJsonObject annotations; ///< the upstream's word, no more
    QList<HeaderParameter> headers;
    QByteArray definition; ///< JSON in one order of keys: all that a person approves

    bool operator==(const OfferedTool &) const = default;
};

/** A tool that is not offered to anybody, and why. */
struct RefusedTool
{
    QString name; ///< cleaned
    QString reason; ///< "its name has hidden characters"

    bool operator==(const RefusedTool &) const = default;
};

struct ToolOffer
{
    QList<OfferedTool> tools;
    QList<RefusedTool> refused;
};

/** The definition, read. InvalidData with a reason when the tool must not be offered. */
[[nodiscard]] Result<OfferedTool> offeredTool(const QJsonObject &json);
[[nodiscard]] Result<OfferedTool> offeredToolFrom(const QByteArray &definition);

/** All of a list, without the tools that must not be offered: at most 200, each name once. */
[[nodiscard]] ToolOffer offerFrom(const QJsonArray &tools);

/** What tells one definition from another: SHA-256, hex. */
[[nodiscard]] QByteArray fingerprint(const QByteArray &definition);

/** What the tool is called here: at most 64 characters, always the same for the same two names. */
[[nodiscard]] QString listedName(const QString &prefix, const QString &name);

/** A connection's name as a prefix: lower-case letters, digits and _, 1 to 24 of them. */
[[nodiscard]] QString prefixFrom(const QString &name);

} // namespace fairlead::gateway

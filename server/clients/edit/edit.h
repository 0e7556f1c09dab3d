// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/clients/client.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

/**
 * Our entry in the text of a configuration file: bytes in, bytes out. The outcome of every change
 * is read again and must mean what was meant, and nothing else may mean anything different;
 * otherwise the change is refused.
 */
namespace fairlead::clients {

/** Our entry; nothing when there is none. InvalidData, with what is wrong and where ("line 7 is not
 * JSON"), when the text cannot be understood or has no room for an entry. */
[[nodiscard]] Result<std::optional<QJsonObject>> readEntry(const Client &client,
                                                           const QByteArray &text);

/** The text with our entry as `entry`; the person's own members of it stay. Conflict when it is
 * written in a way that cannot be changed safely. */
[[nodiscard]] Result<QByteArray> textWithEntry(const Client &client,
                                               const QByteArray &text,
                                               const Entry &entry);

[[nodiscard]] Result<QByteArray> textWithoutEntry(const Client &client, const QByteArray &text);

} // namespace fairlead::clients

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace fairlead::mcp {

/** Appends a text as JSON writes it, with its quotation marks: byte for byte what QJsonDocument
 * makes of it, without a tree of values in between. */
void appendJsonText(QByteArray &out, QStringView text);

} // namespace fairlead::mcp

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fairlead::net {

/** The system's certificates and those of the file, PEM; empty, for the system's alone, where no
 * file is named or it has none. */
[[nodiscard]] QByteArray certificatesWith(const QString &extraCaFile);

} // namespace fairlead::net

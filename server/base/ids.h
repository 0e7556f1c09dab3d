// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fairlead {

/** Bytes from the operating system's random source: for keys, nonces, state, ids. */
[[nodiscard]] QByteArray randomBytes(qsizetype count);

/** An unguessable id of 128 random bits, lower-case hex after the prefix: newId(u"con_"). */
[[nodiscard]] QString newId(QStringView prefix);

/** SHA-256 of the bytes, as 64 lower-case hex digits. */
[[nodiscard]] QByteArray sha256Hex(QByteArrayView bytes);

} // namespace fairlead

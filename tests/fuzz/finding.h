// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

namespace fairlead::fuzz {

/** Ends the run, which makes libFuzzer keep the input, unless `holds`. */
inline void require(bool holds, const char *rule)
{
    if (holds)
        return;
    qCritical("Broken: %s", rule);
    std::abort();
}

/** The input as libFuzzer hands it over, without a copy. */
[[nodiscard]] inline QByteArray inputFrom(const uint8_t *data, size_t size)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(data),
                                   static_cast<qsizetype>(size));
}

/** Takes the first byte off; 0 when there is none. */
[[nodiscard]] inline int takeByte(QByteArray &input)
{
    if (input.isEmpty())
        return 0;
    const auto byte = static_cast<unsigned char>(input.front());
    input = input.sliced(1);
    return byte;
}

} // namespace fairlead::fuzz

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>

namespace fairlead {

/**
 * A token, key or password on its way through the program. It cannot be printed, compared with ==
 * or turned into a QString by accident, and its memory is overwritten when the last copy goes.
 */
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value);
    ~Secret();
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;

    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_value.size(); }

    /** The bytes. Hand them to the one place that needs them; never to a log, a URL or an error. */
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }

    /** Comparison in constant time for equal lengths. */
    [[nodiscard]] bool equals(QByteArrayView other) const;

private:
    void wipe();

    QByteArray m_value;
};

QDebug operator<<(QDebug, const Secret &) = delete;
bool operator==(const Secret &, const Secret &) = delete;

/** True when both have the same bytes; the time does not depend on where they differ. */
[[nodiscard]] bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

} // namespace fairlead

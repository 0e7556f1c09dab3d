// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace fairlead {
class Clock;
} // namespace fairlead

namespace fairlead::ui {

/**
 * Keeps notifications from becoming a nuisance: the same text once in ten minutes, and at most
 * three in ten minutes, then one that sums up the rest.
 */
class NotificationLimit final
{
public:
    explicit NotificationLimit(const Clock &clock);

    enum class Verdict {
        Show,
        SumUp, ///< show instead that there is more
        Drop,
    };
    [[nodiscard]] Verdict take(const QString &text);

private:
    void forgetOld(qint64 now);

    const Clock &m_clock;
    QHash<QString, qint64> m_shown; ///< by text: when, in milliseconds
    std::optional<qint64> m_summedUp; ///< when
};

} // namespace fairlead::ui

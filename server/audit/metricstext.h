// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace fairlead::audit {

/** Writes Prometheus' text format, version 0.0.4. */
class MetricsText final
{
public:
    using Labels = QList<std::pair<QByteArray, QString>>;

    /** Begins a metric, whose samples follow: "counter", "gauge" or "histogram". */
    void begin(const QByteArray &name, const QByteArray &type, const QByteArray &help);
    /** Of the metric that was begun last; `suffix` is that of a histogram's parts. */
    void add(double value, const Labels &labels = {}, const QByteArray &suffix = {});
    /** A metric of one sample without labels. */
    void addOne(const QByteArray &name,
                const QByteArray &type,
                const QByteArray &help,
                double value);

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

} // namespace fairlead::audit

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/activityplot.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace fairlead::ui {
namespace {

constexpr int textLines = 3; ///< as high as so many lines of text
constexpr int leastBarWidth = 4;
// A single call must not look like a rush.
constexpr int leastScale = 5;

} // namespace

ActivityPlot::ActivityPlot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void ActivityPlot::setCounts(const QList<int> &perMinute)
{
    if (perMinute == m_counts)
        return;
    m_counts = perMinute;
    describe();
    update();
}

QSize ActivityPlot::sizeHint() const
{
    const int minutes = static_cast<int>(qMax<qsizetype>(m_counts.size(), 60));
    return {minutes * leastBarWidth, fontMetrics().height() * textLines};
}

void ActivityPlot::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.35F);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), ground);
    if (m_counts.isEmpty())
        return;
    const int highest = std::max(leastScale, *std::ranges::max_element(m_counts));
    const qreal step = qreal(width()) / qreal(m_counts.size());
    const qreal gap = qMin(step / 3, 3.0);
    for (qsizetype minute = 0; minute < m_counts.size(); ++minute) {
        if (m_counts.at(minute) == 0)
            continue;
        const qreal bar = qreal(height() - 2) * m_counts.at(minute) / highest;
        // By hand from the right in right-to-left layouts: now is where reading ends.
        const auto column =
            layoutDirection() == Qt::RightToLeft ? m_counts.size() - 1 - minute : minute;
        painter.fillRect(
            QRectF(qreal(column) * step + gap / 2, height() - 1 - bar, step - gap, bar),
            palette().color(QPalette::Highlight));
    }
}

void ActivityPlot::describe()
{
    const int sum = std::accumulate(m_counts.begin(), m_counts.end(), 0);
    setAccessibleName(tr("Calls in each minute of the last hour"));
    setAccessibleDescription(sum == 0 ? tr("No calls")
                                      //: %1 and %2 are numbers.
                                      : tr("%1 in all, at most %2 in one minute")
                                            .arg(sum)
                                            .arg(*std::ranges::max_element(m_counts)));
}

} // namespace fairlead::ui

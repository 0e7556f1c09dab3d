// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace fairlead::ui {

/** How much happened in each of the last minutes: a small row of bars, the running minute at the
 * end. Screen readers get it as a sentence. */
class ActivityPlot final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPlot(QWidget *parent = nullptr);

    void setCounts(const QList<int> &perMinute);
    [[nodiscard]] const QList<int> &counts() const { return m_counts; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QList<int> m_counts;
};

} // namespace fairlead::ui

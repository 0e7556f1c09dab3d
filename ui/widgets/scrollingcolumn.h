// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace fairlead::ui {

/** Widgets below each other, as wide as there is room; scrolls up and down only. */
class ScrollingColumn final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollingColumn(QWidget *parent);

    /** Adds it below the others; it belongs to the column from now on. */
    void add(QWidget *widget);
    /** Deletes all that was added. */
    void clear();
    /** Scrolls as far as it takes to see this widget, or its beginning where it is higher. */
    void reveal(const QWidget &shown);

private:
    QVBoxLayout *m_rows;
};

} // namespace fairlead::ui

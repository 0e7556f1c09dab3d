// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollingcolumn.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace fairlead::ui {

ScrollingColumn::ScrollingColumn(QWidget *parent)
    : QScrollArea(parent)
    , m_rows(new QVBoxLayout)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout;
    column->addLayout(m_rows);
    column->addStretch();
    row->addLayout(column, 1);
    // Beside the scroll bar, whichever side that is on, and only there.
    auto *gap = new QSpacerItem(0, 0);
    row->addItem(gap);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [row, gap](int, int max) {
        gap->changeSize(max > 0 ? row->spacing() : 0, 0);
        row->invalidate();
    });
    setWidget(place);
}

void ScrollingColumn::add(QWidget *widget)
{
    m_rows->addWidget(widget);
    widget->show(); // else it would come one turn of the event loop later
}

void ScrollingColumn::clear()
{
    while (auto *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ScrollingColumn::reveal(const QWidget &shown)
{
    const int top = shown.mapTo(widget(), QPoint()).y();
    const int here = verticalScrollBar()->value();
    const int lowest = qMin(top, top + shown.height() - viewport()->height());
    verticalScrollBar()->setValue(qBound(lowest, here, top));
}

} // namespace fairlead::ui

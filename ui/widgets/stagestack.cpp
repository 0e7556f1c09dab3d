// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stagestack.h"

#include <QVBoxLayout>

namespace fairlead::ui {

StageStack::StageStack(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void StageStack::addWidget(QWidget *page)
{
    layout()->addWidget(page);
    page->setVisible(m_current == nullptr);
    if (!m_current)
        m_current = page;
}

void StageStack::setCurrentWidget(QWidget *page)
{
    if (page == m_current)
        return;
    m_current->hide();
    m_current = page;
    m_current->show();
}

void growToFit(QWidget &window)
{
    QLayout *layout = window.layout();
    layout->activate();
    const QSize wanted = layout->totalSizeHint();
    const int width = qMax(window.width(), wanted.width());
    const int height =
        layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : wanted.height();
    window.resize(width, qMax(window.height(), height));
}

} // namespace fairlead::ui

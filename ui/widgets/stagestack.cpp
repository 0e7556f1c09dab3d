// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stagestack.h"

#include <QLayout>

namespace fairlead::ui {

QSize StageStack::sizeHint() const
{
    return currentWidget() ? currentWidget()->sizeHint() : QStackedWidget::sizeHint();
}

QSize StageStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
}

bool StageStack::hasHeightForWidth() const
{
    return currentWidget() && currentWidget()->hasHeightForWidth();
}

int StageStack::heightForWidth(int width) const
{
    return currentWidget() ? currentWidget()->heightForWidth(width) : -1;
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

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checklist.h"

#include <QStyle>

#include <algorithm>

namespace fairlead::ui {

Checklist::Checklist(const QString &accessibleName, QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(accessibleName);
    setTabKeyNavigation(false);
}

void Checklist::add(const QString &name, const QString &title, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(Qt::UserRole, name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    if (currentRow() < 0)
        setCurrentRow(0);
}

void Checklist::fitTo(int visibleRows)
{
    setMinimumWidth(sizeHintForColumn(0) + 2 * frameWidth()
                    + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this)
                    + fontMetrics().averageCharWidth());
    const int rows = std::clamp(count(), 1, visibleRows);
    setFixedHeight(std::max(sizeHintForRow(0), fontMetrics().height()) * rows + 2 * frameWidth());
}

QStringList Checklist::checkedNames() const
{
    QStringList names;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            names.append(item(row)->data(Qt::UserRole).toString());
    }
    return names;
}

} // namespace fairlead::ui

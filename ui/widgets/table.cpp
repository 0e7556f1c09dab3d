// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table.h"

#include <QHeaderView>
#include <QTreeView>

namespace fairlead::ui {

QTreeView *makeTable(QAbstractItemModel &model, const QString &accessibleName, QWidget *parent)
{
    auto *table = new QTreeView(parent);
    table->setModel(&model);
    table->setAccessibleName(accessibleName);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    // Tab leaves the list; the arrow keys walk in it.
    table->setTabKeyNavigation(false);
    table->header()->setSectionsMovable(false);
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->header()->setStretchLastSection(true);
    return table;
}

} // namespace fairlead::ui

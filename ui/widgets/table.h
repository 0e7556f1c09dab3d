// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTreeView;
class QWidget;

namespace fairlead::ui {

/** A list of rows with columns as this program shows them: one row selected, whole rows, no tree.
 */
[[nodiscard]] QTreeView *makeTable(QAbstractItemModel &model,
                                   const QString &accessibleName,
                                   QWidget *parent);

} // namespace fairlead::ui

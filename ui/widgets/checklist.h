// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace fairlead::ui {

/** A few things to tick, each with a name of its own that nobody sees. */
class Checklist final : public QListWidget
{
    Q_OBJECT

public:
    explicit Checklist(const QString &accessibleName, QWidget *parent = nullptr);

    void add(const QString &name, const QString &title, Qt::CheckState state = Qt::Unchecked);
    /** Wide enough for all of it, and high enough for so many rows. */
    void fitTo(int visibleRows);
    /** The names of what is ticked, from the top. */
    [[nodiscard]] QStringList checkedNames() const;
};

} // namespace fairlead::ui

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace fairlead::ui {

/** What a list shows while it is empty: what would be here, and the button that brings it. */
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &title,
               const QString &text,
               const QString &action,
               QWidget *parent = nullptr);

Q_SIGNALS:
    void actionRequested();
};

} // namespace fairlead::ui

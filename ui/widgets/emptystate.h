// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace fairlead::ui {

/** What a list shows while it is empty: what would be here, and the buttons that bring it. */
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &title,
               const QString &text,
               const QStringList &actions,
               QWidget *parent = nullptr);

    /** One more, that does what it does by itself. */
    void addButton(QPushButton *button);

Q_SIGNALS:
    /** One of the actions, counted from 0. */
    void actionRequested(int index);

private:
    QHBoxLayout *m_buttons;
};

} // namespace fairlead::ui

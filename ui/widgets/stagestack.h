// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace fairlead::ui {

/**
 * Shows one of its pages and, unlike QStackedWidget, wants only the room of that one, so that a
 * short form is a small dialog.
 */
class StageStack final : public QWidget
{
    Q_OBJECT

public:
    explicit StageStack(QWidget *parent = nullptr);

    /** The first page is shown at once. */
    void addWidget(QWidget *page);
    void setCurrentWidget(QWidget *page);
    [[nodiscard]] QWidget *currentWidget() const { return m_current; }

private:
    QWidget *m_current = nullptr;
};

/** Makes a window high enough for what it shows now; never smaller. */
void growToFit(QWidget &window);

} // namespace fairlead::ui

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel.h"
#include "ui/widgets/statemark.h"

class QLabel;
class QToolButton;

namespace fairlead::ui {

/**
 * A sentence in the page itself, instead of a window that interrupts: what happened and what to do.
 * Hidden while it has nothing to say; read out by screen readers when it appears.
 */
class MessageBar final : public Panel
{
    Q_OBJECT

public:
    enum class Closing { ByPerson, ByProgramOnly };

    explicit MessageBar(Closing closing, QWidget *parent = nullptr);

    /** Shows this text, never as HTML. */
    void showMessage(StateMark mark, const QString &text);
    void clear();
    [[nodiscard]] QString text() const;

private:
    QLabel *m_mark;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace fairlead::ui

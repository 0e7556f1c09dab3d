// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace fairlead::ui {

/** What a person is asked before something is lost. */
struct Question
{
    QString title; ///< the question itself: "Disconnect company.atlassian.net?"
    QString text; ///< what will happen
    QString action; ///< words for the button that does it
};

/**
 * Asks in a window-modal box and returns at once; the box's accepted() says yes. Cancel is the
 * default, Escape cancels, the box deletes itself.
 */
QMessageBox *ask(QWidget *parent, const Question &question);

} // namespace fairlead::ui

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace fairlead::ui {

/** What a person is asked before something is lost. */
struct Question
{
    QString title; ///< the question itself: "Disconnect company.atlassian.net?"
    QString text; ///< what will happen
    QString action; ///< words for the button that does it
};

/**
 * Asks over one window without stopping anything else; accepted() says yes. Cancel is the default,
 * Escape cancels, and the dialog deletes itself.
 */
class Confirmation final : public QDialog
{
    Q_OBJECT

public:
    Confirmation(const Question &question, QWidget *parent);
};

/** Opens a Confirmation and returns at once. */
Confirmation *ask(QWidget *parent, const Question &question);

} // namespace fairlead::ui

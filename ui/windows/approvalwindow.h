// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/approvals.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace fairlead::ui {

class MessageBar;

/**
 * Asks whether a call may run, one question after the other: which program wants to do what, with
 * every argument and what it would replace. It comes by itself, also when it is made while one
 * waits, and takes the keyboard from nobody. Closing it answers nothing: it comes back with the
 * next question.
 */
class ApprovalWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalWindow(const Services &services);
    ~ApprovalWindow() override;

    /** The question that is shown; empty: none. */
    [[nodiscard]] const QString &shownId() const { return m_shownId; }

    /** The question as one sentence. */
    [[nodiscard]] static QString sentence(const tools::ApprovalRequest &request);

private:
    void buildLayout();
    void refresh();
    void showRequest(const tools::ApprovalRequest &request, qsizetype others);
    void showChanges(const tools::ApprovalRequest &request);
    void answer(tools::ApprovalAnswer answer);

    const Services &m_services;
    QString m_shownId;
    MessageBar *m_message;
    QLabel *m_heading;
    QLabel *m_effect;
    QLabel *m_who;
    QLabel *m_others;
    QLabel *m_problem;
    QTableWidget *m_arguments;
    QPushButton *m_once;
    QPushButton *m_session;
    QPushButton *m_always;
    QPushButton *m_deny;
};

} // namespace fairlead::ui

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/providers/provider.h"
#include "ui/services.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace fairlead::ui {

class ConnectionReportView;
class JiraSignInForm;
class MessageBar;
class StageStack;

/**
 * Connects a Jira site with an API token: a form, then progress with a way to cancel, then either
 * the provider's own sentence on what is wrong or what the connection can see. Closing it gives up
 * a running try.
 */
class ConnectJiraDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectJiraDialog(const Services &services, QWidget *parent = nullptr);
    ~ConnectJiraDialog() override;

    /** To sign in again: only the token is missing. */
    void fill(const connections::Connection &connection);

    /** Escape and the Cancel button: ends a running try first, closes the dialog otherwise. */
    void reject() override;

private:
    void buildLayout();
    void start();
    [[nodiscard]] QCoro::Task<> connectNow();
    void showOutcome(const Result<providers::ConnectionReport> &outcome);
    void setBusy(bool busy);
    void followForm();
    void updateConnectButton();
    void openTokenPage();

    const Services &m_services;
    JiraSignInForm *m_form;
    ConnectionReportView *m_report;
    MessageBar *m_message;
    QWidget *m_progress;
    QLabel *m_progressText;
    StageStack *m_stages;
    QPushButton *m_connect;
    QPushButton *m_cancel;
    CancellationSource m_cancellation;
    bool m_busy = false;
};

} // namespace fairlead::ui

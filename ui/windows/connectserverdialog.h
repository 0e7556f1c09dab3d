// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/providers/provider.h"
#include "ui/services.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace fairlead::ui {

class BrowserWaitView;
class ConnectionReportView;
class MessageBar;
class ServerForm;
class SignInFlow;
class StageStack;

/**
 * Connects a remote MCP server: which one, progress while it is asked, the browser where it wants a
 * sign-in, and the tools that it offers at the end. Deletes itself when it is closed, which gives
 * up what is under way.
 */
class ConnectServerDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectServerDialog(const Services &services, QWidget *parent = nullptr);
    ~ConnectServerDialog() override;

    /** Signs in to this one again: the browser opens at once, or only the token is missing. */
    void reconnect(const connections::Connection &connection);

    /** Escape and the Cancel button: ends what is under way first, closes the dialog otherwise. */
    void reject() override;

Q_SIGNALS:
    /** The person wants to see the tools of this connection. */
    void toolsRequested(const QString &connectionId);

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeProgress();
    void start();
    [[nodiscard]] QCoro::Task<> connectNow();
    void end(const Result<providers::ConnectionReport> &result);
    void signInInBrowser();
    void followSignIn();
    void showWaiting();
    void fail(const Error &error);
    void finish(const providers::ConnectionReport &report);
    [[nodiscard]] QString wordsFor(const Error &error) const;
    void setBusy(bool isBusy);
    void updateButtons();

    const Services &m_services;
    SignInFlow *m_flow;
    MessageBar *m_message;
    StageStack *m_stages;
    ServerForm *m_form;
    QLabel *m_progressText;
    QWidget *m_progress;
    BrowserWaitView *m_wait;
    ConnectionReportView *m_report;
    // Tab goes in the order of making, which is this one.
    QPushButton *m_tools;
    QPushButton *m_connect;
    QPushButton *m_cancel;
    CancellationSource m_cancellation;
    QString m_connectionId; ///< of what was connected, or is to be signed in again
    bool m_isBusy = false;
};

} // namespace fairlead::ui

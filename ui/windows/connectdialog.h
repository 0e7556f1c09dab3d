// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"
#include "ui/models/serviceguide.h"
#include "ui/services.h"

#include <QDialog>

class QPushButton;

namespace fairlead::ui {

class BrowserWaitView;
class ConnectionReportView;
class MessageBar;
class OAuthAppForm;
class SignInChoice;
class SignInFlow;
class SiteChoiceView;
class StageStack;
class TokenSignIn;

/**
 * Connects a service: the choice between browser and token, then either way to its end, which is
 * what the connection can see, or a sentence on what went wrong and the same choice again. Closing
 * it gives up what is under way.
 */
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    /** `service`: "jira", "notion", or one of tokenServices(). */
    ConnectDialog(const Services &services, const QString &service, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /** To sign in again, in the way that this connection was signed in: the browser opens at once,
     * or only the token is missing. */
    void reconnect(const connections::Connection &connection);

    /** Escape and the Cancel button: ends what is under way first, closes the dialog otherwise. */
    void reject() override;

private:
    enum class Stage { Choice, App, Token, Browser, Sites, Report };

    void buildLayout();
    void connectParts();
    void showStage(Stage stage);
    void updateButtons();
    void goBack();
    void takeAction();

    [[nodiscard]] bool knowsApp() const;
    void enterApp();
    void saveApp();
    void signInInBrowser();
    void followSignIn();
    void showWaiting();
    void showFailedSignIn();

    void startWithToken();
    void showFailedToken(const Error &error);

    void finish(const QList<providers::ConnectionReport> &reports);
    void openPage(const QUrl &page);

    const Services &m_services;
    const ServiceGuide m_guide;
    SignInFlow *m_flow;
    MessageBar *m_message;
    StageStack *m_stages;
    SignInChoice *m_choice;
    OAuthAppForm *m_app;
    TokenSignIn *m_token;
    BrowserWaitView *m_wait;
    SiteChoiceView *m_sites;
    ConnectionReportView *m_report;
    // Tab goes in the order of making, which is this one.
    QPushButton *m_back;
    QPushButton *m_action;
    QPushButton *m_cancel;
    Stage m_stage = Stage::Choice;
    QString m_connectionId; ///< of the connection to be signed in again in the browser
};

} // namespace fairlead::ui

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/serviceguide.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fairlead::ui {

/** The ways to connect a service, side by side: in the browser, with a token, and the app through
 * which the browser's way goes. */
class SignInChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInChoice(const ServiceGuide &guide, QWidget *parent = nullptr);

    /** With an app the browser is one click away; without one it has to be entered first. */
    void setAppKnown(bool known);
    void focusBrowser();

Q_SIGNALS:
    void browserChosen();
    void appChosen(); ///< enter an app, or another one
    void tokenChosen();

private:
    [[nodiscard]] QWidget *makeWay(const QString &title, QLabel &text, QPushButton &button);

    const ServiceGuide m_guide;
    QLabel *m_browserText;
    QPushButton *m_browser;
    QPushButton *m_app;
    QPushButton *m_token;
    bool m_appKnown = false;
};

} // namespace fairlead::ui

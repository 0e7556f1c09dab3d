// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/browsersignin.h"
#include "ui/services.h"

#include <QObject>

namespace fairlead::ui {

/**
 * One window's browser sign-in: begins it, opens the browser once, and follows it to its end. What
 * is not over when this object dies is cancelled.
 */
class SignInFlow final : public QObject
{
    Q_OBJECT

public:
    /** Whether somebody has to open the address by hand. */
    enum class Browser {
        Opened,
        WaitsAlready, ///< the same sign-in was begun before, in another window or program
        NotFound, ///< the desktop has none
    };

    explicit SignInFlow(const Services &services, QObject *parent = nullptr);
    ~SignInFlow() override;

    /** `connectionId`: to sign in again; may be empty. Then changed() tells how it goes. */
    [[nodiscard]] Result<> begin(const QString &service, const QString &connectionId);
    /** Once more, because the page was closed or never came. */
    void openAgain();
    void choose(const QStringList &sites);
    /** Does nothing when none is under way. */
    void cancel();

    /** Whether one was begun and is not over. */
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const providers::SignIn &signIn() const { return m_signIn; }
    [[nodiscard]] Browser browser() const { return m_browser; }

Q_SIGNALS:
    void changed();
    /** What the person asked for could not be done; the sign-in itself goes on. */
    void refused(const QString &message);

private:
    void read();
    void openBrowser();
    [[nodiscard]] QCoro::Task<> chooseNow(QStringList sites);

    const Services &m_services;
    providers::SignIn m_signIn;
    Browser m_browser = Browser::Opened;
};

} // namespace fairlead::ui

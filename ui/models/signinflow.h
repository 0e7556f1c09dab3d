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
    /** The same at a service that is anywhere, where the place to sign in is only found out now:
     * changed() or notBegun() follows. */
    void beginAt(const QString &service, const providers::SignInWish &wish);
    /** Once more, because the page was closed or never came. */
    void openAgain();
    void choose(const QStringList &sites);
    /** Does nothing when none is under way. */
    void cancel();

    /** Whether the place to sign in is still being looked for. */
    [[nodiscard]] bool isBeginning() const { return m_isBeginning; }
    /** Whether one was begun and is not over. */
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const providers::SignIn &signIn() const { return m_signIn; }
    [[nodiscard]] Browser browser() const { return m_browser; }

Q_SIGNALS:
    void changed();
    /** There is no place to sign in, or none that can be reached; or it was cancelled. */
    void notBegun(const fairlead::Error &error);
    /** What the person asked for could not be done; the sign-in itself goes on. */
    void refused(const QString &message);

private:
    void follow(providers::BrowserSignIn::Begun begun);
    [[nodiscard]] QCoro::Task<> beginNow(QString service, providers::SignInWish wish);
    void read();
    void openBrowser();
    [[nodiscard]] QCoro::Task<> chooseNow(QStringList sites);

    const Services &m_services;
    providers::SignIn m_signIn;
    Browser m_browser = Browser::Opened;
    bool m_isBeginning = false;
    bool m_isGivenUp = false; ///< before it was begun
};

} // namespace fairlead::ui

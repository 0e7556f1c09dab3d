// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/models/recentcalls.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

namespace fairlead::ui {

/** The state at a glance: one icon of the tray for each. */
enum class OverallState {
    Serving,
    Attention, ///< serving, but something needs the person
    Paused, ///< serving, but the person let no client call
    Off, ///< not serving
};

/** The one thing that the person should do next. */
struct NextStep
{
    enum class Kind {
        Resume, ///< the person has paused
        OpenSecrets, ///< the keychain has to be unlocked or asked again
        SignInAgain, ///< a service refuses its credential
        ConnectService,
        MakeKey,
        ApproveTools, ///< a remote server offers what nobody has looked at
        TryIt, ///< everything is there, no client has called yet
        Problem, ///< something cannot be read, and no button helps
        Nothing,
    };

    Kind kind = Kind::Nothing;
    QString title = {};
    QString text = {};
    QString action = {}; ///< words for the button; empty: no button
    QString secondAction = {}; ///< for ConnectService the second service
    QString connectionId = {}; ///< which connection, for SignInAgain and ApproveTools

    bool operator==(const NextStep &) const = default;
};

/** Which of the things that every person sets up are there. */
struct SetUp
{
    bool hasConnection = false;
    bool hasKey = false;
    bool hasUsedKey = false; ///< a client has come with one

    bool operator==(const SetUp &) const = default;
};

/** Sums up connections, keys, secrets and calls for the tray and the home page. */
class Overview final : public QObject
{
    Q_OBJECT

public:
    Overview(const Services &services, Instance instance, QObject *parent = nullptr);

    [[nodiscard]] OverallState state() const { return m_state; }
    /** "Serving on 127.0.0.1:8080" or "Attention: …". */
    [[nodiscard]] const QString &stateLine() const { return m_stateLine; }
    [[nodiscard]] const NextStep &nextStep() const { return m_nextStep; }
    /** The words for ConnectService, MakeKey, TryIt or Nothing, whichever is next. */
    [[nodiscard]] NextStep step(NextStep::Kind kind) const;
    [[nodiscard]] const SetUp &setUp() const { return m_setUp; }
    [[nodiscard]] const RecentCalls &recentCalls() const { return m_recentCalls; }
    /** "company.atlassian.net and 2 more", or that there is none. */
    [[nodiscard]] const QString &connectionsLine() const { return m_connectionsLine; }
    [[nodiscard]] const QString &keysLine() const { return m_keysLine; }

Q_SIGNALS:
    void changed();

private:
    struct Facts;

    void refresh();
    [[nodiscard]] Facts gather() const;
    void describeState(const Facts &facts);
    [[nodiscard]] NextStep stepFor(const Facts &facts) const;
    [[nodiscard]] NextStep secretsStep() const;
    [[nodiscard]] NextStep lastCallStep() const;
    void countConnections(const Facts &facts);
    void countKeys(const Facts &facts);

    const Services &m_services;
    Instance m_instance;
    RecentCalls m_recentCalls;
    QTimer m_refreshTimer; ///< joins the many signals of one change into one refresh
    OverallState m_state = OverallState::Serving;
    QString m_stateLine;
    NextStep m_nextStep;
    SetUp m_setUp;
    bool m_hasSamplesOnly = false; ///< all that is connected is sample data
    QDateTime m_lastUse;
    QString m_lastClient;
    QString m_connectionsLine;
    QString m_keysLine;
};

} // namespace fairlead::ui

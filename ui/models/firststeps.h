// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overview.h"

#include <QSet>

namespace fairlead::settings {
class SettingsStore;
} // namespace fairlead::settings

namespace fairlead::ui {

/**
 * The way from a new installation to a client's first answer: connect a service, connect a client,
 * see it work. Only what is missing, each step can be skipped, and all of it can be shown again.
 * What is urgent, such as a sign-in that has ended, comes before any step. What was skipped stays
 * so after a restart.
 */
class FirstSteps final : public QObject
{
    Q_OBJECT

public:
    using Kind = NextStep::Kind;

    FirstSteps(const Overview &overview,
               settings::SettingsStore &settings,
               QObject *parent = nullptr);

    enum class State { Done, Current, Skipped, Open };
    struct Step
    {
        Kind kind = Kind::Nothing;
        QString title;
        State state = State::Open;

        bool operator==(const Step &) const = default;
    };

    /** Whether the person is on the way now. */
    [[nodiscard]] bool isShown() const { return m_isShown; }
    /** Whether something urgent stands in the way. */
    [[nodiscard]] bool isInterrupted() const;
    /** Those that were missing when it began. */
    [[nodiscard]] QList<Step> steps() const;
    /** What the person should do next, on the way or not. */
    [[nodiscard]] NextStep nextStep() const;
    /** Whether nextStep() is one that can be skipped. */
    [[nodiscard]] bool canSkip() const;

    void skip();
    /** Ends the way, finished or not: skips what is left. */
    void close();
    /** Begins anew with what is missing, or shows all steps when nothing is. */
    void reopen();

Q_SIGNALS:
    void changed();
    /** What was skipped cannot be kept until the next start; a sentence for the person. */
    void failed(const QString &message);

private:
    [[nodiscard]] bool isDone(Kind kind) const;
    [[nodiscard]] Kind current() const;
    void begin();
    void goOn(); ///< where the last start left off
    void remember();
    void noteCalls();

    const Overview &m_overview;
    settings::SettingsStore &m_settings;
    QList<Kind> m_steps; ///< of this way
    QSet<int> m_skipped; ///< kinds
    bool m_isShown = false;
    bool m_hasCalled = false; ///< a client has had an answer
};

} // namespace fairlead::ui

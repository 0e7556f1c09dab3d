// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/firststeps.h"

#include "server/settings/settingsstore.h"
#include "ui/models/servertext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using Kind = FirstSteps::Kind;

constexpr std::array allSteps{Kind::ConnectService, Kind::MakeKey, Kind::TryIt};

/** What a step is called in the settings. */
QString nameOf(Kind kind)
{
    if (kind == Kind::ConnectService)
        return u"service"_s;
    return kind == Kind::MakeKey ? u"client"_s : u"call"_s;
}

} // namespace

FirstSteps::FirstSteps(const Overview &overview, settings::SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_overview(overview)
    , m_settings(settings)
    , m_hasCalled(overview.setUp().hasUsedKey)
{
    noteCalls();
    goOn();
    connect(&m_overview, &Overview::changed, this, &FirstSteps::changed);
    connect(&m_overview.recentCalls(), &RecentCalls::changed, this, &FirstSteps::noteCalls);
}

QList<FirstSteps::Step> FirstSteps::steps() const
{
    const Kind now = current();
    QList<Step> steps;
    for (const Kind kind : m_steps) {
        Step step{.kind = kind, .title = {}, .state = State::Open};
        if (kind == Kind::ConnectService)
            step.title = tr("Connect a service");
        else if (kind == Kind::MakeKey)
            step.title = tr("Connect a client");
        else
            step.title = tr("See it work");
        if (isDone(kind))
            step.state = State::Done;
        else if (m_skipped.contains(static_cast<int>(kind)))
            step.state = State::Skipped;
        else if (kind == now)
            step.state = State::Current;
        steps.append(step);
    }
    return steps;
}

bool FirstSteps::isInterrupted() const
{
    const Kind kind = m_overview.nextStep().kind;
    return kind != Kind::Nothing && std::ranges::find(allSteps, kind) == allSteps.end();
}

NextStep FirstSteps::nextStep() const
{
    if (isInterrupted() || !m_isShown)
        return m_overview.nextStep();
    const Kind now = current();
    if (now != Kind::Nothing)
        return m_overview.step(now);
    if (m_skipped.isEmpty())
        return m_overview.step(Kind::Nothing);
    return {.kind = Kind::Nothing,
            .title = tr("That is all for now"),
            .text = tr("What you skipped can be done at any time: Show first steps leads back "
                       "here.")};
}

bool FirstSteps::canSkip() const
{
    return m_isShown && !isInterrupted() && current() != Kind::Nothing;
}

void FirstSteps::skip()
{
    m_skipped.insert(static_cast<int>(current()));
    Q_EMIT changed();
    remember();
}

void FirstSteps::close()
{
    m_isShown = false;
    for (const Kind kind : m_steps) {
        if (!isDone(kind))
            m_skipped.insert(static_cast<int>(kind));
    }
    Q_EMIT changed();
    remember();
}

void FirstSteps::reopen()
{
    begin();
    m_isShown = true;
    Q_EMIT changed();
    remember();
}

bool FirstSteps::isDone(Kind kind) const
{
    if (kind == Kind::ConnectService)
        return m_overview.setUp().hasConnection;
    if (kind == Kind::MakeKey)
        return m_overview.setUp().hasKey;
    return m_hasCalled;
}

FirstSteps::Kind FirstSteps::current() const
{
    const auto next = std::ranges::find_if(m_steps, [this](Kind kind) {
        return !isDone(kind) && !m_skipped.contains(static_cast<int>(kind));
    });
    return next == m_steps.end() ? Kind::Nothing : *next;
}

void FirstSteps::begin()
{
    m_skipped.clear();
    m_steps.clear();
    std::ranges::copy_if(
        allSteps, std::back_inserter(m_steps), [this](Kind kind) { return !isDone(kind); });
    if (m_steps.isEmpty())
        m_steps = QList<Kind>(allSteps.begin(), allSteps.end());
}

void FirstSteps::goOn()
{
    begin();
    for (const Kind kind : m_steps) {
        if (m_settings.values().skippedFirstSteps.contains(nameOf(kind)))
            m_skipped.insert(static_cast<int>(kind));
    }
    // Somebody who has everything, or wants no more, is not on the way.
    m_isShown = current() != Kind::Nothing;
}

void FirstSteps::remember()
{
    QStringList names;
    for (const Kind kind : allSteps) {
        if (m_skipped.contains(static_cast<int>(kind)))
            names.append(nameOf(kind));
    }
    const auto kept = m_settings.change(
        [&names](settings::Settings &values) { values.skippedFirstSteps = names; });
    if (!kept)
        Q_EMIT failed(serverText(kept.error()));
}

void FirstSteps::noteCalls()
{
    const auto &calls = m_overview.recentCalls().lastFive();
    const bool answered = std::ranges::any_of(
        calls, [](const RecentCall &call) { return call.mark == StateMark::Good; });
    if (!answered || m_hasCalled)
        return;
    m_hasCalled = true;
    Q_EMIT changed();
}

} // namespace fairlead::ui

// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/quitsignals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>

#if defined(Q_OS_UNIX)
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace fairlead::platform {

#if defined(Q_OS_UNIX)
namespace {

// A signal handler can reach nothing but a global; it is the writing end of the pair below.
std::atomic<int> signalPipe{-1};

void onSignal(int)
{
    const char byte = 1;
    // Nothing can be done in a signal handler when this fails; the next signal tries again.
    [[maybe_unused]] const auto written = write(signalPipe.load(), &byte, 1);
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    std::array<int, 2> pair{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pair.data()) != 0)
        return;
    signalPipe = pair[0];
    auto *notifier = new QSocketNotifier(pair[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this](QSocketDescriptor socket) {
        char byte = 0;
        while (read(static_cast<int>(socket), &byte, 1) > 0) {
        }
        Q_EMIT quitRequested();
    });
    struct sigaction action
    {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaction(number, &action, nullptr);
    // A peer that has gone is noticed by the failed write, not by a signal.
    struct sigaction ignore
    {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, nullptr);
}

QuitSignals::~QuitSignals() = default;

#elif defined(Q_OS_WIN)
namespace {

std::atomic<QuitSignals *> receiver{nullptr};

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (QuitSignals *signals = receiver.load())
        QMetaObject::invokeMethod(signals, &QuitSignals::quitRequested, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    receiver = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

QuitSignals::~QuitSignals()
{
    receiver = nullptr;
}
#endif

} // namespace fairlead::platform

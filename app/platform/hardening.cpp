// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/hardening.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX)
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#elif defined(Q_OS_MACOS)
#include <sys/ptrace.h>
#include <sys/types.h>
#endif

namespace fairlead::platform {

#if defined(Q_OS_UNIX)
namespace {

mode_t inheritedUmask = S_IWGRP | S_IWOTH;

} // namespace
#endif

void hardenProcess()
{
#if defined(Q_OS_UNIX)
    inheritedUmask = umask(S_IRWXG | S_IRWXO);
    constexpr rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
#endif
#if defined(NDEBUG) && defined(Q_OS_LINUX)
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#elif defined(NDEBUG) && defined(Q_OS_MACOS)
    ptrace(PT_DENY_ATTACH, 0, nullptr, 0);
#endif
}

void restoreUmask()
{
#if defined(Q_OS_UNIX)
    umask(inheritedUmask);
#endif
}

} // namespace fairlead::platform

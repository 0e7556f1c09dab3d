// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/heap.h"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace fairlead::platform {

void keepHeapSmall()
{
#if defined(__GLIBC__)
    // A fixed limit also keeps the allocator from raising it after the first large piece.
    constexpr int largePiece = 128 * 1024;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, largePiece);
    mallopt(M_TRIM_THRESHOLD, largePiece);
#endif
}

void giveBackHeap()
{
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

} // namespace fairlead::platform
